-- Files of messages. A row comes with the ticket to upload, before there is a byte; the conversation may begin later,
-- so its id is no reference yet.
create table attachments (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  site_id uuid not null references sites,
  -- The conversation, or the form, it was uploaded for; once bound, the conversation it is in.
  conversation_id uuid not null,
  uploader_kind text not null check (uploader_kind in ('contact', 'human', 'ai', 'bot')),
  uploader_id uuid not null,
  ticket_hash bytea not null unique,
  ticket_expires_at timestamptz not null,
  -- asked: no byte yet; receiving; ready: may go into a message; bound: stands in one; gone: its message was deleted.
  state text not null default 'asked' check (state in ('asked', 'receiving', 'ready', 'bound', 'gone')),
  name text not null,
  -- As announced; from `ready` on what is stored.
  size bigint not null,
  type text,
  kind text check (kind in ('image', 'audio', 'video', 'file')),
  width integer,
  height integer,
  has_thumb boolean not null default false,
  storage_key text,
  sha256 bytea,
  created_at timestamptz not null default now()
);
create index attachments_conversation_id_idx on attachments (conversation_id);
-- What nobody sent, and what is to be taken off the disk.
create index attachments_loose_idx on attachments (created_at) where state <> 'bound';

-- Signs what is given out for a while, such as addresses of files. Of the whole installation, as every node must know it.
alter table instance add column secret bytea not null
  default sha256(convert_to(gen_random_uuid()::text || gen_random_uuid()::text, 'UTF8'));
