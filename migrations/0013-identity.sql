-- What a site's own system signs its customers' tokens with; the id is the token's `kid`.
create table identity_keys (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites on delete cascade,
  algorithm text not null check (algorithm in ('HS256', 'EdDSA')),
  -- As it is, for HS256 is checked with what it is signed with, and there is nowhere safer here to keep it: who reads
  -- this table can sign. Only the verifier asks for it, and revoking takes it away.
  secret text,
  -- A JWK (RFC 8037).
  public_key jsonb,
  created_by uuid references agents on delete set null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index identity_keys_site_id_idx on identity_keys (site_id);

alter table contacts
  -- Who they are in the owner's own system. Set by a signed token alone; null: a visitor nobody has vouched for.
  add column external_id text,
  -- What the last token said of them: name, email, email_verified, locale, attributes. It wins over what they type.
  add column identity jsonb,
  -- What the page said of them, which anybody can make it say.
  add column attributes jsonb not null default '{}';
create unique index contacts_site_id_external_id_key on contacts (site_id, external_id) where external_id is not null;

-- The key whose token opened the session: revoked, it takes the session with it.
alter table visitor_sessions add column identity_key_id uuid references identity_keys on delete set null;
create index visitor_sessions_identity_key_id_idx on visitor_sessions (identity_key_id)
  where identity_key_id is not null;

-- What customers did on the owner's pages, as the pages tell it. The newest hundred of each are kept.
create table contact_events (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  contact_id uuid not null references contacts on delete cascade,
  name text not null,
  data jsonb not null default '{}',
  url text,
  created_at timestamptz not null default now()
);
create index contact_events_contact_id_idx on contact_events (contact_id, id desc);
