// Where remembered questions come from: votes after a search, articles that agents put into replies, and AI answers that
// customers found helpful. Hears of them by the bus; what is lost with a node was one hint among many.

import type { Citation } from '../../../sdk/protocol/citation.ts'
import type { EventRow } from '../../conversations/conversation-row.ts'
import type { Bus, BusTopics } from '../../platform/bus/bus.ts'
import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Log } from '../../platform/log.ts'
import { PUBLISHED_ARTICLES } from '../article-row.ts'
import type { Memory } from './memory.service.ts'

export interface MemorySourcesDeps {
  db: Database
  bus: Pick<Bus, 'on'>
  log: Pick<Log, 'warn'>
  memory: Pick<Memory, 'remember' | 'doubt'>
  /** Slugs of the likeliest articles for a query. */
  found: (workspaceId: string, query: string, locale: string) => Promise<string[]>
}

interface LogRow {
  seq: string
  type: string
  actor_kind: string
  body: string | null
  citations: Citation[] | null
}

/** `/help/some-slug` or `/help/en/articles/some-slug` in a reply, as a path or at the end of an address. */
const HELP_LINK =
  /\/help\/(?:s\/[\w-]{1,100}\/)?(?:[a-z]{2,3}(?:-[a-z]{2,4})?\/)?(?:articles\/)?([a-z0-9-]{1,200})(?![\w/-])/gi
/** Ratings from here on say that it helped, and up to there that it did not. */
const HELPED = 4
const NOT_HELPED = 2
const LINKS = 3
const READ = 100

/** What the customer had said before a place in the log, as one text: a question may come in several messages. */
function askedBefore(rows: readonly LogRow[], place: number): string {
  const said: string[] = []
  for (let at = place - 1; at >= 0; at--) {
    const row = rows[at]!
    if (row.type !== 'message.created') continue
    if (row.actor_kind !== 'contact') {
      if (said.length > 0) break
      continue
    }
    said.unshift(row.body ?? '')
  }
  return said.join(' ')
}

/** Questions with the article each was answered from by an AI agent; none when people had to help. */
function answeredByAi(rows: readonly LogRow[]): { question: string; slug: string; isLast: boolean }[] {
  if (rows.some(({ type }) => type === 'conversation.handed_over')) return []
  const lastAsked = rows.findLastIndex(
    (row) => row.type === 'message.created' && row.actor_kind === 'contact',
  )
  return rows.flatMap((row, place) => {
    const slug = row.actor_kind === 'ai' ? row.citations?.[0]?.slug : undefined
    const question = slug ? askedBefore(rows, place) : ''
    return slug && question ? [{ question, slug, isLast: place > lastAsked }] : []
  })
}

export function createMemorySources({ db, bus, log, memory, found }: MemorySourcesDeps) {
  const failed = (error: unknown): void =>
    log.warn({ error: errorFields(error) }, 'search: a question could not be remembered')

  async function articleOf(
    workspaceId: string,
    slug: string,
  ): Promise<{ id: string; locale: string } | undefined> {
    const [article] = await db.query<{ id: string; locale: string }>(
      `select a.id, a.locale from ${PUBLISHED_ARTICLES} and a.slug = $2`,
      [workspaceId, slug],
    )
    return article
  }

  /** The log up to a place, oldest first. */
  async function logBefore(workspaceId: string, conversationId: string, seq: string): Promise<LogRow[]> {
    const rows = await db.query<LogRow>(
      `select seq, type, actor_kind, data->>'body' as body, data->'citations' as citations
         from conversation_events
        where workspace_id = $1 and conversation_id = $2 and seq <= $3
          and type in ('message.created', 'conversation.handed_over')
        order by seq desc limit ${READ}`,
      [workspaceId, conversationId, seq],
    )
    return rows.reverse()
  }

  async function remember(
    workspaceId: string,
    slug: string,
    question: string,
    source: 'insert' | 'accepted_answer',
  ): Promise<void> {
    const article = await articleOf(workspaceId, slug)
    if (!article) return
    await memory.remember({ workspaceId, articleId: article.id, question, locale: article.locale, source })
  }

  /** An agent has put articles into a reply. */
  async function inserted(workspaceId: string, { conversation_id, seq, data }: EventRow): Promise<void> {
    const { body = '' } = data as { body?: string }
    const slugs = [...new Set([...body.matchAll(HELP_LINK)].map(([, slug]) => slug!.toLowerCase()))]
    // Who links to many articles sends a list, not an answer.
    if (slugs.length === 0 || slugs.length > LINKS) return
    const rows = await logBefore(workspaceId, conversation_id, seq)
    const question = askedBefore(rows, rows.length - 1)
    for (const slug of slugs) if (question) await remember(workspaceId, slug, question, 'insert')
  }

  /** Resolved without another question: the last answer was the answer. */
  async function resolved(workspaceId: string, { conversation_id, seq }: EventRow): Promise<void> {
    for (const { question, slug, isLast } of answeredByAi(await logBefore(workspaceId, conversation_id, seq)))
      if (isLast) await remember(workspaceId, slug, question, 'accepted_answer')
  }

  /** A rating comes after the end, when the last answer is remembered already: it speaks for those before, too. */
  async function rated(workspaceId: string, { conversation_id, seq, data }: EventRow): Promise<void> {
    const { score } = data as { score: number }
    if (score > NOT_HELPED && score < HELPED) return
    for (const { question, slug, isLast } of answeredByAi(
      await logBefore(workspaceId, conversation_id, seq),
    )) {
      if (score >= HELPED && !isLast) await remember(workspaceId, slug, question, 'accepted_answer')
      const article = score <= NOT_HELPED && isLast ? await articleOf(workspaceId, slug) : undefined
      if (article)
        await memory.doubt({ workspaceId, articleId: article.id, question, locale: article.locale })
    }
  }

  async function appended(workspaceId: string, events: readonly EventRow[]): Promise<void> {
    for (const event of events) {
      if (event.type === 'message.created' && event.actor_kind === 'human') await inserted(workspaceId, event)
      if (event.type === 'conversation.rated') await rated(workspaceId, event)
      const { to } = event.data as { to?: string }
      if (event.type === 'conversation.status_changed' && to === 'resolved')
        await resolved(workspaceId, event)
    }
  }

  async function judged({
    workspaceId,
    articleId,
    slug,
    locale,
    query,
    helpful,
  }: BusTopics['article.judged']) {
    const heard = { workspaceId, articleId, question: query, locale }
    if (!helpful) return memory.doubt(heard)
    // Anybody may send any query with a vote: it counts only where search leads from the one to the other anyway.
    if ((await found(workspaceId, query, locale)).includes(slug))
      await memory.remember({ ...heard, source: 'vote' })
  }

  // Each node hears of everything; the rows are told on the one that wrote them.
  const stops = [
    bus.on('conversation.appended', ({ workspace_id, here }) => {
      if (here) void appended(workspace_id, here.events).catch(failed)
    }),
    bus.on('article.judged', (news) => void judged(news).catch(failed)),
  ]
  return {
    close(): void {
      for (const stop of stops) stop()
    },
  }
}
