-- What was deleted and is still being taken from the conversations that have it, so that every administrator sees how far
-- that is. A row stands from the deletion until no conversation has it.
create table taking_away (
  workspace_id uuid not null references workspaces on delete cascade,
  kind text not null check (kind in ('tag', 'topic', 'department')),
  id uuid not null,
  primary key (workspace_id, kind, id)
);
