-- How much is stored in all is asked for often; the index alone answers.
alter table content add column size integer default 0 not null;
update content set size = octet_length(bytes);
create index content_size on content (size);
