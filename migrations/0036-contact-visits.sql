-- What a customer's browser tells of itself, and the latest pages they have opened: one row each, bounded, written when a
-- page is opened and never by a message. Goes with the contact.
create table contact_visits (
  contact_id uuid primary key references contacts on delete cascade,
  workspace_id uuid not null references workspaces,
  -- browser, system, kind
  device jsonb,
  time_zone text,
  -- Newest first: url, title, at.
  pages jsonb not null default '[]',
  told_at timestamptz not null default now()
);
