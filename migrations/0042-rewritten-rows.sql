-- Rows that are written anew again and again: room on their pages for the next versions. What changes of a log's mark is in
-- no index, so it stays on its page then.
alter table message_search_heads set (fillfactor = 70);
alter table notifications set (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05);
