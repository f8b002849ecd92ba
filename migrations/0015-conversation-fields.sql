-- What the customer answered in the site's own fields: [{"key": …, "label": …, "value": …}], labels as they were asked.
alter table conversations add column fields jsonb;
