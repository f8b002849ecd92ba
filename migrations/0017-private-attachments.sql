-- Files of notes are the team's alone, as the notes are.
alter table attachments add column is_private boolean not null default false;
