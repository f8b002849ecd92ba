// The switch between disk and memory: what fails for good, and what is only to be opened again.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createMemoryStore, createStorage, type KeyValueStore } from './key-value-store.ts'

const closed: KeyValueStore = {
  get: () => Promise.reject(new Error('closed')),
  set: () => Promise.reject(new Error('closed')),
  delete: () => Promise.reject(new Error('closed')),
  clear: () => Promise.reject(new Error('closed')),
  list: () => Promise.reject(new Error('closed')),
}

test('a disk the browser has closed meanwhile is opened again, with all that is on it', async () => {
  const disk = createMemoryStore()
  await disk.set('session', 'token')
  const opened = [closed, disk]
  const storage = createStorage(async () => opened.shift()!)
  assert.deepEqual(await Promise.all([storage.get('session'), storage.list('sess')]), ['token', ['token']])
  assert.equal(storage.durable.get(), true)
  assert.deepEqual(opened, [])
})

test('a disk that fails again, or does not open, is given up for memory', async () => {
  let opened = 0
  for (const open of [async () => closed, () => Promise.reject(new Error('denied'))]) {
    const storage = createStorage(() => {
      opened++
      return open()
    })
    await storage.set('draft:new', 'Half a')
    assert.equal(storage.durable.get(), false)
    assert.equal(await storage.get('draft:new'), 'Half a')
  }
  assert.equal(opened, 3)
})
