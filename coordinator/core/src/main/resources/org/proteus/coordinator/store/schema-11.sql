-- Places and programs that only so many tasks may use at once, and the leases that use them. A row of a
-- lease that is over counts no more, and goes with the next count.
create table use_limit (
  name varchar not null primary key
);
create table use_hold (
  name varchar not null,
  job varchar(32) not null,
  seq bigint not null,
  n integer not null,
  token bigint not null,
  primary key (name, job, seq, n, token)
);
