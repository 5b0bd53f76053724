-- For how many slots a worker waited for tasks in vain when it was last heard of.
alter table worker add column idle_slots int default 0 not null;
