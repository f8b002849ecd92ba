// Redrawing when the database stumbles: what could not be read is read again, though nobody asks.

import assert from 'node:assert/strict'
import test from 'node:test'
import { createConversationRefresh, type RefreshDeps } from './conversation-refresh.ts'

/** A refresh whose first look fails; resolves with the rooms told. */
function told(ask: (refresh: ReturnType<typeof createConversationRefresh>) => void): Promise<string> {
  let looks = 0
  return new Promise((resolve) => {
    const refresh = createConversationRefresh({
      hub: {
        inRoom: () => [{}] as never,
        publish(room: string) {
          refresh.close()
          resolve(room)
        },
      } as unknown as RefreshDeps['hub'],
      log: { warn() {} } as unknown as RefreshDeps['log'],
      views: {
        forAgent: (row: unknown) => row,
        forVisitor: (row: unknown) => row,
        waiting: async () => [{ id: 'one', contact_id: 'them' }],
      } as unknown as RefreshDeps['views'],
      latest: async () => {
        if (++looks === 1) throw new Error('away')
        return { id: 'one', contact_id: 'them' } as never
      },
    })
    ask(refresh)
  })
}

test('a conversation that could not be read is redrawn once it can be', async () => {
  const room = await told((refresh) =>
    refresh.conversation({ workspaceId: 'work', id: 'one', contactId: 'them' }),
  )
  assert.equal(room, 'workspace:work')
})

test('a queue that could not be read is told once it can be', async () => {
  assert.equal(await told((refresh) => refresh.queue('work')), 'contact:them')
})
