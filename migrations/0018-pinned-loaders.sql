-- Loaders that pages may have pinned by their digest: the tag names the very bytes, so they stay when a deploy brings
-- others. Of the whole installation, like the files they stand for; one row a release.
create table pinned_loaders (
  digest text primary key,
  script text not null,
  created_at timestamptz not null default now()
);
