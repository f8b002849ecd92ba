// Since when a customer waits for the team's next words: what begins it, what ends it, what does neither.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Actor } from '../../sdk/protocol/actor.ts'
import { answerClock } from './answer-clock.ts'
import type { Decision, NewEvent } from './conversation-log.ts'
import type { ConversationRow } from './conversation-row.ts'

const [early, now] = [new Date('2026-01-01T10:00:00Z'), new Date('2026-01-01T11:00:00Z')]
const customer: Actor = { kind: 'contact', id: 'c', name: '' }
const [person, machine]: [Actor, Actor] = [
  { kind: 'human', id: 'h', name: 'Mika' },
  { kind: 'ai', id: 'a', name: 'Bell' },
]

const message = (actor: Actor, data = {}): NewEvent => ({
  type: 'message.created',
  actor,
  public: true,
  data,
})
const said = { preview: '', at: now.toISOString(), actor: customer }
const handedOver: NewEvent = { type: 'conversation.handed_over', actor: machine, public: true, data: {} }

/** What it is after a decision on a conversation where it was `before`. */
function after(before: Date | null, decision: Decision, row: Partial<ConversationRow> = {}): Date | null {
  const held = {
    unanswered_since: before,
    waiting_since: null,
    last_message: null,
    ...row,
  } as ConversationRow
  const { unanswered_since = before } = answerClock(held, decision).patch ?? {}
  return unanswered_since
}

test('it begins when the customer writes, and their next words do not begin it anew', () => {
  const wrote = { events: [message(customer)], patch: { last_message: said } }
  assert.deepEqual(after(null, wrote), now)
  assert.deepEqual(after(early, wrote), early)
})

test('an answer of a person or a machine ends it; a note, an event, and the word that a person looks first do not', () => {
  assert.equal(after(early, { events: [message(person)] }), null)
  assert.equal(after(early, { events: [message(machine)] }), null)
  assert.equal(
    after(early, { events: [message(customer), message(person)], patch: { last_message: said } }),
    null,
  )
  const note: NewEvent = { type: 'note.created', actor: person, public: false, data: {} }
  for (const event of [note, handedOver, message(machine, { notice: 'review' })])
    assert.deepEqual(after(early, { events: [event] }), early)
})

test('handed on to a person, the customer waits since they asked, whatever the machine has said of it', () => {
  const queued = { events: [message(machine), handedOver], patch: { waiting_since: now } }
  assert.deepEqual(after(early, queued), early)
  assert.deepEqual(after(null, queued), now)
  const begun = {
    events: [message(customer), ...queued.events],
    patch: { ...queued.patch, last_message: said },
  }
  assert.deepEqual(after(null, begun), now)
})

test('a customer who leaves the queue waits for what they wrote, and for nothing else', () => {
  const left = {
    events: [{ type: 'conversation.assigned', actor: customer, public: true, data: {} } as const],
  }
  assert.equal(after(early, left, { last_message: { ...said, actor: machine } }), null)
  assert.deepEqual(after(early, left, { last_message: said }), early)
})

test('resolved, nothing is owed; what a decision says itself stands', () => {
  assert.equal(after(early, { events: [], patch: { status: 'resolved' } }), null)
  assert.deepEqual(after(early, { events: [message(person)], patch: { unanswered_since: now } }), now)
})

test('words taken from another conversation wait since they were written there', () => {
  const copied = message(customer, { copied_from: { at: early.toISOString() } })
  assert.deepEqual(after(null, { events: [copied], patch: { last_message: said } }), early)
})
