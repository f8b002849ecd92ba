// What the bell does when it cannot be rung: it waits for a database that is away, and gives up what never works.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import { Problem } from '../../platform/problem.ts'
import { createBellRinger } from './bell-ringer.ts'

/** Whom it calls whose database fails so many times: one message comes at once, one when a minute has gone by. */
async function ringing(t: TestContext, failures: number, fault: () => Error) {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const told: string[] = []
  let seconds = 0
  let append: (news: object) => void = () => {}
  const ringer = createBellRinger({
    db: {
      query: async () => {
        if (failures-- > 0) throw fault()
        return [{ id: 'one', assignee_id: 'mika', follower_ids: [], team_ids: [], preview: '', spam: false }]
      },
    },
    bus: {
      on: (topic: string, listener: (news: object) => void) => {
        if (topic === 'conversation.appended') append = listener
        return () => {}
      },
    },
    jobs: { handle: () => {} },
    log: { warn: () => {}, info: () => {} },
    notifications: {
      ring: async (lines: { agentId: string }[]) => void told.push(...lines.map(({ agentId }) => agentId)),
    },
    clock: () => new Date(),
    time: { now: () => seconds * 1000 },
  } as unknown as Parameters<typeof createBellRinger>[0])
  t.after(() => ringer.close())
  const event = {
    id: 'event',
    conversation_id: 'one',
    type: 'message.created',
    seq: '1',
    actor_kind: 'contact',
    actor_id: 'nora',
    actor_name: 'Nora',
    data: { body: 'Hello', content: [] },
    created_at: new Date(),
  }
  for (; seconds < 120; seconds++) {
    if (seconds % 60 === 0) append({ workspace_id: 'desk', here: { events: [event] } })
    for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setImmediate(resolve))
    t.mock.timers.tick(1000)
  }
  return told
}

test('bell: while the database is away nothing is given up, however long; it rings once for each when it is back', async (t) => {
  assert.deepEqual(await ringing(t, 40, () => new Problem('unavailable')), ['mika', 'mika'])
})

test('bell: what fails by itself is given up after some tries and holds up nothing', async (t) => {
  assert.deepEqual(await ringing(t, 5, () => new Error('no such column')), ['mika'])
})
