create table conversations (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites,
  contact_id uuid not null references contacts,
  channel text not null check (channel in ('chat', 'ticket')),
  reference text not null unique,
  subject text not null default '',
  status text not null default 'new' check (
    status in ('new', 'triaging', 'assigned', 'waiting_on_customer', 'escalated', 'resolved', 'closed')
  ),
  department_id uuid references departments on delete set null,
  assignee_id uuid references agents,
  -- Raised by every assignment; whoever writes under an older epoch is refused.
  assignment_epoch integer not null default 0,
  -- Gap-free counters: last_seq counts every row of the log, last_pub_seq those the customer may see.
  last_seq bigint not null default 0,
  last_pub_seq bigint not null default 0,
  waiting_since timestamptz,
  handoff_reason text,
  -- How long the last accepted handoff had waited; the queue's estimate is a median of these.
  accepted_at timestamptz,
  waited_seconds integer,
  locale text,
  page jsonb,
  last_message jsonb,
  rating jsonb,
  resolved_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index conversations_contact_id_idx on conversations (contact_id, updated_at desc);
create index conversations_assignee_id_idx on conversations (workspace_id, assignee_id, updated_at desc)
  where status not in ('resolved', 'closed');
create index conversations_waiting_since_idx on conversations (workspace_id, waiting_since)
  where waiting_since is not null;
create index conversations_open_idx on conversations (workspace_id, updated_at desc)
  where status not in ('resolved', 'closed');
create index conversations_done_idx on conversations (workspace_id, updated_at desc)
  where status in ('resolved', 'closed');
create index conversations_accepted_at_idx on conversations (workspace_id, accepted_at desc)
  where waited_seconds is not null;

-- The log. Rows are only ever added; seq and pub_seq are taken under the conversation's row lock.
create table conversation_events (
  conversation_id uuid not null references conversations on delete cascade,
  seq bigint not null,
  -- Null: private to the team.
  pub_seq bigint,
  workspace_id uuid not null references workspaces,
  id uuid not null,
  type text not null,
  actor_kind text not null check (actor_kind in ('contact', 'human', 'ai', 'bot', 'system')),
  actor_id uuid,
  actor_name text not null default '',
  -- The sender's client id and a digest of what it stood for: one command, one effect, for ever.
  cid uuid,
  cid_digest bytea,
  data jsonb not null,
  created_at timestamptz not null default now(),
  primary key (conversation_id, seq)
);
create unique index conversation_events_pub_seq_key on conversation_events (conversation_id, pub_seq)
  where pub_seq is not null;
create unique index conversation_events_cid_key on conversation_events (conversation_id, actor_id, cid)
  where cid is not null;

-- One cursor a reader, only ever raised. reader_id is a contact's or an agent's.
create table conversation_reads (
  conversation_id uuid not null references conversations on delete cascade,
  reader_id uuid not null,
  workspace_id uuid not null references workspaces,
  reader_kind text not null check (reader_kind in ('contact', 'human', 'ai', 'bot')),
  read_seq bigint not null,
  read_pub_seq bigint not null,
  updated_at timestamptz not null default now(),
  primary key (conversation_id, reader_id)
);
