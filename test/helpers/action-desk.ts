// A desk whose AI agent holds a conversation and has a tool: tests ask for calls as the model would, and decide them as
// people do.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import type { LogEvent } from '../../sdk/protocol/event.ts'
import type { ConversationRow } from '../../server/conversations/conversation-row.ts'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { inTime } from './bounded-wait.ts'
import { command, type DeskOptions, startDesk } from './desk.ts'
import { toolEndpoint } from './tool-endpoint.ts'

export const REFUND = {
  name: 'refund_order',
  title: 'Refund an order',
  description: 'Refunds an order of the customer.',
  explanation: 'The whole amount goes back to the card it was paid with.',
  parameters: {
    type: 'object',
    properties: { order: { type: 'string', title: 'Order', maxLength: 20 }, customer: { type: 'string' } },
    required: ['order', 'customer'],
  },
  bound: { customer: 'contact.id' },
  effect: 'write',
}

export async function actionDesk(t: TestContext, options: DeskOptions = {}) {
  const desk = await startDesk(t, { ...options, env: { OUTBOUND_ALLOW: '127.0.0.1/32', ...options.env } })
  const owner = await desk.person('olga')
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [owner.id])
  const endpoint = await toolEndpoint(t)
  const path = `/api/v1/sites/${desk.site.id}/tools`

  async function register(change: Record<string, unknown> = {}) {
    const answer = await desk.call('POST', path, {
      token: owner.token,
      body: { ...REFUND, endpoint: endpoint.url, ...change },
    })
    assert.equal(answer.status, 201, JSON.stringify(answer.body))
    return answer.body as { tool: { id: string }; secret: string }
  }

  const rowOf = async (id: string): Promise<ConversationRow> => {
    const [row] = await desk.db.query<ConversationRow>('select * from conversations where id = $1', [id])
    return row!
  }

  /** The whole log, as the team sees it. */
  async function log(id: string): Promise<LogEvent[]> {
    const { body } = await desk.call('GET', `/api/v1/conversations/${id}/events`, { token: owner.token })
    return body.events
  }

  /** Waits until the log holds such a row. */
  async function until<T extends LogEvent['type']>(
    id: string,
    type: T,
    fits: (event: Extract<LogEvent, { type: T }>) => boolean = () => true,
  ): Promise<Extract<LogEvent, { type: T }>> {
    const { promise: news, resolve } = Promise.withResolvers<void>()
    let tell = resolve
    let wait = news
    const stop = desk.rooms.bus.on('conversation.appended', () => tell())
    try {
      for (;;) {
        const found = (await log(id)).find(
          (event) => event.type === type && fits(event as Extract<LogEvent, { type: T }>),
        )
        if (found) return found as Extract<LogEvent, { type: T }>
        await inTime(`a row ${type}`, wait)
        ;({ promise: wait, resolve: tell } = Promise.withResolvers<void>())
      }
    } finally {
      stop()
    }
  }

  /** A chat of a new visitor that the AI agent holds and has nothing to say to. */
  async function held() {
    const visitor = await desk.visitor()
    const socket = await desk.join(visitor, 'visitor')
    const id = uuidv7()
    await command(socket, 'conversation.start', { conversation_id: id, message: 'I want my money back' })
    await until(id, 'conversation.handed_over')
    const agent = await desk.join(owner, 'agent')
    const given = await command(agent, 'conversation.assign', {
      conversation_id: id,
      assignee_id: desk.assistant.id,
    })
    assert.equal(given.ok, true)
    return { id, visitor, socket, agent }
  }

  /** The model calls a tool: what it is told, or null when the call is on its way. */
  async function call(id: string, name: string, input: unknown, answered = 0) {
    const row = await rowOf(id)
    const tools = await desk.rooms.toolsFor(row, desk.assistant, answered)
    const told = await tools.onCall({
      id: 'c',
      name,
      input: typeof input === 'string' ? input : JSON.stringify(input),
    })
    return { told, tools }
  }

  /** A call that is on the log. */
  async function requested(id: string, input: unknown = { order: 'A-1' }, name = REFUND.name) {
    const { told } = await call(id, name, input)
    assert.equal(told, null)
    const found = (await log(id)).filter(({ type }) => type === 'action.requested')
    return found.at(-1) as Extract<LogEvent, { type: 'action.requested' }>
  }

  return { desk, owner, endpoint, path, register, rowOf, log, until, held, call, requested }
}

export type ActionDesk = Awaited<ReturnType<typeof actionDesk>>
