-- Which conversations have a tag or a topic: to count them, and to take it from them.
create index conversations_tag_ids_idx on conversations using gin (tag_ids) where tag_ids <> '{}';
create index conversations_topic_id_idx on conversations (topic_id) where topic_id is not null;
