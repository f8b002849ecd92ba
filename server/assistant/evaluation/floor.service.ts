// What the floor does on a site: measured on the questions that ship, and on the site's own answers once the outcome
// of enough of them is known.

import type { FloorEffect, SiteUsage } from '../../../sdk/protocol/assistant-case.ts'
import type { AssistantSettings } from '../../../sdk/protocol/assistant-settings.ts'
import type { Database } from '../../platform/database/database.ts'
import { DEFAULT_ASSISTANT_SETTINGS } from '../settings.service.ts'
import { CALIBRATION } from './calibration-data.ts'
import { floorCurve } from './floor-curve.ts'

/** Fewer say more about chance than about the site. */
const NEEDED = 100
/** The latest so many runs are looked at. */
const LOOKED_AT = 2000

export interface FloorDeps {
  db: Pick<Database, 'query'>
  settingsOf: (workspaceId: string, siteId: string) => Promise<AssistantSettings>
}

/**
 * An answer was wrong where a person corrected it, where the customer then asked for a person or lost patience, or
 * rated the conversation badly; right where the conversation ended without any of that, or was rated well. What is
 * still open is not known.
 */
const OWN = `
  with recent as (
    select r.id, r.confidence, r.conversation_id, r.seen_seq, c.status, (c.rating->>'score')::int as score
      from assistant_runs r join conversations c on c.workspace_id = r.workspace_id and c.id = r.conversation_id
     where r.workspace_id = $1 and c.site_id = $2 and r.kind = 'answer' and r.state = 'answered' and r.confidence is not null
     order by r.id desc limit ${LOOKED_AT}
  ), judged as (
    select confidence, case
        when exists (select 1 from assistant_cases k
                      where k.workspace_id = $1 and k.conversation_id = recent.conversation_id and k.source = 'correction') then false
        when exists (select 1 from conversation_events e
                      where e.conversation_id = recent.conversation_id and e.seq > recent.seen_seq
                        and e.type = 'conversation.handed_over'
                        and e.data->>'reason' in ('asked_for_person', 'frustration', 'repeated_question')) then false
        when score <= 2 then false
        when score >= 4 then true
        when status in ('resolved', 'closed') then true
      end as is_right from recent
  )
  select confidence, is_right from judged where is_right is not null`

export function createFloors({ db, settingsOf }: FloorDeps) {
  async function isThere(workspaceId: string, siteId: string): Promise<boolean> {
    const found = await db.query('select 1 from sites where workspace_id = $1 and id = $2', [
      workspaceId,
      siteId,
    ])
    return found.length > 0
  }

  return {
    /** What is used up of the day's allowance; null where the workspace has no such site. */
    async usage(workspaceId: string, siteId: string): Promise<SiteUsage | null> {
      if (!(await isThere(workspaceId, siteId))) return null
      const { replies_per_day, tokens_per_day } = (await settingsOf(workspaceId, siteId)).limits
      const [row] = await db.query<{ replies: number; tokens: string }>(
        `select replies, tokens from assistant_usage
          where workspace_id = $1 and site_id = $2 and day = (now() at time zone 'utc')::date`,
        [workspaceId, siteId],
      )
      return { replies: row?.replies ?? 0, tokens: Number(row?.tokens ?? 0), replies_per_day, tokens_per_day }
    },

    /** Null where the workspace has no such site. */
    async effect(workspaceId: string, siteId: string): Promise<FloorEffect | null> {
      if (!(await isThere(workspaceId, siteId))) return null
      const rows = await db.query<{ confidence: number; is_right: boolean }>(OWN, [workspaceId, siteId])
      const { floor } = await settingsOf(workspaceId, siteId)
      const { reliability, curve } = CALIBRATION
      const own = rows.map(({ confidence, is_right }) => ({ confidence, right: is_right, answerable: true }))
      return {
        floor,
        suggested: DEFAULT_ASSISTANT_SETTINGS.floor,
        shipped: curve,
        own: own.length >= NEEDED ? floorCurve(own) : null,
        outcomes: own.length,
        outcomes_needed: NEEDED,
        calibration: { ...reliability, questions: curve.questions },
      }
    },
  }
}

export type Floors = ReturnType<typeof createFloors>
