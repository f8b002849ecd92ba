// What the AI agent would do, without its being done: for the playground, evaluation, drafts written anew and the
// copilot. Nothing is sent and no tool is called; a model's tokens are the site's all the same.

import type { AssistantSettings } from '../../sdk/protocol/assistant-settings.ts'
import { Problem } from '../platform/problem.ts'
import type { SiteFacts } from './assistant.service.ts'
import type { Live } from './pipeline/answering.ts'
import type { Turn } from './pipeline/asked.ts'
import type { Outcome } from './pipeline/outcome.ts'
import type { Thinking } from './pipeline/think.ts'
import { patchAssistantSettings } from './settings.service.ts'

export interface RehearsalInput {
  workspaceId: string
  siteId: string
  turns: readonly Turn[]
  locale: string | null
  pageUrl?: string | null
  departmentId?: string | null
  /** A merge patch over the site's settings. */
  settings?: unknown
  /** What an agent wants of the answer. */
  instruction?: string
  contact?: { id: string | null; verified: boolean }
  /** Which of the turns are asked, where it is not those of the customer at the end. */
  question?: readonly Turn[]
}

export interface RehearsalDeps {
  thinking: Thinking
  settingsOf: (workspaceId: string, siteId: string) => Promise<AssistantSettings>
  siteFacts: (siteId: string) => Promise<SiteFacts & { workspaceId: string }>
}

export function createRehearsal({ thinking, settingsOf, siteFacts }: RehearsalDeps) {
  /** @throws Problem `site-not-found`, `invalid-request` for settings that make no sense */
  return async function rehearse(input: RehearsalInput, live: Live = {}): Promise<Outcome> {
    const { workspaceId, siteId, turns, settings, instruction, question } = input
    const site = await siteFacts(siteId)
    if (site.workspaceId !== workspaceId) throw new Problem('site-not-found')
    const held = await settingsOf(workspaceId, siteId)
    return thinking.think(
      {
        workspaceId,
        site: { id: siteId, name: site.name, helpHosts: site.helpHosts },
        conversationId: null,
        locale: input.locale,
        pageUrl: input.pageUrl ?? null,
        departmentId: input.departmentId ?? null,
        settings: settings === undefined ? held : patchAssistantSettings(held, settings),
        contact: input.contact ?? { id: null, verified: false },
        turns,
        since: 0,
        ...(question && { question }),
        ...(instruction !== undefined && { instruction }),
      },
      live,
    )
  }
}

export type Rehearsing = ReturnType<typeof createRehearsal>
