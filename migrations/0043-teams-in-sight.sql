-- How many conversations each team has in sight is counted in the index alone. No message changes what it knows.
create index conversations_in_sight_idx on conversations (workspace_id, department_id)
  where is_open and department_id is not null and snoozed_until is null and spam_at is null and merged_into is null;
