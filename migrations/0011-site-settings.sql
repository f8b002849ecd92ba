-- What the owner has set for the widget; parsed by sdk/protocol/site-settings.ts, where the defaults are.
alter table sites add column settings jsonb not null default '{}';
