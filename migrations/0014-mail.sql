-- The e-mail a ticket was opened with: what opens it again, whatever its contact is called by later. Null for chats, and
-- for tickets of a node of the release before, which follow their contact.
alter table conversations add column email text;
update conversations c set email = lower(ct.email)
  from contacts ct where ct.id = c.contact_id and c.channel = 'ticket' and ct.email is not null;
create index conversations_email_idx on conversations (site_id, email) where email is not null;

-- What is known of an address: whether somebody who reads it has said so, and whether mail comes back.
create table mailboxes (
  workspace_id uuid not null references workspaces,
  address text not null,
  verified_at timestamptz,
  bounced_at timestamptz,
  bounce text,
  primary key (workspace_id, address)
);

-- Outgoing mail. What it says goes with the sending: codes and links must not lie about.
create table mails (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  address text not null,
  kind text not null,
  content jsonb,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'suppressed', 'expired')),
  attempts integer not null default 0,
  fault text,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  -- Not worth sending after this.
  expires_at timestamptz
);
create index mails_address_idx on mails (workspace_id, address, created_at);

-- Codes mailed to an address, each for one purpose on one site.
create table verifications (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites on delete cascade,
  purpose text not null check (purpose in ('ticket', 'chat', 'lookup')),
  address text not null,
  -- Null until the mail is written, and for ever where there is nothing to mail.
  code_hash bytea,
  guesses integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index verifications_expires_at_idx on verifications (expires_at);

-- Bearer secrets that open one conversation, without a session.
create table conversation_grants (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  conversation_id uuid not null references conversations on delete cascade,
  -- A chat's opens no ticket and the other way round.
  kind text not null check (kind in ('ticket', 'chat')),
  token_hash bytea not null unique,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index conversation_grants_conversation_id_idx on conversation_grants (conversation_id);
