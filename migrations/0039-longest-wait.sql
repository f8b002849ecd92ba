-- Who has waited longest for an answer, and what is due next: without this both read all that is open. It holds what
-- waits and nothing else, and changes as an exchange begins and ends. Such messages stand seconds apart and write to the
-- indexes anyway, as updated_at moves with them (0007); those of one side within a second still touch none.
create index conversations_unanswered_since_idx
  on conversations (workspace_id, priority, unanswered_since, id)
  where is_open and unanswered_since is not null;
