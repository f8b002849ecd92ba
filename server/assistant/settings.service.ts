// What owners decide of the AI agent, by site. Only what differs from the defaults is stored; a change holds at once on
// every node.

import * as z from 'zod'
import { AssistantSettings } from '../../sdk/protocol/assistant-settings.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { readLeniently } from '../platform/lenient-read.ts'
import type { Log } from '../platform/log.ts'
import { differenceFrom, mergePatch } from '../platform/merge-patch.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import { createShortCache } from '../platform/short-cache.ts'

declare module '../platform/bus/bus.ts' {
  interface BusTopics {
    /** What is remembered of a site's AI agent is to be asked for again. */
    'assistant.settings_changed': { workspaceId: string; siteId: string }
  }
}

export const DEFAULT_ASSISTANT_SETTINGS: AssistantSettings = AssistantSettings.parse({})

export interface HeldSettings {
  settings: AssistantSettings
  /** 0 while nothing was ever changed. */
  version: number
}

/** So that faults are named from the body's root. */
const Wrapped = z.object({ settings: AssistantSettings })
/** Another node's news may be lost: nobody acts on settings older than this. */
const REMEMBER_MS = 10_000
const MOST_FAULTS = 1000

export interface AssistantSettingsDeps {
  db: Pick<Database, 'query'>
  bus: Pick<Bus, 'emit' | 'on' | 'onGap'>
  log: Pick<Log, 'warn'>
  clock: () => Date
}

/** Settings after a merge patch. @throws Problem `invalid-request` with pointers that begin at `/settings` */
export function patchAssistantSettings(held: AssistantSettings, patch: unknown): AssistantSettings {
  const base = differenceFrom(DEFAULT_ASSISTANT_SETTINGS, held) ?? {}
  return parse(Wrapped, { settings: mergePatch(base, patch) }).settings
}

export function createAssistantSettings({ db, bus, log, clock }: AssistantSettingsDeps) {
  const remembered = createShortCache<HeldSettings>({ ms: REMEMBER_MS, clock })
  const told = new Set<string>()
  bus.on('assistant.settings_changed', remembered.clear)
  bus.onGap(remembered.clear)

  const toHeld = (siteId: string, row: { settings: unknown; version: number } | undefined): HeldSettings => ({
    settings: readLeniently(AssistantSettings, row?.settings, DEFAULT_ASSISTANT_SETTINGS, (path) => {
      const fault = `${siteId} ${path}`
      if (told.has(fault) || told.size >= MOST_FAULTS) return
      told.add(fault)
      log.warn({ site: siteId, path }, 'assistant: a stored setting is not understood, its default holds')
    }),
    version: row?.version ?? 0,
  })

  /** As they are now, past what is remembered. */
  async function read(workspaceId: string, siteId: string): Promise<HeldSettings> {
    const [row] = await db.query<{ settings: unknown; version: number }>(
      'select settings, version from assistant_settings where workspace_id = $1 and site_id = $2',
      [workspaceId, siteId],
    )
    return toHeld(siteId, row)
  }

  return {
    read,

    async of(workspaceId: string, siteId: string): Promise<AssistantSettings> {
      return (await remembered.get(siteId, () => read(workspaceId, siteId))).settings
    },

    /**
     * @param patch  RFC 7396: `null` brings a default back
     * @param version  the caller changes what it has seen: refused when they have changed since
     * @throws Problem `site-changed`, `invalid-request`
     */
    async update(
      { workspaceId, siteId }: { workspaceId: string; siteId: string },
      patch: unknown,
      version?: number,
    ): Promise<HeldSettings> {
      for (;;) {
        const held = await read(workspaceId, siteId)
        if (version !== undefined && version !== held.version)
          throw new Problem('site-changed', 'Read the settings again: somebody else has changed them since.')
        const settings = patchAssistantSettings(held.settings, patch)
        const stored = differenceFrom(DEFAULT_ASSISTANT_SETTINGS, settings) ?? {}
        const [row] = await db.query<{ version: number }>(
          held.version === 0
            ? `insert into assistant_settings (workspace_id, site_id, settings) values ($1, $2, $3::jsonb)
                 on conflict (site_id) do nothing returning version`
            : `update assistant_settings set settings = $3::jsonb, version = version + 1, updated_at = now()
                where workspace_id = $1 and site_id = $2 and version = $4 returning version`,
          [workspaceId, siteId, JSON.stringify(stored), ...(held.version === 0 ? [] : [held.version])],
        )
        // Somebody was faster: their change is taken in and ours is made again.
        if (!row) continue
        remembered.clear()
        bus.emit('assistant.settings_changed', { workspaceId, siteId })
        return { settings, version: row.version }
      }
    },
  }
}

export type AssistantSettingsOf = ReturnType<typeof createAssistantSettings>
