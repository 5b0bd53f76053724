-- Keys of clients that ask again because they do not know whether they were heard: the same key
-- stands for the same request and gives the same job.
create table submission (
  namespace varchar(64) not null,
  idempotency_key varchar(255) not null,
  request_print varchar(64) not null,
  job varchar(32) not null,
  primary key (namespace, idempotency_key)
);
create index submission_job on submission (job);
