create table sites (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  key text not null unique,
  name text not null,
  locale text not null default 'en',
  greeting text not null default '',
  -- Exact origins that may use the widget. Empty: localhost only.
  allowed_origins text[] not null default '{}',
  appearance jsonb not null,
  -- {"time_zone": "Europe/Oslo", "days": {"mon": [["08:00", "18:00"]], …}}; null: no hours kept.
  hours jsonb,
  assistant_enabled boolean not null default true,
  created_at timestamptz not null default now()
);
create index sites_workspace_id_idx on sites (workspace_id);
create index sites_allowed_origins_idx on sites using gin (allowed_origins);
