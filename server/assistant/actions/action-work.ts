// Carries approved calls out, as durable jobs: the endpoint is asked once. Where nobody saw how a write ended, that is
// what is said; it is never done twice.

import type { ActionCompleted } from '../../../sdk/protocol/assistant-event.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { JobPayloads, Jobs } from '../../platform/jobs/jobs.ts'
import type { Log } from '../../platform/log.ts'
import type { Actions } from './action.service.ts'
import type { ActionRow } from './action-row.ts'
import type { Tools } from './tool.service.ts'
import type { BoundContact, ToolCaller, ToolOutcome } from './tool-call.ts'

/** Tries of what may be tried again. */
const TRIES = 2

export interface ActionWorkDeps {
  jobs: Jobs
  log: Log
  clock: () => Date
  actions: Actions
  tools: Pick<Tools, 'get' | 'secretsOf'>
  callTool: ToolCaller
  /** Whose conversation it is now, and the epoch it has. */
  customerOf: (
    workspaceId: string,
    conversationId: string,
  ) => Promise<{ contact: BoundContact; epoch: number } | null>
}

type Ended = { outcome: ActionCompleted['outcome']; result: string }

/** Registers the jobs; call before they start. */
export function registerActionWork(deps: ActionWorkDeps): void {
  const { jobs, log, clock, actions, tools, callTool, customerOf } = deps

  /** Null: try again later. */
  function endOf(row: ActionRow, outcome: ToolOutcome, attempt: number): Ended | null {
    const mayRetry = attempt < TRIES
    switch (outcome.kind) {
      case 'answered':
        return outcome.ok
          ? { outcome: 'succeeded', result: outcome.text }
          : { outcome: 'failed', result: `Status ${outcome.status}. ${outcome.text}`.trim() }
      case 'refused':
        return { outcome: 'failed', result: outcome.text }
      case 'not_sent':
        return mayRetry ? null : { outcome: 'failed', result: outcome.text }
      case 'unknown':
        if (mayRetry && outcome.again && row.effect === 'read') return null
        return { outcome: row.effect === 'write' ? 'unknown' : 'failed', result: outcome.text }
    }
  }

  async function call(row: ActionRow): Promise<ToolOutcome> {
    const nothing = (text: string): ToolOutcome => ({ kind: 'answered', ok: false, status: 0, text })
    const customer = await customerOf(row.workspace_id, row.conversation_id)
    const site = { id: row.site_id, workspaceId: row.workspace_id }
    const tool = row.tool_id ? await tools.get(site, row.tool_id).catch(() => null) : null
    if (!customer || !tool?.enabled) return nothing('The tool is no longer there.')
    if (row.approval === 'none' && customer.epoch !== row.epoch) return nothing('Somebody has taken over.')
    if (tool.requires_verified && !customer.contact.verified) return nothing('The customer is not signed in.')
    return callTool({
      tool,
      secrets: await tools.secretsOf(row.workspace_id, tool.id),
      actionId: row.id,
      conversationId: row.conversation_id,
      contact: customer.contact,
      input: row.input,
      test: false,
    })
  }

  async function carryOut({ workspace_id, action_id }: JobPayloads['assistant.act'], attempt: number) {
    const row = await actions.begin(workspace_id, action_id)
    if (!row) {
      await pickUp(workspace_id, action_id, attempt)
      return
    }
    const begun = clock().getTime()
    const outcome = await call(row)
    const ended = endOf(row, outcome, attempt)
    if (!ended) {
      await actions.giveBack(row)
      throw new Error('the endpoint could not be reached yet')
    }
    await actions.settle(row, { ...ended, milliseconds: clock().getTime() - begun })
  }

  /** It is at work, and whoever began it is gone: jobs of one call run one after another. */
  async function pickUp(workspaceId: string, id: string, attempt: number): Promise<void> {
    const row = await actions.get(workspaceId, id)
    if (row?.state !== 'running') return
    if (row.effect === 'write') {
      const result = 'It was begun, and how it ended was not seen. It is not done again.'
      await actions.settle(row, { outcome: 'unknown', result, milliseconds: 0 })
      return
    }
    await actions.giveBack(row)
    await carryOut({ workspace_id: workspaceId, action_id: id }, attempt)
  }

  jobs.handle('assistant.act', async (payload, { attempt }) => {
    try {
      await carryOut(payload, attempt)
    } catch (error) {
      log.warn(
        { error: errorFields(error), action: payload.action_id },
        'assistant: a call was not carried out',
      )
      throw error
    }
  })

  jobs.handle('assistant.act.lapse', async ({ workspace_id, action_id }) => {
    const row = await actions.get(workspace_id, action_id)
    if (row) await actions.lapse(row)
  })
}
