-- Keys of servers, and consoles shown by pages of a company's own.
alter table workspaces add column console_origins text[] not null default '{}';

-- Null: has never signed in. In no index, as it moves every minute.
alter table agents add column last_seen_at timestamptz;
update agents a set last_seen_at = coalesce(
  (select max(s.last_seen_at) from agent_sessions s where s.agent_id = a.id),
  case when a.password_hash is not null then a.created_at end);

-- What signs host tokens. The secret is gone once it is revoked.
create table console_keys (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  secret text,
  created_by uuid references agents on delete set null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index console_keys_workspace_id_idx on console_keys (workspace_id) where revoked_at is null;

-- Each host token is good once: what was used, until it would have run out.
create table used_host_tokens (
  key_id uuid not null references console_keys on delete cascade,
  jti text not null,
  expires_at timestamptz not null,
  primary key (key_id, jti)
);
create index used_host_tokens_expires_at_idx on used_host_tokens (expires_at);

-- An API key is a session that does not run out by lying idle; one by host token ends with its key.
alter table agent_sessions
  add column kind text not null default 'browser' check (kind in ('browser', 'host', 'api_key')),
  add column name text,
  add column hint text,
  add column console_key_id uuid references console_keys on delete cascade;
create index agent_sessions_api_key_idx on agent_sessions (workspace_id, id) where kind = 'api_key';
create index agent_sessions_console_key_id_idx on agent_sessions (console_key_id) where console_key_id is not null;

-- The audit log is read from its end, whole or by one thing.
create index audit_entries_workspace_id_id_idx on audit_entries (workspace_id, id);
create index audit_entries_action_idx on audit_entries (workspace_id, action, id);
create index audit_entries_agent_id_idx on audit_entries (workspace_id, agent_id, id);
