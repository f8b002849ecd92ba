-- Translations that were imported before what they translate are looked for by the slug they named.
create index articles_translation_of_idx on articles (workspace_id, (source_settings->>'translation_of'))
  where source_settings->>'translation_of' is not null;
