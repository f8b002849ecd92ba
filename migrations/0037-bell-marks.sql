-- Up to which row of the log a line tells: none is told twice.
alter table notifications add column seq bigint;

-- Up to when each node has rung the bell for what it has appended. The mark of one that has died tells the others from
-- where to ring on: nothing has to be written beside a message for that.
create table bell_marks (
  node uuid primary key,
  rung_until timestamptz not null,
  seen_at timestamptz not null
);
