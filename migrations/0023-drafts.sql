-- Answers of the AI agent that wait for a person of the team. Their text is in the log; here stands what lists and
-- figures ask for, and which one waits.
alter table conversations
  add column draft_id uuid,
  add column draft_at timestamptz;
create index conversations_draft_at_idx on conversations (workspace_id, draft_at, id) where draft_id is not null;

create table assistant_drafts (
  -- Also its event's.
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  epoch integer not null,
  question text not null,
  preview text not null,
  answer text check (answer in ('model', 'quoted')),
  confidence real,
  topic text,
  created_at timestamptz not null default now(),
  -- Null while it waits.
  outcome text check (outcome in ('approved', 'edited', 'discarded', 'superseded')),
  reason text,
  comment text not null default '',
  edit_distance real,
  words_changed integer,
  decided_by uuid references agents on delete set null,
  decided_by_name text,
  decided_at timestamptz,
  -- The message that was sent.
  message_id uuid
);
create index assistant_drafts_pending_idx on assistant_drafts (workspace_id, created_at, id) where outcome is null;
create index assistant_drafts_decided_idx on assistant_drafts (workspace_id, decided_at, id)
  where outcome in ('approved', 'edited', 'discarded');
create index assistant_drafts_conversation_id_idx on assistant_drafts (conversation_id);
