// The log's merge: single cases by name, then any interleaving at all against a model of the server.

import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { LogEvent } from '../protocol/event.ts'
import {
  changeOutgoing,
  commitOutgoing,
  dropLost,
  emptyLog,
  hasLost,
  lastSeq,
  loseOutgoing,
  type MergedLog,
  mergeEarlier,
  mergeEvents,
  mergeOutgoing,
  needsSync,
  type Outgoing,
  resetLog,
} from './log-merge.ts'

const event = (seq: number, cid: string | null = null): LogEvent => ({
  id: `id-${seq}`,
  conversation_id: 'c',
  seq,
  at: '',
  cid,
  actor: { kind: 'contact', id: 'me', name: '' },
  type: 'message.created',
  data: { body: cid ?? `other ${seq}`, content: [], citations: [], answer: null },
})
const pending = (cid: string): Outgoing => ({
  cid,
  kind: 'message',
  body: cid,
  at: 0,
  state: 'waiting',
  problem: null,
})
const seqs = (log: MergedLog): number[] => log.events.map(({ seq }) => seq)
const cids = (log: MergedLog): string[] => log.outgoing.map(({ cid }) => cid)
const stretch = (from: number, to: number): LogEvent[] =>
  Array.from({ length: to - from + 1 }, (_, index) => event(from + index))

test('events that come twice or out of order are drawn once, in order', () => {
  let log = mergeEvents(emptyLog, [event(2), event(1)], 2)
  log = mergeEvents(log, [event(1), event(3), event(2)], 3)
  assert.deepEqual(seqs(log), [1, 2, 3])
  assert.equal(needsSync(log), false)
})

test('what lies beyond a gap waits until the gap is filled', () => {
  let log = mergeEvents(emptyLog, stretch(1, 2), 2)
  log = mergeEvents(log, [event(5)], 5)
  assert.deepEqual(seqs(log), [1, 2])
  assert.equal(needsSync(log), true)
  log = mergeEvents(log, stretch(3, 4), 5)
  assert.deepEqual(seqs(log), [1, 2, 3, 4, 5])
  assert.equal(needsSync(log), false)
})

test('a head beyond what is held asks for a sync', () => {
  const log = mergeEvents(emptyLog, [event(1)], 4)
  assert.equal(needsSync(log), true)
  assert.equal(lastSeq(log), 1)
})

test('an echo lands on its optimistic copy, whether ack or echo comes first', () => {
  const sent = mergeOutgoing(emptyLog, [pending('a')])
  const echoed = mergeEvents(sent, [event(1, 'a')], 1)
  assert.deepEqual([seqs(echoed), cids(echoed)], [[1], []])
  assert.deepEqual(cids(commitOutgoing(echoed, 'a', 1)), [])
  const acked = commitOutgoing(sent, 'a', 1)
  assert.deepEqual(cids(acked), ['a'])
  assert.equal(needsSync(acked), true)
  assert.deepEqual(cids(mergeEvents(acked, [event(1, 'a')], 1)), [])
})

test('a committed message stays drawn after the outbox has let go of it', () => {
  let log = mergeOutgoing(emptyLog, [pending('a'), pending('b')])
  log = commitOutgoing(log, 'a', 1)
  log = mergeOutgoing(log, [pending('b')])
  assert.deepEqual(cids(log), ['a', 'b'])
})

test('a message the outbox has lost stays drawn until its echo is here, or a log asked for since has none', () => {
  const drawn = mergeOutgoing(emptyLog, [pending('a'), pending('b')])
  const lost = mergeOutgoing(loseOutgoing(drawn, 'a'), [pending('b')])
  assert.deepEqual(cids(lost), ['a', 'b'])
  assert.equal(needsSync(lost), false)
  assert.deepEqual(cids(mergeEvents(lost, [event(1, 'a')], 1)), ['b'])
  assert.deepEqual(cids(dropLost(lost, drawn.outgoing)), ['a', 'b'], 'asked for too early')
  assert.deepEqual(cids(dropLost(lost, lost.outgoing)), ['b'])
})

test('of a message the outbox has lost, word of its commit comes late, or the outbox finds it again', () => {
  const drawn = mergeOutgoing(emptyLog, [pending('a')])
  const lost = loseOutgoing(drawn, 'a')
  assert.deepEqual(cids(dropLost(commitOutgoing(lost, 'a', 1), lost.outgoing)), ['a'])
  assert.deepEqual(cids(dropLost(mergeOutgoing(lost, [pending('a')]), lost.outgoing)), ['a'])
  assert.equal(loseOutgoing(commitOutgoing(drawn, 'a', 1), 'a').outgoing[0]?.seq, 1)
})

test('one by one as all at once: what changes, what the outbox holds no more, what it finds again', () => {
  const drawn = mergeOutgoing(emptyLog, [pending('a'), pending('c')])
  const written = changeOutgoing(drawn, 'b', pending('b'))
  assert.deepEqual(cids(written), ['a', 'b', 'c'])
  const failed = { ...pending('b'), state: 'failed' as const }
  assert.equal(changeOutgoing(written, 'b', failed).outgoing[1], failed)
  assert.deepEqual(cids(changeOutgoing(written, 'b', null)), ['a', 'c'])
  const lost = loseOutgoing(drawn, 'a')
  assert.equal(changeOutgoing(lost, 'a', null), lost)
  assert.equal(hasLost(changeOutgoing(lost, 'a', pending('a'))), false)
  const sent = commitOutgoing(drawn, 'c', 1)
  assert.deepEqual(cids(sent), ['c', 'a'], 'in the order of the log')
  assert.equal(changeOutgoing(sent, 'c', pending('c')), sent)
  const echoed = mergeEvents(sent, [event(1, 'c')], 1)
  assert.equal(changeOutgoing(echoed, 'c', pending('c')), echoed)
})

test('a message of the outbox whose echo is here already is not drawn again', () => {
  const log = mergeEvents(emptyLog, [event(1, 'a')], 1)
  assert.deepEqual(cids(mergeOutgoing(log, [pending('a')])), [])
})

test('a committed message that lies before the snapshot is not drawn again', () => {
  let log = mergeOutgoing(emptyLog, [pending('a')])
  log = resetLog(log, stretch(900, 950), 950)
  assert.deepEqual(cids(log), ['a'])
  assert.deepEqual(cids(commitOutgoing(log, 'a', 300)), [])
})

test('a reset replaces what is held, but not what came ahead of it', () => {
  let log = mergeEvents(emptyLog, stretch(1, 3), 3)
  log = mergeEvents(log, [event(951)], 951)
  log = resetLog(log, stretch(901, 950), 950)
  assert.deepEqual([seqs(log)[0], lastSeq(log)], [901, 951])
})

test('a log that ends before ours is of another life: nothing held belongs to it', () => {
  const log = resetLog(mergeEvents(emptyLog, stretch(1, 9), 9), stretch(1, 2), 2)
  assert.deepEqual(seqs(log), [1, 2])
  assert.equal(needsSync(log), false)
})

test('earlier events join on at the front, and those that do not are left out', () => {
  let log = resetLog(emptyLog, stretch(51, 60), 60)
  log = mergeEarlier(log, stretch(41, 50))
  assert.deepEqual([seqs(log)[0], seqs(log).length], [41, 20])
  assert.equal(mergeEarlier(log, stretch(11, 20)), log)
  assert.equal(mergeEarlier(emptyLog, stretch(1, 2)), emptyLog)
})

/** One step of the world; indices wrap around what there is. */
type Step =
  | { do: 'write' }
  | { do: 'other' }
  | { do: 'send'; ackLost: boolean }
  | { do: 'deliver'; from: number; count: number; shuffled: boolean }
  | { do: 'ack'; which: number }
  | { do: 'sync' }
  | { do: 'reset'; keep: number }
  | { do: 'heartbeat' }

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.constant({ do: 'write' } as const),
  fc.constant({ do: 'other' } as const),
  fc.record({ do: fc.constant('send' as const), ackLost: fc.boolean() }),
  fc.record({
    do: fc.constant('deliver' as const),
    from: fc.nat(40),
    count: fc.integer({ min: 1, max: 5 }),
    shuffled: fc.boolean(),
  }),
  fc.record({ do: fc.constant('ack' as const), which: fc.nat(10) }),
  fc.constant({ do: 'sync' } as const),
  fc.record({ do: fc.constant('reset' as const), keep: fc.integer({ min: 1, max: 5 }) }),
  fc.constant({ do: 'heartbeat' } as const),
)

test('any interleaving of writes, acks, events, gaps, syncs and resets ends in log order, nothing lost or doubled', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const server: LogEvent[] = []
      const outbox: string[] = []
      const written: string[] = []
      const acks: { cid: string; seq: number }[] = []
      let log: MergedLog = emptyLog

      function check(): void {
        const held = seqs(log)
        for (const [index, seq] of held.entries()) assert.equal(seq, held[0]! + index, 'gap-free')
        for (const { seq, cid } of log.events) assert.equal(cid, server[seq - 1]?.cid, 'the server’s own')
        const drawn = [...log.events.flatMap(({ cid }) => cid ?? []), ...cids(log)]
        assert.equal(new Set(drawn).size, drawn.length, 'nothing twice')
        const anew = mergeOutgoing(log, outbox.map(pending))
        assert.deepEqual(anew.outgoing, log.outgoing, 'as if all of the outbox were drawn anew')
        const first = held[0] ?? 1
        for (const cid of written) {
          const place = server.findIndex((other) => other.cid === cid) + 1
          const beforeSnapshot = place > 0 && place < first
          assert.ok(drawn.includes(cid) || beforeSnapshot, `${cid} is drawn`)
        }
      }

      /** The first of the outbox reaches the server; sent again after a lost ack it gets the first answer. */
      function send(ackLost: boolean): void {
        const cid = outbox[0]
        if (cid === undefined) return
        let seq = server.findIndex((other) => other.cid === cid) + 1
        if (!seq) seq = server.push(event(server.length + 1, cid))
        if (ackLost) return
        acks.push({ cid, seq })
        outbox.shift()
        log = changeOutgoing(commitOutgoing(log, cid, seq), cid, null)
      }

      for (const action of steps) {
        if (action.do === 'write') {
          const cid = `m${String(written.length).padStart(3, '0')}`
          written.push(cid)
          outbox.push(cid)
          log = changeOutgoing(log, cid, pending(cid))
        } else if (action.do === 'other') server.push(event(server.length + 1))
        else if (action.do === 'send') send(action.ackLost)
        else if (action.do === 'deliver' && server.length) {
          const from = action.from % server.length
          const part = server.slice(from, from + action.count)
          log = mergeEvents(log, action.shuffled ? part.reverse() : part, 0)
        } else if (action.do === 'ack' && acks.length) {
          const { cid, seq } = acks[action.which % acks.length]!
          log = commitOutgoing(log, cid, seq)
        } else if (action.do === 'sync') log = mergeEvents(log, server.slice(lastSeq(log)), server.length)
        else if (action.do === 'reset') log = resetLog(log, server.slice(-action.keep), server.length)
        else if (action.do === 'heartbeat') log = { ...log, head: Math.max(log.head, server.length) }
        check()
      }

      while (outbox.length) send(false)
      log = mergeEvents(log, server.slice(lastSeq(log)), server.length)
      check()
      assert.equal(lastSeq(log), server.length, 'all of the log is held')
      assert.deepEqual(cids(log), [], 'nothing is on its way any more')
      const mine = server.flatMap(({ cid }) => cid ?? [])
      assert.deepEqual(mine, written, 'in the order written, each once')
    }),
    { numRuns: 500 },
  )
})
