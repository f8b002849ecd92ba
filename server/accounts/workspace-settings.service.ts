// What administrators set for a whole workspace, and which pages elsewhere may show its console.

import type { WorkspaceSettings } from '../../sdk/protocol/team-admin.ts'
import { SolveTargets } from '../../sdk/protocol/triage.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { exactOrigin } from '../platform/http/exact-origin.ts'
import { createShortCache } from '../platform/short-cache.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** Its settings are others now. */
    'workspace.changed': { workspaceId: string }
  }
}

interface SettingsRow {
  name: string
  targets: WorkspaceSettings['targets']
  solve_targets: Partial<SolveTargets>
  console_origins: string[]
}

export interface WorkspaceSettingsDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit' | 'on' | 'onGap'>
  clock?: () => Date
  /** How long the answer about an origin is remembered: each request from elsewhere asks. */
  rememberMs?: number
}

type Change = { [K in keyof WorkspaceSettings]?: WorkspaceSettings[K] | undefined }

export function createWorkspaceSettings({
  db,
  bus,
  clock = () => new Date(),
  rememberMs = 10_000,
}: WorkspaceSettingsDeps) {
  const shownBy = createShortCache<ReadonlySet<string>>({ ms: rememberMs, clock })
  bus.on('workspace.changed', shownBy.clear)
  bus.onGap(shownBy.clear)

  async function get(workspaceId: string): Promise<WorkspaceSettings> {
    const [row] = await db.query<SettingsRow>(
      'select name, reply_targets as targets, solve_targets, console_origins from workspaces where id = $1',
      [workspaceId],
    )
    return { ...row!, solve_targets: SolveTargets.parse(row!.solve_targets) }
  }

  return {
    get,

    /** @throws Problem `invalid-request` for what is no exact origin */
    async change(
      workspaceId: string,
      { name, targets, solve_targets, console_origins }: Change,
    ): Promise<WorkspaceSettings> {
      const origins = console_origins?.map((origin, at) => exactOrigin(origin, `/console_origins/${at}`))
      await db.query(
        `update workspaces set name = coalesce($2, name), reply_targets = coalesce($3::jsonb, reply_targets),
                console_origins = coalesce($4::text[], console_origins),
                solve_targets = coalesce($5::jsonb, solve_targets)
          where id = $1 returning id`,
        [
          workspaceId,
          name ?? null,
          targets ? JSON.stringify(targets) : null,
          origins ? [...new Set(origins)] : null,
          solve_targets ? JSON.stringify(solve_targets) : null,
        ],
      )
      bus.emit('workspace.changed', { workspaceId })
      return get(workspaceId)
    },

    /** The workspaces whose console pages of this origin may show. */
    workspacesShownBy: (origin: string): Promise<ReadonlySet<string>> =>
      origin.length > 300
        ? Promise.resolve(new Set())
        : shownBy.get(origin, async () => {
            const rows = await db.query<{ id: string }>(
              'select id from workspaces where $1 = any(console_origins)',
              [origin],
            )
            return new Set(rows.map(({ id }) => id))
          }),
  }
}

export type WorkspaceSettingsRoom = ReturnType<typeof createWorkspaceSettings>
