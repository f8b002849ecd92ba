// The lock that says that a node lives, when it is taken and let go of at the same time.

import assert from 'node:assert/strict'
import test from 'node:test'
import type pg from 'pg'
import { createJobLocks } from './job-locks.ts'

/** A pool whose locks are granted by `grant`, in the order they were asked for. */
function slowPool() {
  const asked: { name: string; grant: () => void }[] = []
  let out = 0
  const client = {
    once: () => client,
    query: (_sql: string, [, name]: [number, string]) =>
      new Promise<void>((grant) => asked.push({ name, grant })),
    release: () => {
      out -= 1
    },
  }
  const pool = {
    connect: async () => {
      out += 1
      return client
    },
    query: async () => ({ rows: [] }),
  } as unknown as pg.Pool
  const turn = () => new Promise(setImmediate)
  return { pool, asked, turn, out: () => out }
}

test('job locks: closed while one is being taken, no connection is kept', async () => {
  const { pool, asked, turn, out } = slowPool()
  const locks = createJobLocks({ pool })
  locks.rename('one')
  const look = locks.look()
  await turn()
  locks.close()
  asked[0]!.grant()
  await look
  assert.equal(out(), 0)
})

test('job locks: renamed while one is being taken, the node lives under its new name, with one connection', async () => {
  const { pool, asked, turn, out } = slowPool()
  const locks = createJobLocks({ pool })
  locks.rename('one')
  const looks = [locks.look(), locks.look()]
  await turn()
  locks.rename('two')
  asked[0]!.grant()
  await turn()
  asked[1]!.grant()
  await Promise.all(looks)
  assert.deepEqual([asked.map(({ name }) => name), out()], [['one', 'two'], 1])
  locks.close()
  assert.equal(out(), 0)
})
