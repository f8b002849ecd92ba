create table contacts (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites,
  name text not null default '',
  -- A label as given, never a key to join people by: only a signed identity verifies it.
  email text,
  verified_at timestamptz,
  locale text,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
create index contacts_workspace_id_idx on contacts (workspace_id);

create table visitor_sessions (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites,
  contact_id uuid not null references contacts on delete cascade,
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index visitor_sessions_contact_id_idx on visitor_sessions (contact_id);
