// The AI agent's REST for the team: a site's settings, rehearsals, and the runs with their traces.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import {
  ChangeSiteAssistant,
  type Rehearsal,
  Rehearse,
  RunState,
  type SiteAssistant,
} from '../../sdk/protocol/assistant-run.ts'
import type { Audit } from '../accounts/audit.service.ts'
import { agentOf, requireRole } from '../accounts/require-agent.ts'
import { changedValues } from '../platform/changed-names.ts'
import { goneSignal } from '../platform/http/gone-signal.ts'
import { matchedVersion } from '../platform/http/if-match.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { Site, Sites } from '../sites/site.service.ts'
import type { Outcome } from './pipeline/outcome.ts'
import type { Rehearsing } from './rehearse.ts'
import type { RunLog } from './run-log.service.ts'
import type { AssistantSettingsOf, HeldSettings } from './settings.service.ts'

export interface AssistantRoutesDeps {
  sites: Pick<Sites, 'read'>
  assistantSettings: AssistantSettingsOf
  rehearse: Rehearsing
  runLog: RunLog
  audit: Audit
}

const ListRuns = z.object({
  site: z.uuid().optional(),
  state: RunState.optional(),
  cursor: z.string().max(100).optional(),
})

const toRehearsal = (outcome: Outcome): Rehearsal => {
  const { kind, mode, language, topic, confidence, reasons, passages, trace } = outcome
  const draft = 'draft' in outcome ? outcome.draft : null
  return {
    kind,
    body: draft?.body ?? null,
    citations: draft?.citations ?? [],
    choices: draft?.choices ?? [],
    answer: draft?.answer ?? null,
    reason: outcome.kind === 'hand_over' ? outcome.reason : null,
    mode,
    language,
    topic,
    confidence,
    reasons,
    passages: passages.map(({ slug, title, passage, heading, text, score = 0 }) => ({
      slug,
      title,
      passage,
      heading,
      text,
      score,
    })),
    trace,
  }
}

export function assistantRoutes(deps: AssistantRoutesDeps): Router {
  const { sites, assistantSettings, rehearse, runLog, audit } = deps
  const router = Router()
  const administrators = requireRole('owner', 'admin')

  async function siteOf({ params }: Request<{ id: string }>, response: Response): Promise<Site> {
    const { workspaceId } = agentOf(response)
    const site = z.uuid().safeParse(params.id).success ? await sites.read(workspaceId, params.id) : null
    if (!site) throw new Problem('site-not-found')
    return site
  }

  function send(
    response: Response,
    { id, assistantEnabled }: Site,
    { settings, version }: HeldSettings,
  ): void {
    const body: SiteAssistant = { site_id: id, enabled: assistantEnabled, settings, version }
    response.set('ETag', `"${version}"`).json({ assistant: body })
  }

  router.get(
    '/sites/:id/assistant',
    administrators,
    async function showAssistant(request: Request<{ id: string }>, response) {
      const site = await siteOf(request, response)
      send(response, site, await assistantSettings.read(site.workspaceId, site.id))
    },
  )

  router.patch(
    '/sites/:id/assistant',
    administrators,
    async function changeAssistant(request: Request<{ id: string }>, response) {
      const input = parse(ChangeSiteAssistant, request.body ?? {})
      const site = await siteOf(request, response)
      const { workspaceId, id: siteId } = site
      const before = await assistantSettings.read(workspaceId, siteId)
      const version = input.version ?? matchedVersion(request)
      const after = await assistantSettings.update({ workspaceId, siteId }, input.settings, version)
      await audit.record({
        workspaceId,
        agentId: agentOf(response).id,
        action: 'assistant.changed',
        data: { site_id: siteId, ...changedValues(before.settings, after.settings) },
      })
      send(response, site, after)
    },
  )

  router.post(
    '/sites/:id/assistant/rehearse',
    administrators,
    async function rehearseAssistant(request: Request<{ id: string }>, response) {
      const input = parse(Rehearse, request.body ?? {})
      const { workspaceId, id: siteId } = await siteOf(request, response)
      const outcome = await rehearse(
        {
          workspaceId,
          siteId,
          turns: input.turns,
          locale: input.locale,
          pageUrl: input.page_url,
          departmentId: input.department_id,
          ...(input.settings !== undefined && { settings: input.settings }),
        },
        { signal: goneSignal(response) },
      )
      response.json(toRehearsal(outcome))
    },
  )

  router.get('/assistant/runs', administrators, async function listRuns(request, response) {
    const { site, state, cursor } = parse(ListRuns, request.query)
    const { workspaceId } = agentOf(response)
    response.json(
      await runLog.list(workspaceId, {
        ...(site !== undefined && { siteId: site }),
        ...(state !== undefined && { state }),
        ...(cursor !== undefined && { cursor }),
      }),
    )
  })

  router.get(
    '/assistant/runs/:id',
    administrators,
    async function showRun(request: Request<{ id: string }>, response) {
      response.json(await runLog.get(agentOf(response).workspaceId, request.params.id))
    },
  )

  router.get(
    '/conversations/:id/runs',
    async function conversationRuns(request: Request<{ id: string }>, response) {
      response.json({ runs: await runLog.ofConversation(agentOf(response).workspaceId, request.params.id) })
    },
  )

  return refuseOtherMethods(router)
}
