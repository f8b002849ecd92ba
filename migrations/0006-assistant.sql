-- One row a run of the AI agent over a conversation: what it saw, what it decided.
create table assistant_runs (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null references conversations on delete cascade,
  -- The fence: the run's reply counts only while the conversation's epoch is this one.
  epoch integer not null,
  -- Last event the run has read; a later customer message makes it stale.
  seen_seq bigint not null,
  state text not null default 'running' check (
    state in ('running', 'answered', 'handed_over', 'stopped', 'stale', 'failed')
  ),
  mode text check (mode in ('model', 'quoted')),
  confidence real,
  passages jsonb not null default '[]',
  tokens integer not null default 0,
  failure text,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create index assistant_runs_conversation_id_idx on assistant_runs (conversation_id, created_at desc);
create index assistant_runs_workspace_id_created_at_idx on assistant_runs (workspace_id, created_at);
