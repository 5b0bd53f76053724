-- Points of the charts of jobs, numbered in each job.
create table scaling_point (
  job varchar(32) not null,
  n bigint not null,
  namespace varchar(64) not null,
  body varchar not null,
  primary key (job, n)
);
