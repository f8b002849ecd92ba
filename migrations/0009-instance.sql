-- Names this desk among others: several may share a Redis, and must not hear each other's news.
create table instance (
  only_one boolean primary key default true check (only_one),
  id uuid not null default gen_random_uuid()
);
insert into instance default values;
