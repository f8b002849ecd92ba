// What a log reads like once its edits and deletions are taken in, however much of it is held.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { LogEvent } from '../protocol/event.ts'
import { foldMessages } from './folded-messages.ts'

const uuid = (seq: number): string => `00000000-0000-7000-8000-${String(seq).padStart(12, '0')}`
const text = (body: string) => ({
  body,
  content: body ? [{ type: 'paragraph', children: [body] }] : [],
  citations: [],
  answer: null,
})

function event(seq: number, type: LogEvent['type'], data: object): LogEvent {
  const actor = { kind: 'contact', id: uuid(0), name: '' }
  const at = `2026-01-01T00:00:${String(seq % 60).padStart(2, '0')}.000Z`
  return { id: uuid(seq), conversation_id: uuid(0), seq, at, actor, cid: null, type, data } as LogEvent
}
const said = (seq: number, body: string): LogEvent => event(seq, 'message.created', text(body))
const edited = (seq: number, of: number, body: string): LogEvent =>
  event(seq, 'message.edited', { message_id: uuid(of), ...text(body) })
const deleted = (seq: number, of: number): LogEvent => event(seq, 'message.deleted', { message_id: uuid(of) })

const shown = (events: readonly LogEvent[]): string[] =>
  foldMessages(events).map((each) => {
    if (each.type !== 'message.created' && each.type !== 'note.created') return each.type
    return each.deleted
      ? `${each.seq} deleted`
      : `${each.seq} ${each.data.body}${each.edited ? ' (edited)' : ''}`
  })

test('a message shows its latest text where it stood, and the edits draw nothing', () => {
  const log = [said(1, 'one'), said(2, 'two'), edited(3, 1, 'uno'), edited(4, 1, 'eins')]
  assert.deepEqual(shown(log), ['1 eins (edited)', '2 two'])
  const [first] = foldMessages(log)
  assert.equal(first!.at, log[0]!.at)
})

test('a deleted message leaves a place without text, whatever edits came before', () => {
  const log = [
    said(1, ''),
    edited(2, 1, ''),
    deleted(3, 1),
    event(4, 'note.created', text('note')),
    deleted(5, 4),
  ]
  assert.deepEqual(shown(log), ['1 deleted', '4 deleted'])
})

test('a text held from before its deletion is not handed on', () => {
  const [read] = foldMessages([said(1, 'secret'), deleted(2, 1)])
  assert.doesNotMatch(JSON.stringify(read), /secret/)
})

test('a note is edited like a message, and other events are left as they are', () => {
  const log = [
    event(1, 'note.created', text('one')),
    event(2, 'conversation.status_changed', { from: 'new', to: 'resolved' }),
    edited(3, 1, 'two'),
  ]
  assert.deepEqual(shown(log), ['1 two (edited)', 'conversation.status_changed'])
})

test('a change held before its message waits for it: pages of history may come in any size', () => {
  type Act = { kind: 'say' | 'edit' | 'delete'; of: number }
  const act = fc.record({ kind: fc.constantFrom<Act['kind']>('say', 'edit', 'delete'), of: fc.nat(30) })
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), fc.nat(40), (acts, held) => {
      // A log as a server would write it: changes only to messages that are there and not deleted.
      const alive = new Map<number, string>()
      const log: LogEvent[] = []
      const seqs: number[] = []
      for (const { kind, of } of acts) {
        const seq = log.length + 1
        const target = seqs[of % Math.max(1, seqs.length)]
        if (kind === 'say' || target === undefined || !alive.has(target)) {
          log.push(said(seq, `text ${seq}`))
          alive.set(seq, `${seq} text ${seq}`)
          seqs.push(seq)
        } else if (kind === 'edit') {
          log.push(edited(seq, target, `text ${seq}`))
          alive.set(target, `${target} text ${seq} (edited)`)
        } else {
          log.push(deleted(seq, target))
          alive.delete(target)
        }
      }
      const expected = seqs.map((seq) => alive.get(seq) ?? `${seq} deleted`)
      assert.deepEqual(shown(log), expected)
      // Of the newest part alone, each message it holds reads just the same.
      const part = shown(log.slice(-held || log.length))
      assert.deepEqual(part, expected.slice(expected.length - part.length))
    }),
  )
})
