-- What was learned of units: decaying averages of their runs, and how much they were measured to
-- keep of an object, 0 to 1.
create table unit_figures (
  namespace varchar(64) not null,
  unit varchar not null,
  size_class varchar(16) not null,
  runs double precision not null,
  successes double precision not null,
  seconds double precision not null,
  changed bigint not null,
  primary key (unit, size_class)
);

create table unit_fidelity (
  namespace varchar(64) not null,
  unit varchar not null primary key,
  fidelity double precision not null,
  changed bigint not null
);
