-- The lists of the inbox. What is out of sight (snoozed, spam, merged) changes hardly ever, so it may stand in a
-- predicate; since when somebody waits for an answer changes with each message, so no index knows it: see 0007.
create index conversations_unassigned_idx on conversations (workspace_id, updated_at desc, id desc)
  where is_open and assignee_id is null;
create index conversations_department_id_idx on conversations (workspace_id, department_id, updated_at desc, id desc)
  where is_open and department_id is not null;
create index conversations_snoozed_idx on conversations (workspace_id, updated_at desc, id desc)
  where snoozed_until is not null;
create index conversations_spam_idx on conversations (workspace_id, updated_at desc, id desc)
  where spam_at is not null;
create index conversations_priority_idx on conversations (workspace_id, priority, updated_at desc, id desc)
  where is_open and priority <> 'normal';
create index conversations_mentioned_ids_idx on conversations using gin (mentioned_ids)
  where is_open and mentioned_ids <> '{}';
create index conversations_follower_ids_idx on conversations using gin (follower_ids)
  where is_open and follower_ids <> '{}';

-- As far as it can be told of conversations that were there before.
update conversations
   set unanswered_since = coalesce(waiting_since, (last_message->>'at')::timestamptz)
 where is_open and unanswered_since is null
   and (waiting_since is not null or last_message->'actor'->>'kind' = 'contact');

-- InboxFilter and InboxSort of the protocol.
create table saved_views (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  owner_id uuid not null references agents,
  name text not null,
  shared boolean not null,
  filter jsonb not null,
  sort text not null,
  position integer not null,
  created_at timestamptz not null default now()
);
create index saved_views_workspace_id_idx on saved_views (workspace_id);
