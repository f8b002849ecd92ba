create table workspaces (
  id uuid primary key,
  name text not null,
  created_at timestamptz not null default now()
);

create table agents (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('human', 'ai', 'bot')),
  name text not null,
  email text,
  role text not null default 'agent' check (role in ('owner', 'admin', 'agent')),
  password_hash text,
  availability text not null default 'online' check (availability in ('online', 'away', 'offline')),
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);
create unique index agents_workspace_id_email_key on agents (workspace_id, lower(email)) where email is not null;

create table departments (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  unique (workspace_id, name)
);

create table department_members (
  workspace_id uuid not null references workspaces,
  department_id uuid not null references departments on delete cascade,
  agent_id uuid not null references agents on delete cascade,
  primary key (department_id, agent_id)
);
create index department_members_agent_id_idx on department_members (agent_id);

create table agent_sessions (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  agent_id uuid not null references agents on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index agent_sessions_agent_id_idx on agent_sessions (agent_id);

create table login_links (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  agent_id uuid not null references agents on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);

-- Who did what to accounts and settings. Conversations keep their own log.
create table audit_entries (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  agent_id uuid references agents,
  action text not null,
  data jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index audit_entries_workspace_id_created_at_idx on audit_entries (workspace_id, created_at);
