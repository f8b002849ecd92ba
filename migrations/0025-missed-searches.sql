-- What customers searched for and did not find: counted, never by whom, and forgotten when nobody asks again.
create table missed_searches (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  -- The language of who asked, without its region.
  language text not null,
  -- The same for the same words in other forms and order.
  normal text not null,
  -- As first asked.
  query text not null,
  count integer not null default 1,
  first_at timestamptz not null,
  last_at timestamptz not null,
  -- Set aside by somebody who keeps the articles.
  dismissed_at timestamptz,
  unique (workspace_id, language, normal)
);
create index missed_searches_listed_idx on missed_searches (workspace_id, count desc, last_at desc);
