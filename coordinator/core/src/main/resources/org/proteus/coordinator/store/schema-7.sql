-- Jobs that were removed: their rows are gone from job at once, the rest is deleted little by little.
create table removal (
  job varchar(32) not null primary key,
  namespace varchar(64) not null
);
create index job_ended on job (ended);
insert into duty values ('RETENTION', null, 0);

-- Content and secrets go with their job.
alter table content add column job varchar(32) default '' not null;
update content set job = substring(id from position('/' in id) + 1 for 26);
create index content_job on content (job);
alter table secret add column job varchar(32) default '' not null;
update secret set job = coalesce((select min(job.id) from job
  where job.source_secret = secret.ref or job.sink_secret = secret.ref), '');
create index secret_job on secret (job);
