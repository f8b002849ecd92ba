-- How a team sorts its conversations. What most messages change stays out of indexes: see 0007.
create table topics (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  department_id uuid references departments on delete set null,
  created_at timestamptz not null default now()
);
create unique index topics_workspace_id_name_key on topics (workspace_id, lower(name));

create table tags (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  name text not null,
  created_at timestamptz not null default now()
);
create unique index tags_workspace_id_name_key on tags (workspace_id, lower(name));

-- Facts of the team's own about a conversation: FormField of the protocol.
create table conversation_fields (
  id uuid primary key,
  workspace_id uuid not null references workspaces,
  key text not null,
  field jsonb not null,
  position integer not null default 0,
  created_at timestamptz not null default now(),
  unique (workspace_id, key)
);

alter table conversations
  add column priority text not null default 'normal' check (priority in ('low', 'normal', 'high', 'urgent')),
  add column topic_id uuid references topics on delete set null,
  add column tag_ids uuid[] not null default '{}',
  add column custom jsonb not null default '{}',
  add column snoozed_until timestamptz,
  add column spam_at timestamptz,
  -- Since when the customer waits for the team's next words; null while nothing is owed.
  add column unanswered_since timestamptz,
  add column follower_ids uuid[] not null default '{}',
  -- Who was called for by a note.
  add column mentioned_ids uuid[] not null default '{}',
  add column merged_into uuid references conversations on delete set null;

alter table contacts add column blocked_at timestamptz;

-- Minutes by priority: ReplyTargets of the protocol.
alter table workspaces
  add column reply_targets jsonb not null default '{"urgent": 15, "high": 60, "normal": 240, "low": 1440}';

alter table agents add column capacity integer not null default 6 check (capacity between 1 and 50);
