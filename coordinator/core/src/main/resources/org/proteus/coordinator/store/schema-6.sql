-- What one of all coordinators does in the background, and until when it is that one's to do.
create table duty (
  name varchar(32) not null primary key,
  holder varchar(32),
  held_until bigint not null
);
insert into duty values ('EXPIRY', null, 0);
insert into duty values ('DEADLINES', null, 0);
