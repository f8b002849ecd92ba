// The team's search: messages, people, conversations and articles that have what was typed. Articles are another room's
// and handed in.

import type * as z from 'zod'
import type { SearchQuery, SearchResult } from '../../../sdk/protocol/conversation-search.ts'
import type { ContactSearch } from '../../contacts/contact-search.ts'
import type { Database } from '../../platform/database/database.ts'
import type { MessageSearch } from './message-search.ts'
import { filterOf, type SearchScope } from './search-filter.ts'
import { createSearchNames } from './search-names.ts'
import { type Asked, readSearch, tsqueryOf } from './search-query.ts'
import { highlight } from './snippet.ts'

const SHOWN = 5
/** So many of a name are put in order, whatever else has it. */
const CANDIDATES = 200
const KINDS = ['messages', 'people', 'conversations', 'articles'] as const
type Kind = (typeof KINDS)[number]

export interface FoundArticle {
  id: string
  slug: string
  title: string
  state: string
}

export interface ConversationSearchDeps {
  db: Pick<Database, 'query'>
  messages: MessageSearch
  contacts: ContactSearch
  articles: (workspaceId: string, text: string, limit: number) => Promise<FoundArticle[]>
  now?: () => number
}

/** Such as `DB-7K3M92QF`, also without its beginning. */
const referenceOf = (text: string): string | null => {
  const found = /^(?:DB-?)?([0-9A-HJKMNP-TV-Z]{8})$/i.exec(text.trim())
  return found ? `DB-${found[1]!.toUpperCase()}` : null
}

export function createConversationSearch({
  db,
  messages,
  contacts,
  articles,
  now = () => performance.now(),
}: ConversationSearchDeps) {
  const namesIn = createSearchNames({ db })

  const wanted = (kinds: string | undefined): ReadonlySet<Kind> =>
    new Set(kinds ? KINDS.filter((kind) => kinds.split(',').includes(kind)) : KINDS)

  async function people(workspaceId: string, { terms }: Asked): Promise<SearchResult['people']> {
    const words = tsqueryOf(terms, [])
    const found = words ? await contacts.search(workspaceId, words, SHOWN) : []
    if (found.length === 0) return []
    const latest = await db.query<{ contact_id: string; count: number; id: string | null; at: Date | null }>(
      `select g.contact_id, n.count, l.id, l.updated_at as at
         from unnest($2::uuid[]) as g (contact_id)
        cross join lateral (select count(*)::int as count from (
          select from conversations where contact_id = g.contact_id and workspace_id = $1 limit 1000) c) n
         left join lateral (
          select id, updated_at from conversations where contact_id = g.contact_id and workspace_id = $1
           order by updated_at desc limit 1) l on true`,
      [workspaceId, found.map(({ id }) => id)],
    )
    const byContact = new Map(latest.map((row) => [row.contact_id, row]))
    return found.map(({ id, name, email, verified }) => {
      const about = byContact.get(id)
      return {
        id,
        name: highlight(name, terms),
        email: email === null ? null : highlight(email, terms),
        verified,
        conversations: about?.count ?? 0,
        last_conversation_id: about?.id ?? null,
        last_at: about?.at?.toISOString() ?? null,
      }
    })
  }

  async function conversations(
    workspaceId: string,
    { terms, text }: Asked,
  ): Promise<SearchResult['conversations']> {
    const reference = referenceOf(text)
    const words = tsqueryOf(terms, [])
    if (!words) return []
    const rows = await db.query<{
      id: string
      reference: string
      subject: string
      status: SearchResult['conversations'][number]['status']
      contact_id: string
      contact_name: string
      updated_at: Date
    }>(
      `select c.id, c.reference, c.subject, c.status, c.contact_id, ct.name as contact_name, c.updated_at
         from (select id from conversations where reference = $3
               union
               (select conversation_id from message_search_heads
                 where words @@ $2::tsquery and workspace_id is not distinct from $1 limit ${CANDIDATES})) found
         join conversations c on c.id = found.id and c.workspace_id = $1
         join contacts ct on ct.id = c.contact_id
        where c.spam_at is null
        order by c.reference is distinct from $3, c.updated_at desc limit ${SHOWN}`,
      [workspaceId, words, reference],
    )
    return rows.map((row) => ({
      id: row.id,
      reference: row.reference === reference ? ['', row.reference] : [row.reference],
      subject: highlight(row.subject, terms),
      status: row.status,
      contact: { id: row.contact_id, name: row.contact_name },
      at: row.updated_at.toISOString(),
    }))
  }

  async function articlesOf(workspaceId: string, { text, terms }: Asked): Promise<SearchResult['articles']> {
    if (!text) return []
    const found = await articles(workspaceId, text, SHOWN)
    return found.map(({ id, slug, title, state }) => ({ id, slug, title: highlight(title, terms), state }))
  }

  async function behind(workspaceId: string): Promise<number> {
    const [row] = await db.query<{ behind: number }>(
      'select least(behind, 2000000000)::int as behind from message_search_progress where workspace_id = $1',
      [workspaceId],
    )
    return row?.behind ?? 0
  }

  return {
    /** @throws Problem `invalid-request` for a cursor that is not ours */
    async search(scope: SearchScope, query: z.output<typeof SearchQuery>): Promise<SearchResult> {
      const began = now()
      const { workspaceId } = scope
      const asked = readSearch(query.q)
      const binds: unknown[] = []
      const names = await namesIn(workspaceId, asked.operators)
      const filter = filterOf(asked.operators, scope, names, (value) => `$${binds.push(value)}`)
      const kinds = wanted(query.kinds)
      // What comes beside the messages stands on the first page, and has no operators.
      const beside = (kind: Kind): boolean =>
        kinds.has(kind) && !query.cursor && asked.operators.length === 0 && asked.terms.length > 0
      const askedOfMessages = asked.terms.length > 0 || filter.understood.length > 0
      const [page, foundPeople, foundConversations, foundArticles, notYet] = await Promise.all([
        kinds.has('messages') && askedOfMessages
          ? messages.search({
              workspaceId,
              terms: asked.terms,
              filter,
              binds,
              cursor: query.cursor,
              limit: query.limit,
            })
          : { messages: [], next_cursor: null },
        beside('people') ? people(workspaceId, asked) : [],
        beside('conversations') ? conversations(workspaceId, asked) : [],
        beside('articles') ? articlesOf(workspaceId, asked) : [],
        behind(workspaceId),
      ])
      return {
        ...page,
        people: foundPeople,
        conversations: foundConversations,
        articles: foundArticles,
        understood: filter.understood,
        unknown: [...asked.unknown, ...filter.unknown],
        ms: Math.round((now() - began) * 10) / 10,
        behind: notYet,
      }
    },
  }
}

export type ConversationSearch = ReturnType<typeof createConversationSearch>
