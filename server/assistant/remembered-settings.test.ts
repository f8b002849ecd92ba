// What is remembered of a site's AI agent, while it changes.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createInProcessBus } from '../platform/bus/in-process-bus.ts'
import type { Database } from '../platform/database/database.ts'
import { createAssistantSettings } from './settings.service.ts'

test('settings: what was being read while they changed is not remembered', async () => {
  let stored: { settings: unknown; version: number }[] = []
  const slow = Promise.withResolvers<void>()
  const reading = Promise.withResolvers<void>()
  const db = {
    async query(sql: string, [, , settings]: readonly unknown[]) {
      if (sql.startsWith('insert')) {
        stored = [{ settings: JSON.parse(String(settings)), version: 1 }]
        return stored
      }
      const seen = stored
      if (reads++ === 0) {
        reading.resolve()
        await slow.promise
      }
      return seen
    },
  } as unknown as Database
  let reads = 0
  const clock = () => new Date(0)
  const bus = createInProcessBus({ onError: (error) => assert.fail(String(error)) })
  const settings = createAssistantSettings({ db, bus, clock, log: { warn: () => {} } })
  const site = { workspaceId: 'workspace', siteId: 'site' }

  const before = settings.of('workspace', 'site')
  await reading.promise
  await settings.update(site, { mode: 'off' })
  slow.resolve()
  assert.notEqual((await before).mode, 'off')
  assert.equal((await settings.of('workspace', 'site')).mode, 'off')
  const asked = reads
  assert.equal((await settings.of('workspace', 'site')).mode, 'off')
  assert.equal(reads, asked, 'and then it is')
})
