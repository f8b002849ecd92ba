// Tools a page offers for its own visitor, kept with their session: nobody else is ever offered them. Their handlers run
// in the page, so what they say is what the page says and no proof of anything.

import type { PageTool, PageTools } from '../../../sdk/protocol/tool.ts'
import type { VisitorPrincipal } from '../../contacts/visitor.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { schemaFault } from './tool-parameters.ts'

/** A page that has not been heard of for so long is not asked. */
const HEARD_OF = '12 hours'

export interface OfferedPageTools {
  sessionId: string
  tools: PageTool[]
}

export function createPageTools({ db }: { db: Pick<Database, 'query'> }) {
  return {
    /** What the visitor's page offers from now on. @throws Problem `invalid-request` */
    async register(visitor: VisitorPrincipal, { tools }: PageTools): Promise<void> {
      const errors = tools.flatMap(({ parameters, name }, index) => {
        const twice = tools.findIndex((other) => other.name === name) !== index
        const fault = twice ? 'Another tool has this name.' : schemaFault(parameters)
        return fault ? [{ pointer: `/tools/${index}`, detail: fault }] : []
      })
      if (errors[0]) throw new Problem('invalid-request', errors[0].detail, { errors })
      if (tools.length === 0) {
        await db.query(
          'delete from visitor_session_tools where session_id = $1 and workspace_id = $2 returning session_id',
          [visitor.sessionId, visitor.workspaceId],
        )
        return
      }
      await db.query(
        `insert into visitor_session_tools (session_id, workspace_id, tools) values ($1, $2, $3::jsonb)
         on conflict (session_id) do update set tools = excluded.tools, updated_at = now()
         returning session_id`,
        [visitor.sessionId, visitor.workspaceId, JSON.stringify(tools)],
      )
    },

    /** Of the session this customer was last heard of in. */
    async offeredFor(workspaceId: string, contactId: string): Promise<OfferedPageTools | null> {
      const [row] = await db.query<{ session_id: string; tools: PageTool[] }>(
        `select t.session_id, t.tools
           from visitor_session_tools t join visitor_sessions s on s.id = t.session_id
          where t.workspace_id = $1 and s.contact_id = $2 and s.expires_at > now()
            and t.updated_at > now() - interval '${HEARD_OF}'
          order by t.updated_at desc limit 1`,
        [workspaceId, contactId],
      )
      return row ? { sessionId: row.session_id, tools: row.tools } : null
    },
  }
}

export type PageToolShelf = ReturnType<typeof createPageTools>
