-- Questions an article has answered. articles.questions are the author's own words; these are the customers'.
create table remembered_questions (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  article_id uuid not null references articles on delete cascade,
  question text not null,
  -- The same question in other spellings has the same key, and is counted instead of kept again.
  normal text not null,
  locale text not null,
  source text not null check (source in ('accepted_answer', 'insert', 'vote', 'correction', 'owner')),
  state text not null default 'pending' check (state in ('pending', 'accepted', 'rejected')),
  -- What its source is worth, less what customers said against it since.
  weight real not null,
  seen integer not null default 1,
  first_seen_at timestamptz not null,
  last_seen_at timestamptz not null,
  unique (workspace_id, article_id, normal)
);
create index remembered_questions_listed_idx on remembered_questions (workspace_id, last_seen_at desc, id desc);
create index remembered_questions_article_id_idx on remembered_questions (article_id);
-- Which other articles answered the same.
create index remembered_questions_normal_idx on remembered_questions (workspace_id, normal);

-- What an owner has set for search.
create table search_settings (
  workspace_id uuid primary key references workspaces,
  count_pending boolean not null default true
);

create table search_synonyms (
  workspace_id uuid not null references workspaces,
  language text not null,
  lines text[] not null,
  updated_at timestamptz not null,
  primary key (workspace_id, language)
);

-- Raised by what is remembered: indexes follow it too, but not for each question at once.
alter table knowledge_versions add column memory bigint not null default 0;

-- Vectors by what they are of: a text that has not changed is never paid for twice, whichever article it stands in.
create table text_embeddings (
  workspace_id uuid not null references workspaces,
  model text not null,
  -- SHA-256 of the text.
  digest bytea not null,
  -- Of length 1, as 32-bit floats, little-endian.
  vector bytea not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, model, digest)
);
