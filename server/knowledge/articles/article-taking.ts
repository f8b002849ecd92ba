// An article from somewhere else, written so that it can come again: what has not changed there is left alone, and what
// somebody has edited here is kept, with the source's text as a new draft beside it.

import { createHash } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { ArticleFault, type ArticleSource } from '../article-source.ts'
import { createArticleSlugs } from './article-slug.ts'
import { type ArticleLinks, createArticleStore } from './article-store.ts'
import { begunArticle, type HeldArticle, isSameText, type SourceSettings, textOf } from './held-article.ts'
import { createNamedCategories } from './named-category.ts'

export type UpsertOutcome = 'created' | 'updated' | 'unchanged'

export interface Taken {
  outcome: UpsertOutcome
  articleId: string
  slug: string
  /** What somebody should look at. */
  note: string | null
}

export interface TakeOptions {
  /** Customers see it at once, unless the source says otherwise or somebody has edited it here. */
  publish?: boolean
  links?: ArticleLinks
  authorId?: string | null
  /** For what the source does not say. */
  categoryId?: string | null
  siteIds?: string[] | null
  /** A slug that is only wished for: another one will do. */
  anySlug?: boolean
  /** Runs in the same transaction. */
  within?: (taken: Taken, transaction: Transaction) => Promise<void>
}

export interface ArticleTakingDeps {
  db: Database
  clock: () => Date
}

/** Where a file is from that says nothing of it. */
export const markdownOrigin = (slug: string): string => `markdown:${slug}`

const digestOf = (source: ArticleSource, publish: boolean, content: unknown): Buffer =>
  createHash('sha256')
    .update(JSON.stringify([source, publish, content]))
    .digest()

/** Somebody has written here since the source was last taken. */
function isEdited({
  source_digest,
  source_version,
  source_settings,
  version,
  ...held
}: HeldArticle): boolean {
  if (source_version === null) return source_digest === null
  if (version !== source_version) return true
  return held.state === 'published'
    ? held.published_version !== source_version
    : source_settings?.edited === true
}

export function createArticleTaking({ db, clock }: ArticleTakingDeps) {
  const store = createArticleStore({ db })
  const slugs = createArticleSlugs({ db })
  const categories = createNamedCategories({ db })

  async function siteIds(
    workspaceId: string,
    { sites }: ArticleSource,
    fallback: string[] | null,
    transaction: Transaction,
  ): Promise<string[] | null> {
    if (sites === undefined) return fallback
    if (sites === null) return null
    const rows = await db.query<{ id: string; key: string }>(
      'select id, key from sites where workspace_id = $1 and key = any($2::text[]) order by key',
      [workspaceId, sites],
      transaction,
    )
    const missing = sites.find((key) => !rows.some((row) => row.key === key))
    if (missing !== undefined) throw new ArticleFault(`There is no site with the key "${missing}".`)
    return rows.map(({ id }) => id)
  }

  async function groupOf(
    workspaceId: string,
    slug: string | null,
    transaction: Transaction,
  ): Promise<HeldArticle | null> {
    const owner = slug === null ? undefined : await slugs.ownerOf(workspaceId, slug, transaction)
    return owner && !owner.deleted ? store.held(workspaceId, owner.article_id, transaction) : null
  }

  /** Translations that came before what they translate. */
  async function gather(workspaceId: string, held: HeldArticle, transaction: Transaction): Promise<void> {
    await db.query(
      `update articles set group_id = $3
        where workspace_id = $1 and id in (
          select distinct on (lower(locale)) id from articles
           where workspace_id = $1 and source_settings->>'translation_of' = $2 and id <> $4
             and deleted_at is null and lower(locale) <> lower($5)
           order by lower(locale), created_at)`,
      [workspaceId, held.slug, held.group_id, held.id, held.locale],
      transaction,
    )
  }

  async function create(
    workspaceId: string,
    source: ArticleSource,
    said: SourceSettings,
    { anySlug, authorId = null, categoryId = null }: TakeOptions,
    at: Date,
    transaction: Transaction,
  ): Promise<HeldArticle> {
    const id = uuidv7()
    if (!anySlug) await slugs.check(workspaceId, source.slug, id, transaction)
    const original = await groupOf(workspaceId, said.translation_of, transaction)
    const text = textOf(source)
    const held = begunArticle({
      id,
      group_id: original?.group_id ?? uuidv7(),
      slug: anySlug
        ? await slugs.free(workspaceId, source.slug, `article-${id.slice(-8)}`, transaction)
        : source.slug,
      locale: said.locale,
      category_id:
        said.category === null
          ? (categoryId ?? original?.category_id ?? null)
          : await categories.idOf(workspaceId, said.category, transaction),
      featured: said.featured,
      site_ids: said.sites,
      text,
    })
    await store.checkLanguage(workspaceId, held, transaction)
    await store.insert(workspaceId, held, { authorId, origin: 'import', note: null, at }, transaction)
    return held
  }

  /** Settings the source has changed since it last came; what a person has changed, too, stays as it is. */
  async function mergeSettings(
    workspaceId: string,
    held: HeldArticle,
    said: SourceSettings,
    transaction: Transaction,
  ): Promise<string[]> {
    const current: SourceSettings = {
      category: await categories.nameOf(workspaceId, held.category_id, transaction),
      locale: held.locale,
      featured: held.featured,
      sites: held.site_ids,
      translation_of: held.source_settings?.translation_of ?? null,
    }
    const before = held.source_settings ?? current
    const kept: string[] = []
    const takes = <K extends keyof SourceSettings>(name: K): boolean => {
      if (isDeepStrictEqual(said[name], before[name]) || isDeepStrictEqual(said[name], current[name]))
        return false
      const isOurs = !isDeepStrictEqual(current[name], before[name])
      if (isOurs) kept.push(name)
      return !isOurs
    }
    if (takes('category') && said.category !== null)
      held.category_id = await categories.idOf(workspaceId, said.category, transaction)
    if (takes('featured')) held.featured = said.featured
    if (takes('sites')) held.site_ids = said.sites
    if (takes('locale')) held.locale = said.locale
    const original = takes('translation_of')
      ? await groupOf(workspaceId, said.translation_of, transaction)
      : null
    if (original) held.group_id = original.group_id
    await store.checkLanguage(workspaceId, held, transaction)
    return kept
  }

  async function takeHeld(
    workspaceId: string,
    source: ArticleSource,
    options: TakeOptions,
    transaction: Transaction,
  ): Promise<Taken> {
    const { publish = true, authorId = null } = options
    const origin = source.origin ?? markdownOrigin(source.slug)
    const found = await store.heldBySource(
      workspaceId,
      origin,
      options.anySlug ? null : source.slug,
      transaction,
    )
    if (found?.deleted_at)
      throw new ArticleFault('It was deleted here. Bring it back, or wait until it is gone for good.')
    const content = await store.treeOf(workspaceId, source.body, transaction, options.links)
    const digest = digestOf(source, publish, content)
    if (found?.source_digest && digest.equals(found.source_digest))
      return { outcome: 'unchanged', articleId: found.id, slug: found.slug, note: null }

    const at = clock()
    const said: SourceSettings = {
      category: source.category,
      locale: source.locale,
      featured: source.featured,
      // Not said: as it was said last.
      sites: await siteIds(
        workspaceId,
        source,
        options.siteIds === undefined
          ? (found?.source_settings?.sites ?? found?.site_ids ?? null)
          : options.siteIds,
        transaction,
      ),
      translation_of: source.translationOf ?? null,
    }
    const held = found ?? (await create(workspaceId, source, said, options, at, transaction))
    const before = JSON.stringify({ ...held, text: undefined })
    const kept = found ? await mergeSettings(workspaceId, held, said, transaction) : []
    const edited = found !== undefined && isEdited(held)
    const text = textOf(source)
    const isNew = !isSameText(held.text, text) && !(found && isSameText(held.shown, text))
    if (!found || isNew) {
      const note = found && edited ? 'Imported again, beside what was edited here' : 'Imported'
      await store.saveText(workspaceId, held, text, { authorId, origin: 'import', note, at }, transaction)
    }

    const wanted = source.state ?? (publish ? 'published' : 'draft')
    const isWithdrawn =
      found?.state === 'archived' || (found?.state === 'draft' && found.published_at !== null)
    const isDifferent = !isSameText(held.shown, text) || !found
    const moved = found
      ? !isDeepStrictEqual(await shownTree(workspaceId, held.id, transaction), content)
      : false
    let shows = false
    if (!edited && !isWithdrawn) {
      if (wanted === 'published' && text.body.trim() !== '') {
        shows = isDifferent || moved || held.state !== 'published'
        held.state = 'published'
        held.published_version = held.version
        held.published_at ??= at
      } else if (!found) held.state = wanted === 'archived' ? 'archived' : 'draft'
    }
    const isLatest = held.state !== 'published' && (isNew || !found)
    if (shows || isLatest) {
      const updated = source.updated === null ? at : new Date(source.updated)
      await store.show(workspaceId, held.id, text, updated, transaction, options.links)
    }

    const changed = JSON.stringify({ ...held, text: undefined }) !== before || shows || isLatest
    held.source = origin
    held.source_digest = digest
    // Taken on without a change: as far as customers see it; a draft beside it stays a person's.
    if (isNew || !found) held.source_version = held.version
    else held.source_version ??= held.published_version ?? held.version
    held.source_settings = { ...said, ...(edited && isNew && { edited: true }) }
    if (!found || changed) await store.save(workspaceId, held, at, transaction)
    else await remember(workspaceId, held, transaction)
    if (!found) await gather(workspaceId, held, transaction)
    if (!found || changed) await store.changed(workspaceId, transaction)
    return {
      outcome: found ? (changed ? 'updated' : 'unchanged') : 'created',
      articleId: held.id,
      slug: held.slug,
      note: noteOf({ edited: edited && isNew, isWithdrawn: isWithdrawn && isNew, state: held.state, kept }),
    }
  }

  async function shownTree(workspaceId: string, id: string, transaction: Transaction): Promise<unknown> {
    const [row] = await db.query<{ content: unknown }>(
      'select content from articles where workspace_id = $1 and id = $2',
      [workspaceId, id],
      transaction,
    )
    return row?.content
  }

  /** That it came, and nothing else: no revision, as nothing has changed. */
  async function remember(
    workspaceId: string,
    { id, source, source_digest, source_version, source_settings }: HeldArticle,
    transaction: Transaction,
  ): Promise<void> {
    await db.query(
      `update articles set source = $3, source_digest = $4, source_version = $5, source_settings = $6::jsonb
        where workspace_id = $1 and id = $2`,
      [workspaceId, id, source, source_digest, source_version, JSON.stringify(source_settings)],
      transaction,
    )
  }

  return {
    /** @throws ArticleFault, Problem `slug-taken`, `article-exists` */
    take(workspaceId: string, source: ArticleSource, options: TakeOptions = {}): Promise<Taken> {
      return db.transaction(async (transaction) => {
        await store.lock(workspaceId, transaction)
        const taken = await takeHeld(workspaceId, source, options, transaction)
        await options.within?.(taken, transaction)
        return taken
      })
    },
  }
}

function noteOf({
  edited,
  isWithdrawn,
  state,
  kept,
}: {
  edited: boolean
  isWithdrawn: boolean
  state: string
  kept: string[]
}): string | null {
  const notes = [
    edited && 'It was edited here since: the new text waits as a draft version.',
    !edited &&
      isWithdrawn &&
      `It is ${state === 'archived' ? 'archived' : 'not published'} here and stays so: the new text is its latest version.`,
    kept.length > 0 && `Changed here and in the source, and kept as it is here: ${kept.join(', ')}.`,
  ].filter(Boolean)
  return notes.length > 0 ? notes.join(' ') : null
}

export type ArticleTaking = ReturnType<typeof createArticleTaking>
