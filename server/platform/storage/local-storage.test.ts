// The folder of files: whole or not at all, and never where somebody else says.

import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readdir, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import test, { type TestContext } from 'node:test'
import { temporaryFolder } from '../../../test/helpers/temporary-folder.ts'
import { createLocalStorage } from './local-storage.ts'
import { createScratches } from './scratch.ts'
import { asStorageProblem } from './storage-problem.ts'

async function open(t: TestContext) {
  const dir = await temporaryFolder(t)
  const files = async () =>
    (await readdir(dir, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
  return {
    dir,
    storage: createLocalStorage({ dir }),
    scratches: createScratches({ dir }),
    /** Takes a busy disk for a silent sender. */
    hasty: createScratches({ dir, silenceMs: 20 }),
    files,
  }
}

async function* breaking() {
  yield Buffer.from('half')
  throw new Error('the line broke')
}

test('storage: what was put is read, in whole or in part, until it is deleted', async (t) => {
  const { storage, files } = await open(t)
  const key = randomUUID()
  await storage.put(key, Readable.from([Buffer.from('Hello')]))
  assert.equal(await text(await storage.read(key)), 'Hello')
  assert.equal(await text(await storage.read(key, { start: 1, end: 3 })), 'ell')
  await storage.delete(key)
  await storage.delete(key)
  await assert.rejects(storage.read(key), { code: 'not-found' })
  assert.deepEqual(await files(), [])
})

test('storage: what breaks off leaves nothing, neither under its key nor beside it', async (t) => {
  const { storage, files } = await open(t)
  const key = randomUUID()
  await assert.rejects(storage.put(key, Readable.from(breaking())), /the line broke/)
  await assert.rejects(storage.read(key), { code: 'not-found' })
  assert.deepEqual(await files(), [])
})

test('storage: only keys of ours lead anywhere', async (t) => {
  const { storage } = await open(t)
  for (const key of ['../../etc/passwd', '/etc/passwd', 'aaaaaaaa/../../b', ''])
    await assert.rejects(storage.read(key), { code: 'not-found' })
})

test('storage: a full disk is something to try again, other faults are not', () => {
  const fault = (code: string) =>
    asStorageProblem(Object.assign(new Error(code), { code })) as { code: string; retryable?: boolean }
  assert.deepEqual([fault('ENOSPC').code, fault('ENOSPC').retryable], ['unavailable', true])
  assert.equal(fault('ERR_SOMETHING').retryable, undefined)
})

test('scratch: too many bytes, and a sender who falls silent, leave nothing', async (t) => {
  const { scratches, hasty, files } = await open(t)
  await assert.rejects(scratches.take(Readable.from([Buffer.alloc(6), Buffer.alloc(5)]), 10), {
    code: 'attachment-too-large',
  })
  await assert.rejects(hasty.take(new Readable({ read: () => {} }), 10), { code: 'unavailable' })
  assert.deepEqual(await files(), [])
  {
    await using scratch = await scratches.take(Readable.from([Buffer.alloc(10)]), 10)
    assert.equal(scratch.size, 10)
    assert.equal((await files()).length, 1)
  }
  assert.deepEqual(await files(), [])
})

test('scratch: what a dead process has left goes after a day, and what is on its way stays', async (t) => {
  const { dir, scratches, files } = await open(t)
  for (const name of ['old', 'new']) await writeFile(path.join(dir, name), '')
  await utimes(path.join(dir, 'old'), 0, 0)
  await scratches.sweep(24 * 3_600_000)
  assert.deepEqual(await files(), ['new'])
})
