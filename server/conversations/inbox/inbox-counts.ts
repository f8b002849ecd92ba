// How many conversations each view, team and saved view holds. One statement; every count has an end.

import type { InboxCounts, InboxView } from '../../../sdk/protocol/conversation.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database } from '../../platform/database/database.ts'
import { conditionsOf, needsContact } from './inbox-filter.ts'
import { IN_SIGHT, VIEWS } from './inbox-views.ts'
import type { SavedViews } from './saved-view.service.ts'

/** Counts stop here: past it a rail shows "999+", and no view is counted to its end. */
const MOST = 1000
/** Of what is open, the latest that saved views are counted in. */
const LOOKED_AT = 3000

const NAMES = Object.keys(VIEWS) as InboxView[]

/** $1 is the workspace, $2 the agent who asks. */
const countOf = (where: string): string =>
  `(select count(*)::int from (select from conversations c
     where c.workspace_id = $1 and ${where} limit ${MOST}) x)`

const VIEW_COUNTS = `jsonb_build_object(${NAMES.map((name) => `'${name}', ${countOf(VIEWS[name])}`).join(', ')})`

const TEAM_COUNTS = `(select coalesce(jsonb_object_agg(d.id, ${countOf(`c.department_id = d.id and ${IN_SIGHT}`)}), '{}')
  from departments d where d.workspace_id = $1)`

export interface InboxCounterDeps {
  db: Pick<Database, 'query'>
  saved: Pick<SavedViews, 'list'>
}

export function createInboxCounter({ db, saved }: InboxCounterDeps) {
  return {
    async views({ workspaceId, id }: AgentPrincipal): Promise<InboxCounts['views']> {
      const [row] = await db.query<Pick<InboxCounts, 'views'>>(`select ${VIEW_COUNTS} as views`, [
        workspaceId,
        id,
      ])
      return row!.views
    },

    async counts(agent: AgentPrincipal): Promise<InboxCounts> {
      const all = await saved.list(agent)
      const binds: unknown[] = [agent.workspaceId, agent.id]
      const bind = (value: unknown): string => `$${binds.push(value)}`
      const columns = all.map(({ id, filter }) => {
        const conditions = conditionsOf(filter, agent.id, bind)
        const matching = conditions.length > 0 ? `filter (where ${conditions.join(' and ')})` : ''
        return `'${id}', least(count(*) ${matching}, ${MOST})`
      })
      const contact = all.some(({ filter }) => needsContact(filter))
      const savedCounts =
        columns.length === 0
          ? `'{}'::jsonb`
          : `(select jsonb_build_object(${columns.join(', ')})
                from (select c.* from conversations c where c.workspace_id = $1 and ${IN_SIGHT}
                       order by c.updated_at desc limit ${LOOKED_AT}) c
                     ${contact ? 'join contacts ct on ct.id = c.contact_id' : ''})`
      const [row] = await db.query<InboxCounts>(
        `select ${VIEW_COUNTS} as views, ${TEAM_COUNTS} as teams, ${savedCounts} as saved`,
        binds,
      )
      return row!
    },
  }
}

export type InboxCounter = ReturnType<typeof createInboxCounter>
