-- Minutes in which a conversation is to be over, by priority; what is missing has no deadline.
alter table workspaces add column solve_targets jsonb not null default '{}';
