-- How much work an element was, in a unit that tells how long it took; without one only its bytes are
-- known.
alter table element add column work bigint default 0 not null;
alter table element add column work_measure varchar(16) default '' not null;
