-- Machines that a pool makes for workers. A row is there before its machine is asked for. The node's id
-- is the id of its worker; of tokens only hashes are kept.
create table node (
  id varchar(64) not null primary key,
  namespace varchar(64) not null,
  pool varchar(64) not null,
  phase varchar(16) not null,
  machine varchar(256),
  created bigint not null,
  changed bigint not null,
  join_hash varchar(64) not null,
  join_until bigint not null,
  token_hash varchar(64)
);
create index node_pool on node (pool, id);
create unique index node_token on node (token_hash);

-- By this id a machine says whose it is; all coordinators of a database have the same.
create table installation (
  only_one integer not null primary key,
  id varchar(32) not null
);
insert into duty values ('POOLS', null, 0);
