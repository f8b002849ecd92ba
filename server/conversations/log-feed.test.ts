// Rows reach followers in order and whole, whatever order the news of them come in.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { BusTopics } from '../platform/bus/bus.ts'
import type { EventRow, Side } from './conversation-row.ts'
import { roomOf } from './live-room.ts'
import { createLogFeed } from './log-feed.ts'

const ID = 'c'

/** A log of so many rows, every third one private, and its followers. */
function log(length: number) {
  const rows: EventRow[] = []
  let pub = 0
  for (let seq = 1; seq <= length; seq += 1)
    rows.push({
      conversation_id: ID,
      seq: String(seq),
      pub_seq: seq % 3 === 0 ? null : String(++pub),
      id: `e${seq}`,
      type: 'message.created',
      actor_kind: 'contact',
      actor_id: 'a',
      actor_name: '',
      cid: null,
      data: { body: String(seq) },
      created_at: new Date(0),
    } as unknown as EventRow)
  const told: Record<Side, number[]> = { visitor: [], agent: [] }
  const members: Record<Side, number> = { visitor: 1, agent: 1 }
  let reads = 0
  let visible = length
  let failures = 0
  const stretch =
    (side: Side) =>
    async ({ after, limit }: { after: number; limit: number }) => {
      reads += 1
      if (failures-- > 0) throw new Error('away')
      const number = (row: EventRow) => Number(side === 'agent' ? row.seq : (row.pub_seq ?? 0))
      return rows
        .slice(0, visible)
        .filter((row) => number(row) > after)
        .slice(0, limit)
    }
  const feed = createLogFeed({
    hub: {
      inRoom: (room: string) =>
        Array(room === roomOf('visitor', ID) ? members.visitor : members.agent).fill({}),
      publish(room: string, frame: { data: { events: { seq: number }[] } }) {
        told[room === roomOf('visitor', ID) ? 'visitor' : 'agent'].push(
          ...frame.data.events.map(({ seq }) => seq),
        )
      },
    } as never,
    reading: { stretch: { visitor: stretch('visitor'), agent: stretch('agent') } } as never,
    log: { warn() {} } as never,
  })
  /** News of rows; with the rows, as of an append on this node. */
  function news(from: number, to: number, isOwn: boolean): BusTopics['conversation.appended'] {
    const events = rows.slice(from - 1, to)
    const lastPublic = events.findLast((row) => row.pub_seq !== null)
    return {
      workspace_id: 'w',
      conversation_id: ID,
      contact_id: 'k',
      from_seq: from,
      to_seq: to,
      to_pub_seq: lastPublic ? Number(lastPublic.pub_seq) : null,
      queue_moved: false,
      ...(isOwn && { here: { events } }),
    }
  }
  return {
    feed,
    told,
    members,
    news,
    reads: () => reads,
    show: (count: number) => {
      visible = count
    },
    fail: (count: number) => {
      failures = count
    },
  }
}

const settle = (): Promise<void> => new Promise((resolve) => void setImmediate(() => setImmediate(resolve)))

test('feed: rows appended here go out without a read', async () => {
  const { feed, told, news, reads } = log(6)
  feed.follow(ID, 'agent', 2)
  feed.follow(ID, 'visitor', 2)
  feed.onAppended(news(3, 3, true))
  feed.onAppended(news(4, 6, true))
  await settle()
  assert.deepEqual(told, { visitor: [3, 4], agent: [3, 4, 5, 6] })
  assert.equal(reads(), 0)
})

test('feed: an append of this node waits for the one of another that lies before it', async () => {
  const { feed, told, news } = log(6)
  feed.follow(ID, 'agent', 2)
  feed.follow(ID, 'visitor', 2)
  feed.onAppended(news(5, 6, true))
  feed.onAppended(news(3, 4, false))
  await settle()
  assert.deepEqual(told, { visitor: [3, 4], agent: [3, 4, 5, 6] })
})

test('feed: many news of one moment are one read a side', async () => {
  const { feed, told, news, reads } = log(60)
  feed.follow(ID, 'agent', 0)
  for (let seq = 1; seq <= 60; seq += 1) feed.onAppended(news(seq, seq, false))
  await settle()
  assert.deepEqual(
    told.agent,
    Array.from({ length: 60 }, (_, index) => index + 1),
  )
  assert.ok(reads() <= 4, `${reads()} reads`)
})

test('feed: with nobody to hear nothing is read, and who follows later is told from where they have read', async () => {
  const { feed, told, news, members, reads } = log(9)
  feed.follow(ID, 'agent', 1)
  members.agent = 0
  members.visitor = 0
  feed.onAppended(news(2, 8, false))
  await settle()
  assert.equal(reads(), 0)
  members.agent = 1
  feed.follow(ID, 'agent', 8)
  feed.onAppended(news(9, 9, false))
  await settle()
  assert.deepEqual(told.agent, [9])
})

test('feed: a second follower who has read further does not make the first one miss what lies between', async () => {
  const { feed, told, members } = log(6)
  feed.follow(ID, 'agent', 2)
  members.agent = 2
  feed.follow(ID, 'agent', 6)
  await settle()
  assert.deepEqual(told.agent, [3, 4, 5, 6])
})

test('feed: a read that fails is tried again, and nothing is lost', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] })
  const { feed, told, news, members, fail } = log(6)
  members.visitor = 0
  feed.follow(ID, 'agent', 2)
  fail(1)
  feed.onAppended(news(3, 6, false))
  await settle()
  assert.deepEqual(told.agent, [])
  t.mock.timers.tick(1000)
  await settle()
  assert.deepEqual(told.agent, [3, 4, 5, 6])
})
