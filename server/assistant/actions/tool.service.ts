// The tools an owner registers for a site's AI agent. A secret is in the answer that made it and is read by the signer;
// nothing else gets to see it.

import type { ChangeTool, NewTool, Tool } from '../../../sdk/protocol/tool.ts'
import { TOOL_LIMITS } from '../../../sdk/protocol/tool.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { newWebhookSecret } from '../../platform/outbound/webhook-signature.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { schemaFault } from './tool-parameters.ts'
import { TOOL_COLUMNS, type ToolRow, toTool } from './tool-row.ts'

/** Both secrets sign for so long after a change. */
const OVERLAP = '24 hours'
const UNIQUE_VIOLATION = '23505'

export interface OfSite {
  id: string
  workspaceId: string
}

export interface ToolsDeps {
  db: Database
  /** Whether the operator vouches for this host, so that its endpoint may go without TLS. */
  isVouchedFor: (host: string) => boolean
}

type Fields = Omit<Tool, 'id' | 'previous_secret_until' | 'created_at' | 'updated_at'>

const refuse = (pointer: string, detail: string): Problem =>
  new Problem('invalid-request', detail, { errors: [{ pointer, detail }] })

export function createTools({ db, isVouchedFor }: ToolsDeps) {
  function check(tool: Fields, wantsUnapproved: boolean | undefined): void {
    const { protocol, hostname, username, password, hash } = new URL(tool.endpoint)
    const isPlain = protocol === 'http:' && isVouchedFor(hostname)
    if (protocol !== 'https:' && !isPlain) throw refuse('/endpoint', 'The endpoint must be an https address.')
    if (username || password || hash)
      throw refuse('/endpoint', 'The endpoint must not hold a name, password or fragment.')
    const fault = schemaFault(tool.parameters)
    if (fault) throw refuse('/parameters', fault)
    const properties = (tool.parameters.properties ?? {}) as Record<string, unknown>
    const unknown = Object.keys(tool.bound).find((name) => !Object.hasOwn(properties, name))
    if (unknown !== undefined)
      throw refuse(`/bound/${unknown}`, 'There is no such property in the parameters.')
    if (tool.effect === 'write' && tool.approval === 'none' && !wantsUnapproved)
      throw refuse(
        '/approval',
        'A write without approval needs "allow_unapproved_writes": true, so that nobody sets it by accident.',
      )
  }

  /** @throws Problem `tool-exists` */
  const named = (error: unknown): never => {
    const { code, parent } = error as { code?: unknown; parent?: { code?: unknown } }
    if ((parent?.code ?? code) === UNIQUE_VIOLATION)
      throw new Problem('tool-exists', 'Give it another name, or change the one there is.')
    throw error
  }

  async function get(site: OfSite, id: string, transaction?: Transaction): Promise<ToolRow> {
    const [row] = await db.query<ToolRow>(
      `select ${TOOL_COLUMNS} from assistant_tools where workspace_id = $1 and site_id = $2 and id = $3`,
      [site.workspaceId, site.id, id],
      transaction,
    )
    if (!row) throw new Problem('tool-not-found')
    return row
  }

  const values = (tool: Fields): unknown[] => [
    tool.name,
    tool.title,
    tool.description,
    tool.explanation,
    JSON.stringify(tool.parameters),
    JSON.stringify(tool.bound),
    tool.effect,
    tool.approval,
    tool.requires_verified,
    tool.endpoint,
    tool.enabled,
  ]

  return {
    async list(site: OfSite): Promise<Tool[]> {
      const rows = await db.query<ToolRow>(
        `select ${TOOL_COLUMNS} from assistant_tools where workspace_id = $1 and site_id = $2 order by name`,
        [site.workspaceId, site.id],
      )
      return rows.map(toTool)
    },

    get: async (site: OfSite, id: string): Promise<Tool> => toTool(await get(site, id)),

    /** What may be offered to the model. */
    enabledOn: (site: OfSite): Promise<ToolRow[]> =>
      db.query<ToolRow>(
        `select ${TOOL_COLUMNS} from assistant_tools
          where workspace_id = $1 and site_id = $2 and enabled order by name limit ${TOOL_LIMITS.tools}`,
        [site.workspaceId, site.id],
      ),

    /** The secret is told here and never again. @throws Problem `tools-full`, `tool-exists`, `invalid-request` */
    async create(
      site: OfSite,
      { allow_unapproved_writes, approval, ...input }: NewTool,
      createdBy: string,
    ): Promise<{ tool: Tool; secret: string }> {
      const fields: Fields = {
        ...input,
        approval: approval ?? (input.effect === 'write' ? 'customer' : 'none'),
      }
      check(fields, allow_unapproved_writes)
      const secret = newWebhookSecret()
      const [row] = await db
        .query<ToolRow>(
          `insert into assistant_tools (id, workspace_id, site_id, secret, created_by, name, title, description,
             explanation, parameters, bound, effect, approval, requires_verified, endpoint, enabled)
           select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10::jsonb, $11::jsonb, $12, $13, $14::boolean, $15, $16::boolean
            where (select count(*) from assistant_tools where workspace_id = $2 and site_id = $3) < ${TOOL_LIMITS.tools}
           returning ${TOOL_COLUMNS}`,
          [uuidv7(), site.workspaceId, site.id, secret, createdBy, ...values(fields)],
        )
        .catch(named)
      if (!row) throw new Problem('tools-full', 'Delete one that is no longer used first.')
      return { tool: toTool(row), secret }
    },

    /** @throws Problem `tool-not-found`, `tool-exists`, `invalid-request` */
    change(site: OfSite, id: string, { allow_unapproved_writes, ...change }: ChangeTool): Promise<Tool> {
      return db.transaction(async (transaction) => {
        await db.query(
          'select id from assistant_tools where workspace_id = $1 and id = $2 for update',
          [site.workspaceId, id],
          transaction,
        )
        const before = toTool(await get(site, id, transaction))
        const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
        const after: Fields = { ...before, ...given }
        const isWorse = before.effect !== after.effect || before.approval !== after.approval
        // What was wanted once is not asked for again with every other change.
        check(after, allow_unapproved_writes ?? !isWorse)
        const [row] = await db
          .query<ToolRow>(
            `update assistant_tools set name = $3, title = $4, description = $5, explanation = $6,
                    parameters = $7::jsonb, bound = $8::jsonb, effect = $9, approval = $10,
                    requires_verified = $11, endpoint = $12, enabled = $13, updated_at = now()
              where workspace_id = $1 and id = $2 returning ${TOOL_COLUMNS}`,
            [site.workspaceId, id, ...values(after)],
            transaction,
          )
          .catch(named)
        return toTool(row!)
      })
    },

    /** @throws Problem `tool-not-found` */
    async remove(site: OfSite, id: string): Promise<Tool> {
      const [row] = await db.query<ToolRow>(
        `delete from assistant_tools where workspace_id = $1 and site_id = $2 and id = $3 returning ${TOOL_COLUMNS}`,
        [site.workspaceId, site.id, id],
      )
      if (!row) throw new Problem('tool-not-found')
      return toTool(row)
    },

    /** A new secret; the present one signs along for 24 hours, and any before it no more. @throws Problem `tool-not-found` */
    async rotate(site: OfSite, id: string): Promise<{ tool: Tool; secret: string }> {
      const secret = newWebhookSecret()
      const [row] = await db.query<ToolRow>(
        `update assistant_tools
            set previous_secret = secret, previous_until = now() + interval '${OVERLAP}', secret = $4, updated_at = now()
          where workspace_id = $1 and site_id = $2 and id = $3 returning ${TOOL_COLUMNS}`,
        [site.workspaceId, site.id, id, secret],
      )
      if (!row) throw new Problem('tool-not-found')
      return { tool: toTool(row), secret }
    },

    /** For the signer alone: those that hold now, the newest first. */
    async secretsOf(workspaceId: string, id: string): Promise<string[]> {
      const rows = await db.query<{ secret: string; previous: string | null }>(
        `select secret, case when previous_until > now() then previous_secret end as previous
           from assistant_tools where workspace_id = $1 and id = $2`,
        [workspaceId, id],
      )
      return rows.flatMap(({ secret, previous }) => (previous ? [secret, previous] : [secret]))
    },
  }
}

export type Tools = ReturnType<typeof createTools>
