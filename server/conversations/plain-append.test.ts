// The hot path against a real PostgreSQL: what many messages at once become, and what one of them cannot do to others.

import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import test, { type TestContext } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import type { Actor } from '../../sdk/protocol/actor.ts'
import { lockWaiters } from '../../test/helpers/lock-wait.ts'
import { testDatabase } from '../../test/helpers/test-database.ts'
import { createInProcessBus } from '../platform/bus/in-process-bus.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { uuidv7 } from '../platform/uuid.ts'
import { type Cause, createConversationLog } from './conversation-log.ts'
import type { EventRow } from './conversation-row.ts'
import { createCrossing } from './crossing.ts'
import { createMessages, lastMessage, plainMessage } from './message.service.ts'

const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
const isRetryable = (error: unknown): boolean => error instanceof Problem && error.retryable

/** A log over so many chats of one customer, all waiting for a person, and a team mate who holds none. */
async function chats(t: TestContext, count: number) {
  const { db, url } = await testDatabase(t)
  const [workspaceId, siteId] = [uuidv7(), uuidv7()]
  const nora: Actor = { kind: 'contact', id: uuidv7(), name: 'Nora' }
  const mika: Actor = { kind: 'human', id: uuidv7(), name: 'Mika' }
  const ids = Array.from({ length: count }, () => uuidv7())
  const run = (sql: string, values: unknown[]): Promise<object[]> => db.query(`${sql} returning id`, values)
  await run(`insert into workspaces (id, name) values ($1, 'Shop')`, [workspaceId])
  await run(
    `insert into sites (id, workspace_id, key, name, appearance) values ($1, $2, 'site', 'Shop', '{}')`,
    [siteId, workspaceId],
  )
  await run(`insert into agents (id, workspace_id, kind, name) values ($1, $2, 'human', 'Mika')`, [
    mika.id,
    workspaceId,
  ])
  await run(`insert into contacts (id, workspace_id, site_id, name) values ($1, $2, $3, 'Nora')`, [
    nora.id,
    workspaceId,
    siteId,
  ])
  await run(
    `insert into conversations (id, workspace_id, site_id, contact_id, channel, reference, status)
     select id, $2, $3, $4, 'chat', id::text, 'escalated' from unnest($1::uuid[]) id`,
    [ids, workspaceId, siteId, nora.id],
  )
  let statements = 0
  const counted: Database = {
    ...db,
    prepared(...call) {
      statements += 1
      return db.prepared(...call) as never
    },
  }
  const bus = createInProcessBus({ onError: (error) => t.diagnostic(String(error)) })
  const log = createConversationLog({ db: counted, bus })
  const causeOf = (text: string, cid: string, actor: Actor): Cause => ({
    cid,
    digest: digestOf(text),
    actorId: actor.id!,
  })
  const rows = (conversationId: string): Promise<(EventRow & { text: string })[]> =>
    db.query(
      `select *, data->>'body' as text from conversation_events where conversation_id = $1 order by seq`,
      [conversationId],
    )

  return {
    db,
    url,
    bus,
    log,
    ids,
    nora,
    mika,
    workspaceId,
    statements: () => statements,
    /** By the hot path alone. */
    plain(conversationId: string, text: string, { cid = uuidv7(), actor = nora } = {}) {
      const data = plainMessage(text)
      return log.appendPlain({
        workspaceId,
        conversationId,
        actor,
        data,
        lastMessage: lastMessage(actor, data, new Date()),
        cause: causeOf(text, cid, actor),
      })
    },
    /** As a command does: the hot path, else the long way. */
    send(conversationId: string, text: string, cid = uuidv7()) {
      const visitor = {
        side: 'visitor' as const,
        kind: 'contact' as const,
        id: nora.id!,
        name: nora.name,
        sessionId: uuidv7(),
        workspaceId,
        siteId,
      }
      const messages = createMessages({
        log,
        clock: () => new Date(),
        ownerOf: async () => null,
        attachments: { bind: async () => [] },
        snooze: async () => ({ events: [] }),
        crossing: createCrossing({ db }),
        agentActor: async () => nora,
      })
      const input = { conversation_id: conversationId, body: text }
      return messages.send(visitor as never, input, causeOf(text, cid, nora))
    },
    note(conversationId: string, text: string) {
      const data = plainMessage(text)
      return log.append({ workspaceId, conversationId }, () => ({
        events: [{ type: 'note.created', actor: mika, public: false, data }],
      }))
    },
    rows,
    /** Both counters without a gap, equal to the conversation's own, and times that follow the numbers. */
    async checkCounters(conversationId: string): Promise<void> {
      const all = await rows(conversationId)
      const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1)
      const numbers = all.map(({ seq }) => Number(seq))
      const open = all.flatMap(({ pub_seq }) => (pub_seq === null ? [] : [Number(pub_seq)]))
      assert.deepEqual(numbers, upTo(numbers.length))
      assert.deepEqual(open, upTo(open.length))
      const [head] = await db.query<{ last_seq: string; last_pub_seq: string }>(
        'select last_seq, last_pub_seq from conversations where id = $1',
        [conversationId],
      )
      assert.deepEqual([Number(head!.last_seq), Number(head!.last_pub_seq)], [numbers.length, open.length])
      const times = all.map(({ created_at }) => new Date(created_at).getTime())
      assert.deepEqual(
        times,
        times.toSorted((a, b) => a - b),
      )
    },
  }
}

test('hot path: messages of one moment are one statement, and each conversation has them in the order of asking', async (t) => {
  const { ids, plain, rows, checkCounters, statements } = await chats(t, 5)
  const heard = await Promise.all(
    Array.from({ length: 60 }, (_, index) => plain(ids[index % 5]!, `m${index}`)),
  )
  assert.ok(heard.every((row) => row?.repeated === false))
  assert.equal(statements(), 1)
  for (const [place, id] of ids.entries()) {
    const texts = (await rows(id)).map(({ text }) => text)
    assert.deepEqual(
      texts,
      Array.from({ length: 12 }, (_, round) => `m${round * 5 + place}`),
    )
    await checkCounters(id)
  }
})

test('hot path: a message that comes alone is written at once, and its row is what the log holds', async (t) => {
  const { ids, plain, rows, statements } = await chats(t, 1)
  const { first } = (await plain(ids[0]!, 'Hello'))!
  assert.equal(statements(), 1)
  const [row] = await rows(ids[0]!)
  assert.deepEqual(
    [first.id, first.seq, first.pub_seq, first.cid, first.data, first.created_at],
    [row!.id, row!.seq, row!.pub_seq, row!.cid, row!.data, row!.created_at],
  )
})

test('hot path: the same send twice in one batch is one row, and both senders get its ack', async (t) => {
  const { ids, send, rows, checkCounters } = await chats(t, 2)
  const [id, other] = ids as [string, string]
  const cid = uuidv7()
  const [one, two] = await Promise.all([
    send(id, 'Hello', cid),
    send(id, 'Hello', cid),
    send(other, 'Beside'),
    send(id, 'After'),
  ])
  assert.equal(one.first.id, two.first.id)
  assert.equal(await rows(id).then((all) => all.filter((row) => row.cid === cid).length), 1)
  assert.equal((await rows(other)).length, 1)
  await checkCounters(id)
})

test('hot path: a repeat among other messages costs them no statement more', async (t) => {
  const { ids, plain, statements } = await chats(t, 2)
  const cid = uuidv7()
  await plain(ids[0]!, 'Hello', { cid })
  const before = statements()
  const outcomes = await Promise.all([plain(ids[0]!, 'Hello', { cid }), plain(ids[1]!, 'Beside')])
  assert.deepEqual(
    outcomes.map((outcome) => outcome !== null),
    [false, true],
  )
  assert.equal(statements() - before, 1)
})

test('hot path: a cid used again for another text is refused, in the same batch and later', async (t) => {
  const { ids, send, rows } = await chats(t, 1)
  const cid = uuidv7()
  const outcomes = await Promise.allSettled([send(ids[0]!, 'Hello', cid), send(ids[0]!, 'Other', cid)])
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  assert.equal(refused.length, 1)
  assert.equal(refused[0]!.reason.code, 'cid-reused')
  await assert.rejects(send(ids[0]!, 'Third', cid), { code: 'cid-reused' })
  assert.equal((await rows(ids[0]!)).length, 1)
})

test('hot path: one message the database cannot hold fails alone', async (t) => {
  const { ids, plain, checkCounters, rows } = await chats(t, 3)
  const outcomes = await Promise.allSettled(
    Array.from({ length: 31 }, (_, index) => plain(ids[index % 3]!, index === 17 ? 'bad \0' : `m${index}`)),
  )
  assert.deepEqual(
    outcomes.flatMap(({ status }, index) => (status === 'rejected' ? [index] : [])),
    [17],
  )
  assert.equal((await Promise.all(ids.map(rows))).flat().length, 30)
  for (const id of ids) await checkCounters(id)
})

test('hot path: a conversation that somebody holds keeps no other waiting, and gets its message when it is free', async (t) => {
  const { db, ids, send, rows, checkCounters } = await chats(t, 2)
  const [held, free] = ids as [string, string]
  let late: Promise<unknown> | undefined
  await db.transaction(async (transaction) => {
    await db.query('select id from conversations where id = $1 for update', [held], transaction)
    late = send(held, 'Later')
    // Would wait until the lock's timeout if the two shared a fate.
    assert.equal((await send(free, 'Now')).first.seq, '1')
    assert.equal((await rows(held)).length, 0)
  })
  await late
  for (const id of ids) await checkCounters(id)
  assert.equal((await rows(held)).length, 1)
})

test('hot path: whoever may not write, and who no machine may answer for, is left to the long way', async (t) => {
  const { db, ids, plain, rows, workspaceId, mika } = await chats(t, 4)
  const [mine, resolved, machine, toms] = ids as [string, string, string, string]
  const [bot, tom] = [uuidv7(), uuidv7()]
  await db.query(
    `insert into agents (id, workspace_id, kind, name)
     values ($1, $3, 'ai', 'Desk'), ($2, $3, 'human', 'Tom') returning id`,
    [bot, tom, workspaceId],
  )
  const set = (id: string, sets: string, values: unknown[]): Promise<object[]> =>
    db.query(`update conversations set ${sets} where id = $1 returning id`, [id, ...values])
  await set(mine, `assignee_id = $2, status = 'assigned'`, [mika.id])
  await set(resolved, `status = 'resolved'`, [])
  await set(machine, `assignee_id = $2, status = 'assigned'`, [bot])
  await set(toms, `assignee_id = $2, status = 'assigned'`, [tom])
  const stranger: Actor = { kind: 'contact', id: uuidv7(), name: 'Eve' }
  const outcomes = await Promise.all([
    plain(mine, 'from Mika', { actor: mika }),
    plain(mine, 'from Nora'),
    plain(mine, 'from Eve', { actor: stranger }),
    plain(toms, 'Mika holds it not', { actor: mika }),
    plain(resolved, 'reopen'),
    plain(machine, 'wake'),
    plain(uuidv7(), 'nowhere'),
  ])
  assert.deepEqual(
    outcomes.map((outcome) => outcome !== null),
    [true, true, false, false, false, false, false],
  )
  const [{ status }] = (await db.query<{ status: string }>('select status from conversations where id = $1', [
    mine,
  ])) as [{ status: string }]
  assert.equal(status, 'assigned', 'Nora wrote last, so it is Mika’s turn')
  assert.equal((await rows(resolved)).length + (await rows(machine)).length + (await rows(toms)).length, 0)
})

test('hot path: a database that dies under a batch has each told to try again; nothing is acked that is not there', async (t) => {
  const { url, ids, plain, rows, checkCounters } = await chats(t, 3)
  const admin = new pg.Client({ connectionString: url })
  await admin.connect()
  t.after(() => admin.end())
  await admin.query('begin; lock table conversation_events in exclusive mode')
  const cids = ids.map(() => uuidv7())
  const sent = Promise.allSettled(ids.map((id, index) => plain(id, 'Hello', { cid: cids[index]! })))
  await admin.query('select pg_terminate_backend(pid) from unnest($1::int[]) pid', [await lockWaiters(url)])
  for (const outcome of await sent) assert.ok(outcome.status === 'rejected' && isRetryable(outcome.reason))
  await admin.query('rollback')
  assert.equal((await admin.query('select 1 from conversation_events')).rowCount, 0)
  // As clients do: the pool may still hold what is dead, and says so.
  const untilSent = async (id: string, cid: string): Promise<unknown> =>
    plain(id, 'Hello', { cid }).catch((error: unknown) => {
      assert.ok(isRetryable(error))
      return untilSent(id, cid)
    })
  await Promise.all(ids.map((id, index) => untilSent(id, cids[index]!)))
  for (const [index, id] of ids.entries()) {
    assert.deepEqual(
      (await rows(id)).map(({ cid }) => cid),
      [cids[index]],
    )
    await checkCounters(id)
  }
})

test('a conversation’s time never goes back: who waited for its lock began before who had it', async (t) => {
  const { url, ids, note, db } = await chats(t, 1)
  const holder = new pg.Client({ connectionString: url })
  await holder.connect()
  t.after(() => holder.end())
  await holder.query('begin')
  await holder.query('select from conversations where id = $1 for update', [ids[0]])
  const waiting = note(ids[0]!, 'private')
  await lockWaiters(url)
  await holder.query('update conversations set updated_at = clock_timestamp() where id = $1', [ids[0]])
  const reached = 'select updated_at::text as at from conversations where id = $1'
  const [before] = (await holder.query<{ at: string }>(reached, [ids[0]])).rows
  await holder.query('commit')
  await waiting
  assert.deepEqual(await db.query(reached, [ids[0]]), [before])
})

test('hot path: any mix of sends, repeats and notes at once numbers without a gap, and holds each cid once', async (t) => {
  const { ids, send, note, rows, checkCounters, bus } = await chats(t, 3)
  const announced = new Set<string>()
  bus.on('conversation.appended', ({ here }) => {
    for (const { id } of here?.events ?? []) {
      assert.ok(!announced.has(id), 'told twice')
      announced.add(id)
    }
  })
  const step = fc.record({
    at: fc.nat({ max: 2 }),
    kind: fc.constantFrom('send', 'send', 'send', 'repeat', 'note'),
    /** Turns of the event loop before it. */
    wait: fc.nat({ max: 3 }),
  })
  const cids = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]))
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 50 }), async (steps) => {
      const under: Promise<unknown>[] = []
      let last: [string, string] = [ids[0]!, uuidv7()]
      for (const { at, kind, wait } of steps) {
        for (let turn = 0; turn < wait; turn++) await new Promise(setImmediate)
        if (kind === 'note') {
          under.push(note(ids[at]!, 'private'))
          continue
        }
        if (kind === 'send') last = [ids[at]!, uuidv7()]
        cids.get(last[0])!.add(last[1])
        under.push(send(last[0], 'Hello', last[1]))
      }
      await Promise.all(under)
      for (const id of ids) {
        await checkCounters(id)
        const held = (await rows(id)).flatMap(({ cid }) => (cid === null ? [] : [cid]))
        assert.deepEqual(held.toSorted(), [...cids.get(id)!].sort())
      }
    }),
    { numRuns: 15 },
  )
  const all = (await Promise.all(ids.map(rows))).flat()
  assert.deepEqual([...announced].sort(), all.map(({ id }) => id).sort())
})

test('hot path: no index knows what every message changes, so that its update stays on its page', async (t) => {
  const { db } = await testDatabase(t)
  const indexes = await db.query<{ definition: string }>(
    `select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'conversations'::regclass`,
  )
  assert.ok(indexes.length > 5)
  // Not unanswered_since: it moves as an exchange begins and ends, not with every message (the next test).
  const changed = /\b(last_seq|last_pub_seq|last_message|status)\b/
  assert.deepEqual(
    indexes.filter(({ definition }) => changed.test(definition)),
    [],
  )
})

test('hot path: a customer’s word and an agent’s keep true since when an answer is owed', async (t) => {
  const { db, ids, plain, workspaceId, mika } = await chats(t, 1)
  const id = ids[0]!
  const since = async (): Promise<number | undefined> => {
    const [row] = await db.query<{ unanswered_since: Date | null }>(
      'select unanswered_since from conversations where id = $1 and workspace_id = $2',
      [id, workspaceId],
    )
    return row?.unanswered_since?.getTime()
  }
  await db.query(
    `update conversations set assignee_id = $2, status = 'assigned' where id = $1 returning id`,
    [id, mika.id],
  )
  await plain(id, 'Where is it?')
  const first = await since()
  assert.ok(first)
  await plain(id, 'Hello?')
  assert.equal(await since(), first)
  await plain(id, 'On its way', { actor: mika })
  assert.equal(await since(), undefined)
  // In one statement: what was answered is owed no more, what comes after it is owed from then.
  await db.query(`update conversations set unanswered_since = '2026-01-01' where id = $1 returning id`, [id])
  await Promise.all([plain(id, 'one'), plain(id, 'two', { actor: mika }), plain(id, 'three')])
  assert.ok((await since())! > Date.UTC(2026, 0, 2))
})

test('hot path: fifty writers at once, with notes between, leave no gap', async (t) => {
  const { ids, send, note, checkCounters, rows } = await chats(t, 1)
  const id = ids[0]!
  await Promise.all(
    Array.from({ length: 50 }, (_, index) =>
      index % 5 === 0
        ? Promise.all([send(id, `m${index}`), note(id, 'private')])
        : send(id, `m${index}`).then(() => send(id, `n${index}`)),
    ),
  )
  assert.equal((await rows(id)).length, 20 + 80)
  await checkCounters(id)
})
