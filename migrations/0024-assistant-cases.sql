-- Conversations the AI agent has to handle in a known way, made from corrections or typed by owners.
create table assistant_cases (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites,
  title text not null,
  -- Without what the site's settings keep from a model.
  turns jsonb not null,
  locale text,
  expected jsonb not null,
  must_not text[] not null default '{}',
  source text not null check (source in ('correction', 'typed')),
  -- What was corrected. The case outlives it.
  conversation_id uuid references conversations on delete set null,
  message_id uuid,
  -- The article the correction went into, and the version that holds it.
  article_id uuid references articles on delete set null,
  article_version integer,
  -- Search has been told the question; before, the article is not published yet.
  remembered_at timestamptz,
  created_by uuid references agents,
  -- Of the last replay.
  result jsonb,
  verdict text check (verdict in ('passed', 'declined', 'failed')),
  ran_at timestamptz,
  run_id uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index assistant_cases_workspace_id_idx on assistant_cases (workspace_id, created_at desc, id desc);
-- Corrections whose article waits to be published.
create index assistant_cases_waiting_idx on assistant_cases (workspace_id) where article_id is not null and remembered_at is null;
-- A message is corrected once; doing it again changes the case.
create unique index assistant_cases_message_id_key on assistant_cases (workspace_id, message_id);

create table assistant_case_runs (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  total integer not null,
  done integer not null default 0,
  passed integer not null default 0,
  declined integer not null default 0,
  failed integer not null default 0,
  lost text[] not null default '{}',
  failure text,
  started_by uuid references agents,
  started_at timestamptz not null,
  ended_at timestamptz
);
create index assistant_case_runs_workspace_id_idx on assistant_case_runs (workspace_id, started_at desc);
-- One at a time.
create unique index assistant_case_runs_workspace_id_key on assistant_case_runs (workspace_id)
  where state in ('waiting', 'running');
