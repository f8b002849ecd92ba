// The checker against records made by hand: what is right passes, and each kind of wrong is called by its name.

import assert from 'node:assert/strict'
import test from 'node:test'
import { checkRun, type FinalView, type Row, type RunRecord } from './history-checker.ts'
import type { Entry } from './run-history.ts'
import { markOf } from './text-mark.ts'

const CHAT = '00000000-0000-7000-8000-00000000000c'
const first = markOf('v1a', 'v1', 1)
const second = markOf('v1a', 'v1', 2)
const note = markOf('a1a', 'v1', 1, true)

const row = (seq: number, pub_seq: number | null, type: string, body: string): Row => ({
  conversation_id: CHAT,
  seq,
  pub_seq,
  id: `id-${seq}`,
  type,
  cid: `cid-${seq}`,
  actor_id: null,
  body,
  target: null,
})

const ROWS = [
  row(1, 1, 'message.created', first),
  row(2, null, 'note.created', note),
  row(3, 2, 'message.created', second),
]

const text = (op: string, cid: string, id: string, seq: number): Entry[] => [
  {
    at: seq,
    type: 'write',
    op,
    author: 'v1',
    tab: op.slice(1, 4),
    conversation: CHAT,
    command: 'message.send',
  },
  { at: seq, type: 'stored', op },
  { at: seq, type: 'sent', author: 'v1', cid, command: 'message.send', via: 'frame', op },
  { at: seq, type: 'ok', author: 'v1', cid, id, seq },
]
const HISTORY = [
  ...text(first, 'cid-1', 'id-1', 1),
  ...text(note, 'cid-2', 'id-2', 2),
  ...text(second, 'cid-3', 'id-3', 2),
]

const view = (side: FinalView['side'], rows: readonly Row[]): FinalView => ({
  client: side === 'visitor' ? 'v1a' : 'a1a',
  side,
  visitor: side === 'visitor' ? 'v1' : null,
  conversation: CHAT,
  events: rows.map(({ seq, pub_seq, id, type, cid, body }) => ({
    seq: side === 'visitor' ? pub_seq! : seq,
    id,
    type,
    cid,
    body,
  })),
  complete: true,
  pending: [],
})

/** A run in which all went well, and then something else. */
const run = (change: Partial<RunRecord> = {}): RunRecord => ({
  history: HISTORY,
  rows: ROWS,
  conversations: [{ id: CHAT, owner: 'v1', last_seq: 3, last_pub_seq: 2 }],
  views: [view('agent', ROWS), view('visitor', [ROWS[0]!, ROWS[2]!])],
  unsettled: [],
  crashes: [],
  ...change,
})
const kinds = (change: Partial<RunRecord>): string[] =>
  [...new Set(checkRun(run(change)).map(({ kind }) => kind))].sort()

test('checker: a run in which all went well has no violation', () => {
  assert.deepEqual(checkRun(run()), [])
})

test('checker: what was sent and never answered may be there or not', () => {
  const sent: Entry = {
    at: 9,
    type: 'sent',
    author: 'v1',
    cid: 'cid-9',
    command: 'conversation.end',
    via: 'post',
    op: null,
  }
  assert.deepEqual(kinds({ history: [...HISTORY, sent] }), [])
})

test('checker: an acknowledged text that is not in the log is told of, as lost to who stored it too', () => {
  const rows = ROWS.slice(0, 2)
  assert.deepEqual(
    kinds({
      rows,
      conversations: [{ id: CHAT, owner: 'v1', last_seq: 2, last_pub_seq: 1 }],
      views: [view('agent', rows)],
    }),
    ['acked-lost', 'stored-lost'],
  )
})

test('checker: a text that stands twice is told of, under one cid or two', () => {
  const again = { ...row(4, 3, 'message.created', second), cid: 'cid-3' }
  const rows = [...ROWS, again]
  const conversations = [{ id: CHAT, owner: 'v1', last_seq: 4, last_pub_seq: 3 }]
  assert.deepEqual(kinds({ rows, conversations, views: [view('agent', rows)] }), ['doubled'])
  const other = [...ROWS, { ...again, cid: 'cid-4' }]
  assert.deepEqual(kinds({ rows: other, conversations, views: [view('agent', other)] }), ['doubled'])
})

test('checker: an ack that names another row than the log has is told of', () => {
  const wrong: Entry = { at: 5, type: 'ok', author: 'v1', cid: 'cid-3', id: 'id-1', seq: 1 }
  assert.deepEqual(kinds({ history: [...HISTORY, wrong] }), ['ack-differs'])
})

test('checker: a text that was taken back and stands in the log all the same is told of', () => {
  const back: Entry = { at: 5, type: 'withdrawn', op: second, author: 'v1' }
  assert.deepEqual(kinds({ history: [...HISTORY, back] }), ['withdrawn-sent'])
})

test('checker: two texts of one tab in another order than they were written are told of', () => {
  const turned = [...HISTORY.slice(8), ...HISTORY.slice(0, 8)]
  assert.deepEqual(kinds({ history: turned }), ['out-of-order'])
})

test('checker: a gap in either counter, and a head that is not the end, are told of', () => {
  const rows = [ROWS[0]!, ROWS[1]!, { ...ROWS[2]!, seq: 4, pub_seq: 3 }]
  assert.deepEqual(kinds({ rows, history: [], views: [view('agent', rows)] }), ['gap'])
  assert.deepEqual(kinds({ conversations: [{ id: CHAT, owner: 'v1', last_seq: 4, last_pub_seq: 2 }] }), [
    'head',
  ])
})

test('checker: a view that lacks a row, has it changed, or out of order is told of', () => {
  const agent = view('agent', ROWS)
  assert.deepEqual(kinds({ views: [view('agent', [ROWS[0]!, ROWS[2]!])] }), ['view-lost'])
  assert.deepEqual(kinds({ views: [{ ...agent, complete: false }] }), ['view-lost'])
  const events = agent.events.map((event) => (event.seq === 3 ? { ...event, body: 'something else' } : event))
  assert.deepEqual(kinds({ views: [{ ...agent, events }] }), ['view-differs'])
  assert.deepEqual(kinds({ views: [{ ...agent, events: agent.events.toReversed() }] }), ['view-differs'])
})

test('checker: somebody else’s conversation, or their text in it, is told of', () => {
  assert.deepEqual(kinds({ views: [{ ...view('visitor', [ROWS[0]!, ROWS[2]!]), visitor: 'v2' }] }), [
    'view-foreign',
  ])
  const foreign = { seq: 3, id: 'id-x', type: 'message.created', cid: null, body: markOf('v2a', 'v2', 1) }
  const mixed = { ...view('visitor', [ROWS[0]!, ROWS[2]!]) }
  assert.deepEqual(kinds({ views: [{ ...mixed, events: [...mixed.events, foreign] }] }), ['view-foreign'])
})

test('checker: a note with a public number, or seen on a visitor’s wire, is a leak', () => {
  const rows = [ROWS[0]!, { ...ROWS[1]!, pub_seq: 2 }, { ...ROWS[2]!, pub_seq: 3 }]
  const conversations = [{ id: CHAT, owner: 'v1', last_seq: 3, last_pub_seq: 3 }]
  assert.deepEqual(kinds({ rows, conversations, history: [], views: [] }), ['leak'])
  const seen: Entry = { at: 5, type: 'leak', author: 'v1', what: `private ${note}` }
  assert.deepEqual(kinds({ history: [...HISTORY, seen] }), ['leak'])
})

test('checker: failing for good, vanishing, never coming to rest and ending by itself are told of', () => {
  const pending = [{ body: second, state: 'failed', code: 'internal' }]
  assert.deepEqual(kinds({ views: [{ ...view('agent', ROWS), pending }] }), ['failed'])
  const gone: Entry = { at: 5, type: 'vanished', author: 'v1a', conversation: CHAT, what: first }
  assert.deepEqual(kinds({ history: [...HISTORY, gone] }), ['vanished'])
  assert.deepEqual(kinds({ unsettled: ['v1a: the line is closed'] }), ['unsettled'])
  assert.deepEqual(kinds({ crashes: ['node 1 ended by itself with 1'] }), ['crash'])
})
