-- Words for one colleague only. No rows of a log: whatever reads logs (other agents, search, transcripts, the AI agent)
-- cannot come upon them.
create table whispers (
  -- The command's cid.
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  author_id uuid not null references agents on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  -- Of the log, as it was written: where it stands among the lines.
  after_seq bigint not null,
  body text not null,
  digest bytea not null,
  created_at timestamptz not null default now()
);
create index whispers_conversation_id_idx on whispers (conversation_id, created_at);
