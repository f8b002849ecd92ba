-- What a message costs. An update that changes a column some index knows writes to every index of the row; one that
-- does not stays on its page. So nothing that most messages change may stand in an index: a conversation's status
-- moves to and fro with each reply, whether it is open hardly ever.
alter table conversations
  add column is_open boolean not null generated always as (status not in ('resolved', 'closed')) stored;

drop index conversations_assignee_id_idx;
drop index conversations_open_idx;
drop index conversations_done_idx;
create index conversations_assignee_id_idx on conversations (workspace_id, assignee_id, updated_at desc)
  where is_open;
create index conversations_updated_at_idx on conversations (workspace_id, is_open, updated_at desc);

-- Room on each page for the next versions of its rows, and a vacuum that comes by before they crowd.
alter table conversations set (
  fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05
);
-- Rows are only added: without these the vacuum that lets an index answer alone would come ever more rarely.
alter table conversation_events set (
  autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02
);

-- An event's workspace is its conversation's, copied by the statement that writes it. Checking it again locked the
-- workspace's one row for every message, from all sides at once.
alter table conversation_events drop constraint conversation_events_workspace_id_fkey;
