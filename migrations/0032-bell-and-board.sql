-- What calls for agents, kept until they have seen it and thirty days at most. One unread line a conversation and kind.
create table notifications (
  id uuid primary key,
  workspace_id uuid not null references workspaces on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  kind text not null,
  conversation_id uuid not null references conversations on delete cascade,
  event_id uuid,
  actor jsonb not null,
  preview text not null default '',
  at timestamptz not null,
  read_at timestamptz
);
create unique index notifications_unread_key on notifications (agent_id, conversation_id, kind) where read_at is null;
create index notifications_agent_id_idx on notifications (agent_id, at desc, id desc);
create index notifications_conversation_id_idx on notifications (conversation_id, kind);
create index notifications_at_idx on notifications (at);

-- AgentPreferences of the protocol: what differs from its defaults included.
create table agent_preferences (
  agent_id uuid primary key references agents on delete cascade,
  workspace_id uuid not null references workspaces on delete cascade,
  preferences jsonb not null,
  updated_at timestamptz not null default now()
);

alter table agents add column availability_since timestamptz;

-- The longest wait of each minute, of each department and of all (null), for two days.
create table wait_samples (
  workspace_id uuid not null references workspaces on delete cascade,
  department_id uuid references departments on delete cascade,
  at timestamptz not null,
  seconds integer not null
);
create index wait_samples_workspace_id_idx on wait_samples (workspace_id, at);

