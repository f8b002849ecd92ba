-- Tools the AI agent may use on a site; the owner's own endpoint carries them out.
create table assistant_tools (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites on delete cascade,
  name text not null,
  title text not null,
  description text not null,
  explanation text not null default '',
  parameters jsonb not null,
  -- Input field → what the server puts there: `contact.id`, …
  bound jsonb not null default '{}',
  effect text not null check (effect in ('read', 'write')),
  approval text not null check (approval in ('none', 'customer', 'agent')),
  requires_verified boolean not null default false,
  endpoint text not null,
  -- As they are, since calls are signed with them. Nothing but the signer reads them.
  secret text not null,
  previous_secret text,
  previous_until timestamptz,
  enabled boolean not null default true,
  created_by uuid references agents on delete set null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index assistant_tools_site_id_name_key on assistant_tools (site_id, name);

-- What a visitor's page offers, for as long as their session lasts.
create table visitor_session_tools (
  session_id uuid primary key references visitor_sessions on delete cascade,
  workspace_id uuid not null references workspaces,
  tools jsonb not null,
  updated_at timestamptz not null default now()
);

-- One row a call; its id is that of its `action.requested` in the log. The log tells people, this row is the lock.
create table assistant_actions (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites on delete cascade,
  conversation_id uuid not null references conversations on delete cascade,
  -- Null: a tool of the page, answered by `session_id`.
  tool_id uuid references assistant_tools on delete set null,
  session_id uuid,
  name text not null,
  side text not null check (side in ('server', 'page')),
  effect text not null check (effect in ('read', 'write')),
  approval text not null check (approval in ('none', 'customer', 'agent')),
  -- The fence: undecided, it lapses when the conversation changes hands.
  epoch integer not null,
  input jsonb not null,
  state text not null check (
    state in ('pending', 'approved', 'running', 'succeeded', 'failed', 'declined', 'expired', 'unknown')
  ),
  expires_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
create index assistant_actions_conversation_id_idx on assistant_actions (conversation_id, created_at);
create index assistant_actions_site_id_created_at_idx on assistant_actions (site_id, created_at);
