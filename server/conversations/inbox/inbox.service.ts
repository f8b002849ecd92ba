// The team's inbox: views over the conversations, narrowed by filters, in several orders, paged by key.

import type { AgentConversation, InboxPage, InboxView } from '../../../sdk/protocol/conversation.ts'
import type { InboxSort } from '../../../sdk/protocol/triage.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database } from '../../platform/database/database.ts'
import { type ConversationDetail, type ConversationViews, TEAM_SELECT } from '../conversation-view.ts'
import type { InboxCounter } from './inbox-counts.ts'
import { type Place, readCursor, writeCursor } from './inbox-cursor.ts'
import { conditionsOf, indexedOf, needsContact, type ParsedFilter } from './inbox-filter.ts'
import { type Stretch, stretchesOf } from './inbox-order.ts'
import { partsOf } from './inbox-views.ts'

/** Conversations looked at for one page of a filter: one that finds little goes on behind them with the next. */
const LOOKED_AT = 5000

export interface InboxQuery {
  view: InboxView
  filter?: ParsedFilter | undefined
  sort?: InboxSort | undefined
}

interface InboxInput extends InboxQuery {
  cursor?: string | undefined
  limit: number
}

interface Found {
  id: string
  key: string
  /** Not found, but the last that was looked at. */
  is_edge: boolean
}

export interface InboxDeps {
  db: Database
  views: ConversationViews
  counter: InboxCounter
}

export function createInbox({ db, views, counter }: InboxDeps) {
  /** Rows of one stretch behind a place, in order; and the last one looked at, where that was not all. */
  async function look(
    agent: AgentPrincipal,
    { view, filter }: InboxQuery,
    { where, key, direction, pieces }: Stretch,
    after: Place | null,
    wanted: number,
  ): Promise<{ found: Found[]; edge: Found | null }> {
    const binds: unknown[] = [agent.workspaceId, agent.id]
    const bind = (value: unknown): string => `$${binds.push(value)}`
    const most = filter ? LOOKED_AT : wanted
    const order = `order by ${key} ${direction}, c.id ${direction}`
    const beyond = direction === 'asc' ? '>' : '<'
    const place = after && [`${bind(after.key)}::timestamptz`, `${bind(after.id)}::uuid`]
    const indexed = filter ? indexedOf(filter, agent.id, bind) : []
    const parts = partsOf(view, filter?.status).flatMap(({ from, where: part }) =>
      (pieces ?? [{ where, key, later: undefined }]).map((piece) => {
        const within = [part, ...(piece.where ? [piece.where] : []), ...indexed]
        if (place) {
          const key = piece.later ? `${place[0]} - ${piece.later}` : place[0]
          within.push(`(${piece.key}, c.id) ${beyond} (${key}, ${place[1]})`)
        }
        const rows = `select c.* from conversations c where c.workspace_id = $1 and ${within.join(' and ')}
                       order by ${piece.key} ${direction}, c.id ${direction} limit ${most}`
        return from ? `select c.* from ${from} cross join lateral (${rows}) c` : `(${rows})`
      }),
    )
    const all = parts.join(' union all ')
    // Of several parts, too, no more than so many: what comes behind belongs to a later page.
    const source = `(select c.* from (${all}) c ${order} limit ${most}) c`
    const told = `c.id, to_char(${key} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as key`
    const conditions = filter ? conditionsOf(filter, agent.id, bind) : []
    const contact = filter && needsContact(filter) ? 'join contacts ct on ct.id = c.contact_id' : ''
    const matching = conditions.length > 0 ? `where ${conditions.join(' and ')}` : ''
    const rows = await db.query<Found>(
      // The agent is named first, since not every view asks who it is for.
      `with me as (select $2::uuid), found as materialized (
         select ${told} from ${source} ${contact} ${matching} ${order} limit ${wanted}
       ), edge as (
         select ${told} from ${source} where ${filter ? `(select count(*) from found) < ${wanted}` : 'false'}
         ${order} offset ${most - 1} limit 1
       )
       select id, key, false as is_edge from found union all select id, key, true from edge`,
      binds,
    )
    return {
      found: rows.filter(({ is_edge }) => !is_edge),
      edge: rows.find(({ is_edge }) => is_edge) ?? null,
    }
  }

  /** So many of a list behind a place, and where the next page begins. */
  async function placesOf(
    agent: AgentPrincipal,
    query: InboxQuery,
    cursor: Place | null,
    limit: number,
  ): Promise<{ places: Place[]; next: Place | null }> {
    const stretches = stretchesOf(query.view, query.sort)
    const places: Place[] = []
    for (let stretch = cursor?.stretch ?? 0; stretch < stretches.length; stretch++) {
      const after = stretch === cursor?.stretch ? cursor : null
      const wanted = limit + 1 - places.length
      const { found, edge } = await look(agent, query, stretches[stretch]!, after, wanted)
      places.push(...found.map(({ id, key }) => ({ stretch, id, key })))
      if (places.length > limit) return { places: places.slice(0, limit), next: places[limit - 1]! }
      if (edge) return { places, next: { stretch, id: edge.id, key: edge.key } }
    }
    return { places, next: null }
  }

  async function pageOf(
    agent: AgentPrincipal,
    { cursor, limit, ...query }: InboxInput,
  ): Promise<Pick<InboxPage, 'conversations' | 'next_cursor'>> {
    const list = [agent.id, query.view, query.sort, query.filter]
    const after = cursor === undefined ? null : readCursor(list, cursor)
    const { places, next } = await placesOf(agent, query, after, limit)
    const rows = await db.prepared<ConversationDetail>(
      'inbox-rows',
      // As JSON, row by row: an array would have it planned anew for each page.
      `select v.* from jsonb_array_elements_text($2::jsonb) as k (id),
              lateral (${TEAM_SELECT} where c.workspace_id = $1 and c.id = k.id::uuid limit 1) v`,
      [agent.workspaceId, JSON.stringify(places.map(({ id }) => id))],
    )
    const byId = new Map(rows.map((row) => [row.id, row]))
    return {
      conversations: places.flatMap(({ id }) => byId.get(id) ?? []).map(views.forAgent),
      next_cursor: next && writeCursor(list, next),
    }
  }

  return {
    counts: counter.counts,

    /** Ids of all a list holds at this moment, in its order, up to so many. */
    async ids(agent: AgentPrincipal, query: InboxQuery, most: number): Promise<string[]> {
      const ids: string[] = []
      let after: Place | null = null
      do {
        const wanted = Math.min(500, most - ids.length)
        const { places, next }: { places: Place[]; next: Place | null } = await placesOf(
          agent,
          query,
          after,
          wanted,
        )
        ids.push(...places.map(({ id }) => id))
        after = next
      } while (after && ids.length < most)
      return ids
    },

    /** A customer's latest, whatever became of them. */
    async ofContact(workspaceId: string, contactId: string): Promise<AgentConversation[]> {
      const rows = await db.query<ConversationDetail>(
        `${TEAM_SELECT} where c.workspace_id = $1 and c.contact_id = $2 order by c.updated_at desc, c.id limit 20`,
        [workspaceId, contactId],
      )
      return rows.map(views.forAgent)
    },

    /** One page, in the view's own order unless `sort` names another. */
    async list(agent: AgentPrincipal, input: InboxInput): Promise<InboxPage> {
      const [page, counts] = await Promise.all([pageOf(agent, input), counter.views(agent)])
      return { ...page, counts }
    },
  }
}

export type Inbox = ReturnType<typeof createInbox>
