-- Whether the programs of a worker stand still, by an operator's order.
alter table worker add column suspended boolean default false not null;
