// What many conversations say in one moment reaches the index all of it, in goes of bounded size.

import assert from 'node:assert/strict'
import test from 'node:test'
import { eventually } from '../../../test/helpers/bounded-wait.ts'
import { createInProcessBus } from '../../platform/bus/in-process-bus.ts'
import { createMessageFeeder } from './message-feeder.ts'

test('feeder: however many conversations are busy in one moment, each is taken in, few in a go', async (t) => {
  const bus = createInProcessBus({ onError: assert.ifError })
  const goes: string[][] = []
  const feeder = createMessageFeeder({
    db: {} as never,
    bus,
    jobs: { handle() {} } as never,
    log: { warn() {}, info() {} },
    index: { index: async (ids) => goes.push([...ids]) },
    clock: () => new Date(),
  })
  t.after(() => feeder.close())
  const ids = Array.from({ length: 250 }, (_, n) => `conversation ${n}`)
  for (const id of ids)
    bus.emit('conversation.appended', {
      workspace_id: 'shop',
      conversation_id: id,
      contact_id: 'nora',
      from_seq: 1,
      to_seq: 1,
      to_pub_seq: 1,
      queue_moved: false,
      here: { events: [] },
    })
  await eventually(() => goes.flat().length >= ids.length, { what: 'all are taken in' })
  assert.deepEqual(goes.flat(), ids)
  for (const go of goes) assert.ok(go.length <= 100)
})
