// What one run of the AI agent may call, and what its calls so far came to. Results are data from outside: cut, redacted,
// and sources of an answer like any passage.

import { isDeepStrictEqual } from 'node:util'
import type { Actor } from '../../../sdk/protocol/actor.ts'
import type { ActionCompleted, ActionRequested } from '../../../sdk/protocol/assistant-event.ts'
import type { PageTool } from '../../../sdk/protocol/tool.ts'
import type { ConversationRow } from '../../conversations/conversation-row.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Database } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import type { Tooling, ToolResult } from '../pipeline/tooling.ts'
import type { Actions } from './action.service.ts'
import type { CustomerOf } from './action-customer.ts'
import type { Callable } from './call-request.ts'
import type { PageToolShelf } from './page-tool.service.ts'
import type { Tools } from './tool.service.ts'
import type { BoundContact } from './tool-call.ts'
import { type InputCheck, inputLabels, openParameters } from './tool-parameters.ts'
import type { ToolRow } from './tool-row.ts'

/** Of the latest results, so many are sources, each cut to so many characters. */
const RESULTS = 5
const RESULT_LENGTH = 4000

export interface RunTools extends Tooling {
  /** Number in the log of the latest call that waits for somebody or is being carried out; 0: none. */
  waitsSince: number
}

interface Offer extends Callable {
  parameters: Record<string, unknown>
  description: string
}

export interface RunToolsDeps {
  db: Pick<Database, 'query'>
  actions: Actions
  tools: Pick<Tools, 'enabledOn'>
  pageTools: Pick<PageToolShelf, 'offeredFor'>
  customerOf: CustomerOf
  checkInput: InputCheck
}

/** A tool that needs to know who asks is not even offered where nobody has proven it. */
function isFor({ requires_verified, bound }: ToolRow, contact: BoundContact): boolean {
  if (requires_verified && !contact.verified) return false
  const needed = Object.values(bound)
  if (needed.includes('contact.external_id') && contact.externalId === null) return false
  return !needed.includes('contact.email') || contact.email !== null
}

const ofOwner = (tool: ToolRow): Offer => ({
  name: tool.name,
  title: tool.title,
  explanation: tool.explanation,
  description: tool.description,
  parameters: openParameters(tool.parameters, tool.bound),
  labels: inputLabels(tool.parameters),
  side: 'server',
  effect: tool.effect,
  approval: tool.approval,
  toolId: tool.id,
  sessionId: null,
})

const ofPage = (tool: PageTool, sessionId: string): Offer => ({
  name: tool.name,
  title: tool.title ?? tool.name.replaceAll('_', ' '),
  explanation: '',
  description: tool.description,
  parameters: tool.parameters,
  labels: inputLabels(tool.parameters),
  side: 'page',
  effect: tool.effect,
  // What changes something in the page is the customer's to allow; no page can say otherwise.
  approval: tool.effect === 'write' ? 'customer' : 'none',
  toolId: null,
  sessionId,
})

export function createRunTools(deps: RunToolsDeps) {
  const { db, actions, tools, pageTools, customerOf, checkInput } = deps

  async function offersFor(row: ConversationRow): Promise<Offer[]> {
    const [customer, owners, page] = await Promise.all([
      customerOf(row.workspace_id, row.id),
      tools.enabledOn({ id: row.site_id, workspaceId: row.workspace_id }),
      pageTools.offeredFor(row.workspace_id, row.contact_id),
    ])
    if (!customer) return []
    const offers = owners.filter((tool) => isFor(tool, customer.contact)).map(ofOwner)
    const taken = new Set(owners.map(({ name }) => name))
    // A page cannot pass for a tool of the owner's.
    const more = (page?.tools ?? []).filter(({ name }) => !taken.has(name))
    return [...offers, ...more.map((tool) => ofPage(tool, page!.sessionId))]
  }

  async function resultsOf(conversationId: string, answered: number): Promise<ToolResult[]> {
    const rows = await db.query<{ seq: string; requested: ActionRequested; completed: ActionCompleted }>(
      `select d.seq, r.data as requested, d.data as completed
         from conversation_events d join conversation_events r
           on r.conversation_id = d.conversation_id and r.type = 'action.requested'
          and r.id = (d.data->>'action_id')::uuid
        where d.conversation_id = $1 and d.type = 'action.completed'
          and d.created_at > now() - interval '1 day'
        order by d.seq desc limit ${RESULTS}`,
      [conversationId],
    )
    return rows.reverse().map(({ seq, requested, completed }) => ({
      id: completed.action_id,
      tool: requested.tool,
      title: requested.title,
      effect: requested.effect,
      side: requested.side,
      input: requested.input,
      outcome: completed.outcome,
      text: cutText(completed.result, RESULT_LENGTH),
      milliseconds: completed.milliseconds,
      isNew: Number(seq) > answered,
    }))
  }

  /** @param answered the last number of the log the customer has had an answer to */
  return async function toolsFor(row: ConversationRow, agent: Actor, answered: number): Promise<RunTools> {
    const [offers, results, waitsSince] = await Promise.all([
      offersFor(row),
      resultsOf(row.id, answered),
      actions.waitsSince(row.id, answered),
    ])
    let faults = 0

    /** It is told once; then a person is called. */
    function wrong(why: string): string | null {
      faults++
      return faults > 1 ? null : `${why} Nothing was done.`
    }

    return {
      specs: offers.map(({ name, description, parameters }) => ({ name, description, parameters })),
      results,
      waitsSince,
      async onCall({ name, input: text }) {
        const offer = offers.find((one) => one.name === name)
        if (!offer) return wrong(`There is no tool ${JSON.stringify(name.slice(0, 60))}.`)
        const { fault, input } = checkInput(offer.parameters, text)
        if (fault) return wrong(fault)
        const alike = results.some(
          (result) => result.isNew && result.tool === name && isDeepStrictEqual(result.input, input),
        )
        if (alike)
          return wrong('This call was made already: its end is among the passages, or there was none.')
        const at = { workspaceId: row.workspace_id, conversationId: row.id, epoch: row.assignment_epoch }
        try {
          await actions.request({ agent, at, since: answered, tool: offer, input })
          return null
        } catch (error) {
          if (error instanceof Problem && error.code === 'quota-exceeded') return wrong(error.detail ?? '')
          throw error
        }
      },
      isLost: () => faults > 1,
    }
  }
}

export type ToolsFor = ReturnType<typeof createRunTools>
