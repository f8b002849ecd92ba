-- Messages that are sent by themselves later. A job wakes at the time; the row decides, under the conversation's lock.
create table scheduled_messages (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null references conversations on delete cascade,
  -- In whose name.
  agent_id uuid not null references agents,
  body text not null,
  attachments uuid[] not null default '{}',
  send_at timestamptz not null,
  unless_reply boolean not null default false,
  resolve boolean not null default false,
  state text not null default 'waiting' check (state in ('waiting', 'sent', 'cancelled', 'customer_wrote', 'failed')),
  created_at timestamptz not null default now()
);
create index scheduled_messages_conversation_id_idx on scheduled_messages (conversation_id) where state = 'waiting';

-- True while a message waits that a customer's word would take back: then their words go the long way.
alter table conversations add column reply_cancels boolean not null default false;

-- What an agent has written and not sent, for their other devices.
create table kept_replies (
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null references conversations on delete cascade,
  agent_id uuid not null references agents,
  kind text not null check (kind in ('message', 'note')),
  body text not null,
  at timestamptz not null,
  primary key (conversation_id, agent_id, kind)
);

-- Two that belong together, each pair once.
create table conversation_links (
  workspace_id uuid not null references workspaces,
  first_id uuid not null references conversations on delete cascade,
  second_id uuid not null references conversations on delete cascade,
  created_at timestamptz not null default now(),
  primary key (first_id, second_id),
  check (first_id < second_id)
);
create index conversation_links_second_id_idx on conversation_links (second_id);

-- How a conversation was before it went into another, to be able to take that back. `into_id` is what was chosen;
-- conversations.merged_into is where it has ended up since.
create table conversation_merges (
  conversation_id uuid primary key references conversations on delete cascade,
  workspace_id uuid not null references workspaces,
  into_id uuid not null references conversations on delete cascade,
  before jsonb not null,
  merged_at timestamptz not null default now()
);
create index conversation_merges_into_id_idx on conversation_merges (into_id);
create index conversations_merged_into_idx on conversations (merged_into) where merged_into is not null;

-- A copy of a message has copies of its files, which share their bytes.
create index attachments_storage_key_idx on attachments (storage_key) where storage_key is not null;

create table canned_replies (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  owner_id uuid not null references agents,
  shortcut text not null,
  title text not null,
  body text not null,
  shared boolean not null default true,
  used integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index canned_replies_workspace_id_idx on canned_replies (workspace_id);
create unique index canned_replies_shared_key on canned_replies (workspace_id, shortcut) where shared;
create unique index canned_replies_own_key on canned_replies (workspace_id, owner_id, shortcut) where not shared;

create table macros (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  owner_id uuid not null references agents,
  name text not null,
  shared boolean not null default false,
  actions jsonb not null,
  used integer not null default 0,
  created_at timestamptz not null default now()
);
create index macros_workspace_id_idx on macros (workspace_id);

-- One operation on many conversations. A job goes through the items in their order.
create table bulk_operations (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  agent_id uuid not null references agents,
  digest bytea not null,
  actions jsonb not null,
  state text not null default 'running' check (state in ('running', 'done', 'cancelled', 'undoing', 'undone')),
  total integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create table bulk_items (
  operation_id uuid not null references bulk_operations on delete cascade,
  place integer not null,
  conversation_id uuid not null references conversations on delete cascade,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed', 'undone', 'undo_failed')),
  reason text,
  -- What was before, and the last number of the log after it, as far as it can be taken back.
  before jsonb,
  after_seq bigint,
  primary key (operation_id, place)
);
