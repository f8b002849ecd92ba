-- Headings of the help centre are a tree, and are called otherwise in other languages.
alter table article_categories
  add column parent_id uuid references article_categories on delete set null,
  add column slug text,
  add column description text,
  -- {"de": {"name": "Rückgabe", "description": "…"}, …}; `name` and `description` stand for every other language.
  add column translations jsonb not null default '{}';
create unique index article_categories_workspace_id_slug_key on article_categories (workspace_id, slug);
create index article_categories_parent_id_idx on article_categories (parent_id);

-- A row is an article in one language. Title, summary, body, questions and related are what customers see while it is
-- published, and the latest version while it is not.
alter table articles
  -- Translations of one another share it.
  add column group_id uuid not null default gen_random_uuid(),
  -- Null: on every site of the workspace.
  add column site_ids uuid[],
  -- The latest version of the text, and the one customers see. Null in one that is published: the latest.
  add column version integer not null default 1,
  add column published_version integer,
  -- One more with every change of any kind, so that two people do not overwrite each other unseen.
  add column revision integer not null default 1,
  add column author_id uuid references agents,
  add column published_at timestamptz,
  -- `updated_at` is the day readers are told; this is when anybody last changed anything.
  add column changed_at timestamptz not null default now(),
  -- In the bin: archived, and taken away for good after a while.
  add column deleted_at timestamptz,
  -- Where an import has it from, the version it wrote, and what it said of everything but the text.
  add column source text,
  add column source_version integer,
  add column source_settings jsonb;

-- What was imported before versions were kept.
update articles set source = 'markdown:' || slug, source_version = 1 where source_digest is not null;
update articles set published_version = 1, published_at = updated_at where state = 'published';
-- Translations were told by their slugs: `parcels-de` in German is one of `parcels`.
update articles t set group_id = o.group_id from articles o
 where o.workspace_id = t.workspace_id and o.locale <> t.locale
   and o.slug || '-' || lower(t.locale) = t.slug and o.slug = left(t.slug, -1 - length(t.locale));

create unique index articles_workspace_id_group_id_locale_key on articles (workspace_id, group_id, lower(locale))
  where deleted_at is null;
create unique index articles_workspace_id_source_key on articles (workspace_id, source) where source is not null;
create index articles_workspace_id_changed_at_idx on articles (workspace_id, changed_at desc, id desc);
create index articles_category_id_idx on articles (category_id);

-- Every save of a text. Rows are only added.
create table article_versions (
  article_id uuid not null references articles on delete cascade,
  workspace_id uuid not null references workspaces,
  number integer not null,
  title text not null,
  summary text,
  body text not null,
  questions text[] not null default '{}',
  related text[] not null default '{}',
  -- Null: nobody signed in, as from the command line.
  author_id uuid references agents,
  origin text not null check (origin in ('person', 'import', 'restore')),
  note text,
  created_at timestamptz not null default now(),
  primary key (article_id, number)
);
insert into article_versions (article_id, workspace_id, number, title, summary, body, questions, related, origin, created_at)
select id, workspace_id, 1, title, summary, body, questions, related,
       case when source_digest is null then 'person' else 'import' end, created_at
  from articles;

-- Slugs that articles once had, and that still lead to them.
create table article_slugs (
  workspace_id uuid not null references workspaces,
  slug text not null,
  article_id uuid not null references articles on delete cascade,
  created_at timestamptz not null default now(),
  primary key (workspace_id, slug)
);
create index article_slugs_article_id_idx on article_slugs (article_id);

-- How often an article was opened, by day; never by whom.
create table article_view_days (
  article_id uuid not null references articles on delete cascade,
  workspace_id uuid not null references workspaces,
  day date not null,
  views integer not null,
  primary key (article_id, day)
);
create index article_view_days_workspace_id_day_idx on article_view_days (workspace_id, day);

-- An import is a list of sources, taken one after another by a job.
create table article_imports (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  kind text not null check (kind in ('files', 'website', 'urls')),
  -- open: files are being added; waiting, running; then done, failed (nothing more can come of it) or cancelled.
  state text not null default 'open' check (state in ('open', 'waiting', 'running', 'done', 'failed', 'cancelled')),
  options jsonb not null,
  -- Why the whole of it failed, for people.
  problem text,
  agent_id uuid references agents,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index article_imports_workspace_id_created_at_idx on article_imports (workspace_id, created_at desc, id desc);

create table article_import_items (
  import_id uuid not null references article_imports on delete cascade,
  workspace_id uuid not null references workspaces,
  position integer not null,
  -- A file's name, or an address.
  source text not null,
  outcome text not null default 'waiting'
    check (outcome in ('waiting', 'created', 'updated', 'unchanged', 'failed', 'skipped')),
  -- Why it failed or was left out, or what somebody should look at.
  reason text,
  article_id uuid references articles on delete set null,
  -- How often it was begun: one that ends the process must not end it for ever.
  attempts integer not null default 0,
  -- Bytes of a file, until it is done with.
  content bytea,
  primary key (import_id, position),
  unique (import_id, source)
);
