-- What owners decide of the AI agent, by site: only what differs from the defaults in sdk/protocol/assistant-settings.ts.
create table assistant_settings (
  site_id uuid primary key references sites on delete cascade,
  workspace_id uuid not null references workspaces,
  settings jsonb not null default '{}',
  version integer not null default 1,
  updated_at timestamptz not null default now()
);

-- A site's day (UTC): all nodes spend from one purse.
create table assistant_usage (
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites on delete cascade,
  day date not null,
  replies integer not null default 0,
  tokens bigint not null default 0,
  primary key (workspace_id, site_id, day)
);

-- What a run decided, and why. `mode` says who wrote the answer; `reply_mode` whether it was sent or drafted.
alter table assistant_runs
  add column kind text check (kind in ('answer', 'clarify', 'small_talk', 'hand_over', 'silent', 'copilot')),
  add column reason text,
  add column language text,
  add column topic text,
  add column reply_mode text check (reply_mode in ('auto', 'draft', 'off')),
  add column reasons jsonb not null default '[]',
  add column model text,
  add column cost numeric,
  add column first_word_ms real,
  add column total_ms real;
alter table assistant_runs drop constraint assistant_runs_state_check;
alter table assistant_runs add constraint assistant_runs_state_check check (
  state in ('running', 'answered', 'drafted', 'acting', 'handed_over', 'silent', 'stopped', 'stale', 'failed')
);
create index assistant_runs_workspace_id_id_idx on assistant_runs (workspace_id, id desc);

-- What a run saw and wrote, without what the settings take out. Kept for the site's days, then gone.
create table assistant_traces (
  run_id uuid primary key references assistant_runs on delete cascade,
  workspace_id uuid not null references workspaces,
  question text not null,
  body text,
  passages jsonb not null default '[]',
  trace jsonb not null,
  expires_at timestamptz not null
);
create index assistant_traces_expires_at_idx on assistant_traces (expires_at);
