-- A site's logo as a picture, drawn anew by the server. Its digest stands in the site's appearance, too.
create table site_logos (
  site_id uuid primary key references sites on delete cascade,
  workspace_id uuid not null references workspaces,
  digest text not null,
  -- WebP.
  bytes bytea not null
);
