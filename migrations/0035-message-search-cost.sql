-- Words that are new are sorted in together: one by one they cost more than the messages they stand in. What waits to be
-- sorted in is read by every search, so it is kept short (kB).
alter index message_search_words_idx set (fastupdate = on, gin_pending_list_limit = 512);
alter index message_search_heads_words_idx set (fastupdate = on, gin_pending_list_limit = 128);
