// What an agent has surely seen, and how a reply is told that waits because a colleague was faster.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { LogEvent } from '../protocol/event.ts'
import type { PendingMessage } from './conversation-state.ts'
import { crossedBy } from './held-reply.ts'
import { watchSeen } from './seen-watch.ts'
import { createStore } from './store.ts'

const upTo = (seq: number) => ({ events: [{ seq } as LogEvent] })

test('seen: what was there on opening counts at once, what comes later only after three seconds', () => {
  let now = 0
  const state = createStore<{ events: readonly LogEvent[] }>({ events: [] })
  const seen = watchSeen(state, () => now)
  assert.equal(seen.seq(), null)
  state.set(upTo(7))
  assert.equal(seen.seq(), 7)
  now = 1000
  state.set(upTo(8))
  now = 3000
  state.set(upTo(9))
  assert.equal(seen.seq(), 7)
  now = 4000
  assert.equal(seen.seq(), 8)
  now = 6000
  assert.equal(seen.seq(), 9)
  seen.close()
})

test('seen: what somebody was told of and decided about counts at once, what came after it does not', () => {
  const state = createStore<{ events: readonly LogEvent[] }>(upTo(7))
  const seen = watchSeen(state, () => 0)
  state.set(upTo(8))
  state.set(upTo(9))
  seen.notice(8)
  assert.equal(seen.seq(), 8)
  seen.notice(7)
  assert.equal(seen.seq(), 8)
  // The server may tell of it before it has come by itself.
  seen.notice(12)
  assert.equal(seen.seq(), 12)
  seen.close()
})

test('crossedBy: names the colleague of a held reply, and nobody for what failed otherwise', () => {
  const context = { by: { kind: 'human', id: 'a', name: 'Ana' }, at: '2026-11-21T12:00:00.000Z', seq: 9 }
  const message = {
    state: 'failed',
    problem: { code: 'reply-crossed', context },
  } as unknown as PendingMessage
  assert.equal(crossedBy(message)?.by.name, 'Ana')
  assert.equal(crossedBy({ ...message, state: 'sending' }), null)
  assert.equal(crossedBy({ ...message, problem: null }), null)
})
