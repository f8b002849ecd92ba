// A desk with two people and a customer, for what a team does to conversations.

import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { command, type DeskOptions, startDesk } from './desk.ts'
import type { TestSocket } from './socket-client.ts'

export interface TriageEvent {
  id: string
  seq: number
  type: string
  actor: { kind: string; id: string | null; name: string }
  // biome-ignore lint/suspicious/noExplicitAny: tests look into events of every type
  data: any
}

export async function startTriageDesk(t: TestContext, options: DeskOptions = {}) {
  const desk = await startDesk(t, options)
  const mika = await desk.person('Mika')
  const ana = await desk.person('Ana')
  const console = await desk.join(mika, 'agent')
  const colleague = await desk.join(ana, 'agent')
  const session = await desk.visitor()
  const customer = await desk.join(session, 'visitor')

  /** A chat that waits for a person; of this customer unless another is named. */
  async function chat(message: string, socket: TestSocket = customer): Promise<string> {
    const id = uuidv7()
    const started = await command(socket, 'conversation.start', {
      conversation_id: id,
      message,
      want: 'person',
    })
    assert.ok(started.ok, JSON.stringify(started))
    return id
  }

  /** Does it, or fails the test. */
  // biome-ignore lint/suspicious/noExplicitAny: results of every shape
  async function done(socket: TestSocket, type: string, data: object, cid?: string): Promise<any> {
    const answer = await command(socket, type, data, cid)
    assert.ok(answer.ok, `${type}: ${JSON.stringify(answer)}`)
    return answer.data
  }

  /** The code it is refused with. */
  async function refused(socket: TestSocket, type: string, data: object): Promise<string> {
    const answer = await command(socket, type, data)
    assert.ok(!answer.ok, `${type} was not refused`)
    return answer.problem.code
  }

  const look = (id: string) => done(console, 'conversation.subscribe', { conversation_id: id, after: 0 })

  return {
    ...desk,
    mika,
    ana,
    session,
    console,
    colleague,
    customer,
    chat,
    done,
    refused,
    log: async (id: string): Promise<TriageEvent[]> => (await look(id)).events,
    show: async (id: string) => (await look(id)).conversation,
    /** Runs what is planned for later now, and waits until a row of this type is in the log. */
    async ripen(job: string, id: string, type: string, has: (event: TriageEvent) => boolean = () => true) {
      await look(id)
      await desk.db.query(
        `update graphile_worker._private_jobs j set run_at = now() from graphile_worker._private_tasks k
          where k.id = j.task_id and k.identifier = $1 returning j.id`,
        [job],
      )
      for (;;) {
        const found = (await look(id)).events.find((event: TriageEvent) => event.type === type && has(event))
        if (found) return found as TriageEvent
        await console.nextOf((frame) => frame.type === 'events' && frame.data.conversation_id === id)
      }
    },
  }
}

export type TriageDesk = Awaited<ReturnType<typeof startTriageDesk>>
