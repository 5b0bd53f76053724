-- Programs that users have published. A version never changes; each change of a program makes the next
-- edition of all, which coordinators on the same database look at.
create table program_edition (
  edition bigint not null
);
insert into program_edition values (0);

-- version is absent while the program is withdrawn.
create table program (
  id varchar(100) not null primary key,
  namespace varchar(64) not null,
  version varchar(100)
);

create table program_version (
  id varchar(100) not null,
  version varchar(100) not null,
  namespace varchar(64) not null,
  checksum varchar(64) not null,
  published bigint not null,
  edition bigint not null,
  document bytea not null,
  primary key (id, version)
);
