-- What callers have used of the rate limits that hold for all nodes together. Of addresses and accounts rather than of a
-- workspace. Unlogged: a crash may empty it, and a write costs no wait for the disk. Rows go an hour after their end.
create unlogged table rate_limits (
  key text primary key,
  points integer not null,
  -- Milliseconds since 1970.
  expire bigint
);

create index rate_limits_expire_idx on rate_limits (expire);
