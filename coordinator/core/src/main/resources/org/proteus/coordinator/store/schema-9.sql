-- Where jobs tell that they have ended, and whether they could.
create table webhook (
  job varchar(32) not null primary key,
  namespace varchar(64) not null,
  url varchar not null,
  secret varchar(32) not null,
  state varchar(16) not null,
  attempts integer not null,
  due bigint not null,
  problem varchar
);
create index webhook_due on webhook (state, due);
