-- Counts a site's changes, so that two administrators do not overwrite each other unseen.
alter table sites add column version integer not null default 1;
