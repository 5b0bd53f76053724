-- Why a machine does not become a worker, in its own words; empty while it has said nothing.
alter table node add column boot_failure varchar(1000) default '' not null;
