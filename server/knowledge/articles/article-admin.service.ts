// Articles changed by people: drafts, what customers see, and the ways between them. Customers' text changes only when
// somebody publishes.

import type * as z from 'zod'
import type {
  AdminArticle,
  ChangeArticle,
  NewArticle,
  PublishArticle,
  RestoreVersion,
} from '../../../sdk/protocol/article-admin.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import type { ArticleReading } from './article-reading.service.ts'
import { createArticleSlugs, slugFrom } from './article-slug.ts'
import { createArticleStore } from './article-store.ts'
import { type ArticleText, begunArticle, type HeldArticle, isSameText, textOf } from './held-article.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'article.purge': { workspaceId: string; articleId: string }
  }
}

/** How long a deleted article can be had back. */
const BIN_DAYS = 30

export interface ArticleAdminDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  jobs: Pick<Jobs, 'add' | 'handle'>
  reading: Pick<ArticleReading, 'read' | 'version'>
  clock: () => Date
}

/** Who does it; `revision` is the one they have seen. */
export interface Hand {
  workspaceId: string
  agentId: string
  /** Whether what customers see at once may change by it; without it, drafts alone. */
  publishes?: boolean
  /** What else is true only if the change is: done in its transaction. */
  also?: (articleId: string, transaction: Transaction) => Promise<void>
}

export function createArticleAdmin({ db, bus, jobs, reading, clock }: ArticleAdminDeps) {
  const store = createArticleStore({ db })
  const slugs = createArticleSlugs({ db })

  const stamp = ({ agentId }: Hand, note: string | undefined, origin: 'person' | 'restore' = 'person') => ({
    authorId: agentId,
    origin,
    note: note ?? null,
    at: clock(),
  })

  /** One change of one article, seen by everybody once it is committed. */
  async function write(
    { workspaceId, also }: Hand,
    work: (transaction: Transaction) => Promise<string>,
  ): Promise<AdminArticle> {
    const id = await db.transaction(async (transaction) => {
      await store.lock(workspaceId, transaction)
      const id = await work(transaction)
      await also?.(id, transaction)
      await store.changed(workspaceId, transaction)
      return id
    })
    bus.emit('knowledge.changed', { workspaceId })
    return reading.read(workspaceId, id)
  }

  /** @throws Problem `article-changed`, with both sides of it, when somebody was faster */
  async function hold(
    { workspaceId }: Hand,
    id: string,
    revision: number | undefined,
    yours: object,
    transaction: Transaction,
  ): Promise<HeldArticle> {
    const held = await store.held(workspaceId, id, transaction)
    if (revision !== undefined && held.revision !== revision) {
      const current = await reading.read(workspaceId, id)
      throw new Problem(
        'article-changed',
        `${current.author?.name ?? 'Somebody else'} has changed the article since you read it.`,
        { context: { current, yours } },
      )
    }
    return held
  }

  /** @throws Problem `article-state` for one that is in the bin */
  function checkKept(held: HeldArticle): void {
    if (held.deleted_at) throw new Problem('article-state', 'The article is deleted. Bring it back first.')
  }

  async function publishHeld(
    { workspaceId }: Hand,
    held: HeldArticle,
    text: ArticleText,
    number: number,
    transaction: Transaction,
  ): Promise<void> {
    if (text.body.trim() === '')
      throw new Problem('invalid-request', 'An article without a text cannot be published.', {
        errors: [{ pointer: '/body', detail: 'is empty' }],
      })
    const now = clock()
    await store.show(workspaceId, held.id, text, now, transaction)
    held.state = 'published'
    held.published_version = number
    held.published_at ??= now
    await store.save(workspaceId, held, now, transaction)
  }

  /** Takes it from customers: what was a draft beside it is what there is of it now. */
  async function withdraw(
    { workspaceId }: Hand,
    held: HeldArticle,
    state: 'draft' | 'archived',
    transaction: Transaction,
  ): Promise<void> {
    if (held.state === 'published' && held.published_version !== held.version)
      await store.show(workspaceId, held.id, held.text, clock(), transaction)
    held.state = state
    held.published_version = null
    await store.save(workspaceId, held, clock(), transaction)
  }

  /** Changes of everything but the text; says whether there are any. @throws Problem `forbidden` */
  async function applySettings(
    { workspaceId, publishes = false }: Hand,
    held: HeldArticle,
    change: z.output<typeof ChangeArticle>,
    transaction: Transaction,
  ): Promise<boolean> {
    const before = JSON.stringify(held)
    if (change.category_id !== undefined) {
      await store.checkCategory(workspaceId, change.category_id, transaction)
      held.category_id = change.category_id
    }
    if (change.sites !== undefined) {
      await store.checkSites(workspaceId, change.sites, transaction)
      held.site_ids = change.sites && [...new Set(change.sites)]
    }
    if (change.featured !== undefined) held.featured = change.featured
    const shares = JSON.stringify(held) !== before
    if (change.locale !== undefined) held.locale = change.locale
    if (change.translation_of !== undefined) await join(workspaceId, held, change.translation_of, transaction)
    if (change.locale !== undefined || change.translation_of !== undefined)
      await store.checkLanguage(workspaceId, held, transaction)
    if (change.slug !== undefined && change.slug !== held.slug) {
      await slugs.check(workspaceId, change.slug, held.id, transaction)
      await slugs.change(workspaceId, held.id, held.slug, change.slug, transaction)
      held.slug = change.slug
    }
    const changes = JSON.stringify(held) !== before
    if (
      !publishes &&
      ((changes && held.state === 'published') || (shares && (await isShown(workspaceId, held, transaction))))
    )
      throw new Problem(
        'forbidden',
        'Only the text of a published article can be drafted: customers see the rest at once.',
      )
    if (shares) await store.shareSettings(workspaceId, held, clock(), transaction)
    return changes
  }

  /** In any of its languages. */
  async function isShown(
    workspaceId: string,
    { id, group_id }: HeldArticle,
    transaction: Transaction,
  ): Promise<boolean> {
    const rows = await db.query(
      `select 1 from articles where workspace_id = $1 and group_id = $2 and id <> $3 and state = 'published' and deleted_at is null limit 1`,
      [workspaceId, group_id, id],
      transaction,
    )
    return rows.length > 0
  }

  /** Makes it a translation of another one, or of none. */
  async function join(
    workspaceId: string,
    held: HeldArticle,
    other: string | null,
    transaction: Transaction,
  ): Promise<void> {
    if (other === null) {
      held.group_id = uuidv7()
      return
    }
    const { group_id, category_id, featured, site_ids, deleted_at } = await store.held(
      workspaceId,
      other,
      transaction,
    )
    if (deleted_at) throw new Problem('article-not-found')
    Object.assign(held, { group_id, category_id, featured, site_ids })
  }

  jobs.handle('article.purge', async ({ workspaceId, articleId }) => {
    // Only what is in the bin still: it may have been brought back, and thrown away again, since.
    await db.query(
      `delete from articles where workspace_id = $1 and id = $2 and deleted_at <= $3::timestamptz - make_interval(days => $4)`,
      [workspaceId, articleId, clock(), BIN_DAYS],
    )
  })

  return {
    /** A draft. @throws Problem `slug-taken`, `article-exists`, `category-not-found`, `invalid-request` */
    create(hand: Hand, input: z.output<typeof NewArticle>): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const { workspaceId } = hand
        const id = uuidv7()
        const held = begunArticle({
          id,
          group_id: uuidv7(),
          slug: '',
          locale: input.locale,
          category_id: null,
          featured: false,
          site_ids: null,
          text: textOf(input),
        })
        if (input.translation_of !== undefined)
          await join(workspaceId, held, input.translation_of, transaction)
        await store.checkLanguage(workspaceId, held, transaction)
        if (input.slug !== undefined) {
          await slugs.check(workspaceId, input.slug, id, transaction)
          held.slug = input.slug
        } else
          held.slug = await slugs.free(
            workspaceId,
            slugFrom(input.title),
            `article-${id.slice(-8)}`,
            transaction,
          )
        const by = stamp(hand, input.note)
        await store.insert(workspaceId, held, by, transaction)
        const { category_id, sites, featured } = input
        await applySettings(hand, held, { category_id, sites, featured }, transaction)
        await store.saveText(workspaceId, held, held.text, by, transaction)
        await store.show(workspaceId, id, held.text, by.at, transaction)
        await store.save(workspaceId, held, by.at, transaction)
        return id
      })
    },

    /**
     * Changes what is given. A text that is not the same any more is a new version, and of a published article a draft.
     * @throws Problem `article-changed`, `article-state`, `slug-taken`, `article-exists`, `category-not-found`
     */
    update(hand: Hand, id: string, change: z.output<typeof ChangeArticle>): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const { workspaceId } = hand
        const held = await hold(hand, id, change.revision, change, transaction)
        checkKept(held)
        const settled = await applySettings(hand, held, change, transaction)
        const given = Object.entries(change).filter(([, value]) => value !== undefined)
        const text = textOf({ ...held.text, ...Object.fromEntries(given) })
        const rewritten = !isSameText(held.text, text)
        if (rewritten) {
          await store.saveText(workspaceId, held, text, stamp(hand, change.note), transaction)
          if (held.state !== 'published') await store.show(workspaceId, id, text, clock(), transaction)
        }
        if (rewritten || settled) await store.save(workspaceId, held, clock(), transaction)
        return id
      })
    },

    /** Shows a version to customers: the latest, unless another one is named. */
    publish(
      hand: Hand,
      id: string,
      { version, revision }: z.output<typeof PublishArticle>,
    ): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const held = await hold(hand, id, revision, { publish: version ?? null }, transaction)
        checkKept(held)
        const number = version ?? held.version
        const text = number === held.version ? held.text : await reading.version(hand.workspaceId, id, number)
        await publishHeld(hand, held, textOf(text), number, transaction)
        return id
      })
    },

    /** @throws Problem `article-state` unless it is published */
    unpublish(hand: Hand, id: string, revision?: number): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const held = await hold(hand, id, revision, { state: 'draft' }, transaction)
        if (held.state !== 'published') throw new Problem('article-state', 'The article is not published.')
        await withdraw(hand, held, 'draft', transaction)
        return id
      })
    },

    archive(hand: Hand, id: string, revision?: number): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const held = await hold(hand, id, revision, { state: 'archived' }, transaction)
        checkKept(held)
        if (held.state !== 'archived') await withdraw(hand, held, 'archived', transaction)
        return id
      })
    },

    /** Out of the archive, as a draft. */
    unarchive(hand: Hand, id: string, revision?: number): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const held = await hold(hand, id, revision, { state: 'draft' }, transaction)
        checkKept(held)
        if (held.state !== 'archived') throw new Problem('article-state', 'The article is not archived.')
        await withdraw(hand, held, 'draft', transaction)
        return id
      })
    },

    /** An older text as a new version; customers see it once it is published. @throws Problem `version-not-found` */
    restore(
      hand: Hand,
      id: string,
      number: number,
      { note, revision }: z.output<typeof RestoreVersion>,
    ): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const { workspaceId } = hand
        const held = await hold(hand, id, revision, { restore: number }, transaction)
        checkKept(held)
        const text = textOf(await reading.version(workspaceId, id, number))
        await store.saveText(
          workspaceId,
          held,
          text,
          stamp(hand, note ?? `Version ${number} again`, 'restore'),
          transaction,
        )
        if (held.state !== 'published') await store.show(workspaceId, id, text, clock(), transaction)
        await store.save(workspaceId, held, clock(), transaction)
        return id
      })
    },

    /** Into the bin, from where it can be had back for 30 days. @throws Problem `article-state` unless it is archived */
    remove(hand: Hand, id: string, revision?: number): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const { workspaceId } = hand
        const held = await hold(hand, id, revision, { state: 'deleted' }, transaction)
        if (held.state !== 'archived') throw new Problem('article-state', 'Archive the article first.')
        if (held.deleted_at) return id
        const now = clock()
        held.deleted_at = now
        await store.save(workspaceId, held, now, transaction)
        const runAt = new Date(now.getTime() + BIN_DAYS * 86_400_000)
        await jobs.add(
          'article.purge',
          { workspaceId, articleId: id },
          { key: `article.purge ${id}`, runAt },
          transaction,
        )
        return id
      })
    },

    /** Out of the bin, archived. @throws Problem `article-state`, `article-exists` when another took its language */
    undelete(hand: Hand, id: string): Promise<AdminArticle> {
      return write(hand, async (transaction) => {
        const held = await hold(hand, id, undefined, {}, transaction)
        if (!held.deleted_at) throw new Problem('article-state', 'The article is not deleted.')
        await store.checkLanguage(hand.workspaceId, held, transaction)
        held.deleted_at = null
        await store.save(hand.workspaceId, held, clock(), transaction)
        return id
      })
    },
  }
}

export type ArticleAdmin = ReturnType<typeof createArticleAdmin>
