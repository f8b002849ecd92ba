create table article_categories (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  position integer not null default 0,
  unique (workspace_id, name)
);

create table articles (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  category_id uuid references article_categories on delete set null,
  slug text not null,
  title text not null,
  summary text,
  locale text not null default 'en',
  body text not null,
  content jsonb not null,
  -- Other ways customers ask for it; each counts as a title in search.
  questions text[] not null default '{}',
  related text[] not null default '{}',
  featured boolean not null default false,
  state text not null default 'published' check (state in ('draft', 'published', 'archived')),
  -- Digest of the imported file, to tell unchanged ones.
  source_digest bytea,
  helpful_count integer not null default 0,
  unhelpful_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (workspace_id, slug)
);

-- A passage is one top-level block of an article: what search ranks and citations point at.
create table article_passages (
  article_id uuid not null references articles on delete cascade,
  workspace_id uuid not null references workspaces,
  passage text not null,
  position integer not null,
  -- Headings above the block, for context.
  heading text not null default '',
  text text not null,
  primary key (article_id, passage)
);
create index article_passages_workspace_id_idx on article_passages (workspace_id);

create table article_feedback (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  article_id uuid not null references articles on delete cascade,
  helpful boolean not null,
  comment text,
  created_at timestamptz not null default now()
);
create index article_feedback_article_id_idx on article_feedback (article_id);

-- Raised by every change of a workspace's articles, so that a node knows its search index is old.
create table knowledge_versions (
  workspace_id uuid primary key references workspaces,
  version bigint not null default 0
);
