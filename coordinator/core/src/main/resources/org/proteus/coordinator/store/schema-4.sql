-- The objects that belong to an element's object and go into the same result: JSON, empty for none.
alter table element add column partners varchar default '' not null;
