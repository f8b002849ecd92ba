// How many conversations each view, team and saved view holds. Every count has an end.

import type { InboxCounts, InboxView } from '../../../sdk/protocol/conversation.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { createBatcher } from '../../platform/batcher.ts'
import type { Database } from '../../platform/database/database.ts'
import { conditionsOf, needsContact } from './inbox-filter.ts'
import { IN_SIGHT, VIEWS } from './inbox-views.ts'
import type { SavedViews } from './saved-view.service.ts'

/** Counts stop here: past it a rail shows "999+", and no view is counted to its end. */
const MOST = 1000
/** Of what is open, the latest that saved views are counted in. */
const LOOKED_AT = 3000
/** Workspaces counted at the same time. */
const AT_ONCE = 4

/** Views that hold something else for each agent. */
const OWN = ['mine', 'mentions', 'following'] as const satisfies InboxView[]
const SHARED = (Object.keys(VIEWS) as InboxView[]).filter((name) => !OWN.some((own) => own === name))

/** $1 is the workspace, $2 the agent who asks. */
const countOf = (where: string): string =>
  `(select count(*)::int from (select from conversations c
     where c.workspace_id = $1 and ${where} limit ${MOST}) x)`

const countsOf = (names: readonly InboxView[]): string =>
  `jsonb_build_object(${names.map((name) => `'${name}', ${countOf(VIEWS[name])}`).join(', ')})`

/** A function of PostgreSQL takes a hundred arguments: fifty names with their counts. */
const objectOf = (pairs: readonly string[]): string =>
  Array.from(
    { length: Math.ceil(pairs.length / 50) },
    (_, at) => `jsonb_build_object(${pairs.slice(at * 50, at * 50 + 50).join(', ')})`,
  ).join(' || ')

const SHARED_COUNTS = `select ${countsOf(SHARED)} as counts`
const OWN_COUNTS = `select ${countsOf(OWN)} as counts`
const TEAM_COUNTS = `select coalesce(jsonb_object_agg(d.id, ${countOf(`c.department_id = d.id and ${IN_SIGHT}`)}), '{}')
  as counts from departments d where d.workspace_id = $1`

type Views = InboxCounts['views']

export interface InboxCounterDeps {
  db: Pick<Database, 'query' | 'prepared'>
  saved: Pick<SavedViews, 'list'>
}

export function createInboxCounter({ db, saved }: InboxCounterDeps) {
  async function counted<C>(name: string, statement: string, binds: readonly unknown[]): Promise<C> {
    const [row] = await db.prepared<{ counts: C }>(name, statement, [...binds])
    return row!.counts
  }

  /**
   * What is the same for a whole team is counted once for all who ask in one moment, as they do when one change has
   * reached them all. Nobody is given a count that began before they asked.
   */
  const shared = <C>(name: string, statement: string): ((workspaceId: string) => Promise<C>) => {
    const run = (ids: readonly string[]): Promise<C[]> => {
      const counting = new Map([...new Set(ids)].map((id) => [id, counted<C>(name, statement, [id])]))
      return Promise.all(ids.map((id) => counting.get(id)!))
    }
    return createBatcher({ run, size: AT_ONCE, nameOf: (id) => id })
  }

  const sharedViews = shared<Pick<Views, Exclude<InboxView, (typeof OWN)[number]>>>(
    'inbox-shared-counts',
    SHARED_COUNTS,
  )
  const teams = shared<InboxCounts['teams']>('inbox-team-counts', TEAM_COUNTS)

  async function views({ workspaceId, id }: AgentPrincipal): Promise<Views> {
    const [theirs, own] = await Promise.all([
      sharedViews(workspaceId),
      counted<Pick<Views, (typeof OWN)[number]>>('inbox-own-counts', OWN_COUNTS, [workspaceId, id]),
    ])
    return { ...theirs, ...own }
  }

  /** Filters differ from agent to agent, and a plan for each of them would not be worth keeping. */
  async function savedViews(agent: AgentPrincipal): Promise<InboxCounts['saved']> {
    const all = await saved.list(agent)
    if (all.length === 0) return {}
    const binds: unknown[] = [agent.workspaceId]
    const bind = (value: unknown): string => `$${binds.push(value)}`
    const columns = all.map(({ id, filter }) => {
      const conditions = conditionsOf(filter, agent.id, bind)
      const matching = conditions.length > 0 ? `filter (where ${conditions.join(' and ')})` : ''
      return `'${id}', least(count(*) ${matching}, ${MOST})`
    })
    const contact = all.some(({ filter }) => needsContact(filter))
    const [row] = await db.query<{ counts: InboxCounts['saved'] }>(
      `select ${objectOf(columns)} as counts
         from (select c.* from conversations c where c.workspace_id = $1 and ${IN_SIGHT}
                order by c.updated_at desc limit ${LOOKED_AT}) c
              ${contact ? 'join contacts ct on ct.id = c.contact_id' : ''}`,
      binds,
    )
    return row!.counts
  }

  return {
    views,
    async counts(agent: AgentPrincipal): Promise<InboxCounts> {
      const [ofViews, ofTeams, ofSaved] = await Promise.all([
        views(agent),
        teams(agent.workspaceId),
        savedViews(agent),
      ])
      return { views: ofViews, teams: ofTeams, saved: ofSaved }
    },
  }
}

export type InboxCounter = ReturnType<typeof createInboxCounter>
