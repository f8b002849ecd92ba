-- What the team keeps in mind about a customer, beside any one conversation. The newest are read, never all.
create table contact_notes (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  contact_id uuid not null references contacts on delete cascade,
  author_id uuid not null references agents,
  body text not null,
  created_at timestamptz not null default now()
);
create index contact_notes_contact_id_created_at_idx on contact_notes (contact_id, created_at desc);
