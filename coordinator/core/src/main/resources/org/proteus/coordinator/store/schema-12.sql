-- Temporary objects that lost leases may have left in a sink: looked for some times, then forgotten.
create table leftover (
  job varchar(32) not null,
  seq bigint not null,
  n integer not null,
  token bigint not null,
  namespace varchar(64) not null,
  looked integer not null,
  due bigint not null,
  primary key (job, seq, n, token)
);
create index leftover_due on leftover (due);
insert into duty values ('LEFTOVERS', null, 0);
