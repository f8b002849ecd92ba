-- What finds a message again. Fed from the log by server/conversations/search, after the commit: no message waits for it.
create table message_search (
  conversation_id uuid not null references conversations on delete cascade,
  -- Of the message in its log.
  seq bigint not null,
  event_id uuid not null,
  workspace_id uuid not null,
  -- Of the row that holds its present text: its own, or its latest edit's.
  text_seq bigint not null,
  kind text not null check (kind in ('message', 'note')),
  actor_kind text not null,
  actor_id uuid,
  has_file boolean not null default false,
  at timestamptz not null,
  -- Folded words with their places, and facts about the message as words that begin with "=".
  words tsvector not null,
  primary key (conversation_id, seq)
);
create index message_search_at_idx on message_search (workspace_id, at desc, event_id desc);
-- Without a list of what is still to be sorted in: every search would read that list from end to end.
create index message_search_words_idx on message_search using gin (words) with (fastupdate = off);
alter table message_search set (
  autovacuum_vacuum_insert_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05
);

-- How far each log has been read, and what its conversation is called.
create table message_search_heads (
  conversation_id uuid primary key references conversations on delete cascade,
  workspace_id uuid not null,
  seq bigint not null,
  subject text not null default '',
  words tsvector not null default ''
);
create index message_search_heads_words_idx on message_search_heads using gin (words) with (fastupdate = off);

-- How far a workspace's logs have been looked through: what changed until `looked_at`, and of what was there before,
-- newest first, what changed after `past_at`.
create table message_search_progress (
  workspace_id uuid primary key references workspaces on delete cascade,
  looked_at timestamptz not null,
  past_at timestamptz,
  past_id uuid,
  -- Rows of logs that were there before and have not been read yet.
  behind bigint not null default 0
);

-- Names and addresses as the words they are found by.
create function folded_words(given text) returns text language sql immutable parallel safe return
  regexp_replace(regexp_replace(lower(normalize(given, NFKD)), '[\u0300-\u036f]', '', 'g'), '[^[:alnum:]]+', ' ', 'g');
create index contacts_words_idx on contacts
  using gin (to_tsvector('simple', folded_words(name || ' ' || coalesce(email, ''))));
