-- Who made a tag: so that one agent does not use up the team's.
alter table tags add column created_by uuid references agents on delete set null;
create index tags_created_by_idx on tags (created_by);

-- Departments and topics that are taken away leave their conversations in bounded batches afterwards, as tags do; a
-- foreign key would touch them all in the one statement that deletes. Until then a conversation shows none.
alter table conversations drop constraint conversations_department_id_fkey;
alter table conversations drop constraint conversations_topic_id_fkey;
-- What finds them, the closed ones too.
create index conversations_every_department_id_idx on conversations (department_id) where department_id is not null;
