// What a team has in common is counted once for all who ask in one moment, and never from before somebody asked.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { createInboxCounter } from './inbox-counts.ts'

const agent = (id: string, workspaceId = 'shop'): AgentPrincipal => ({
  side: 'agent',
  kind: 'human',
  id,
  name: id,
  role: 'agent',
  workspaceId,
  sessionId: '',
  sessionKind: 'browser',
})

/** A database that answers the shared counts when it is told to, with how often it was asked. */
function counter() {
  const asked: { workspaceId: unknown; answer(): void }[] = []
  const prepared = async (name: string, _text: string, [workspaceId]: unknown[]): Promise<object[]> => {
    if (name !== 'inbox-shared-counts') return [{ counts: { mine: 1 } }]
    const count = asked.length + 1
    await new Promise<void>((resolve) => asked.push({ workspaceId, answer: resolve }))
    return [{ counts: { open: count } }]
  }
  const db = { query: async () => [], prepared } as never
  return { asked, counter: createInboxCounter({ db, saved: { list: async () => [] } }) }
}

const turns = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

test('counts: many agents who ask at once are counted for once, and each gets their own beside', async () => {
  const { asked, counter: counts } = counter()
  const answers = Promise.all(['ana', 'mika', 'olga'].map((id) => counts.views(agent(id))))
  await turns()
  assert.equal(asked.length, 1)
  asked[0]!.answer()
  for (const views of await answers) assert.deepEqual(views, { open: 1, mine: 1 })
})

test('counts: who asks while a count is under way gets one that began after', async () => {
  const { asked, counter: counts } = counter()
  const first = counts.views(agent('ana'))
  await turns()
  const second = counts.views(agent('mika'))
  await turns()
  assert.equal(asked.length, 1)
  asked[0]!.answer()
  assert.equal((await first).open, 1)
  await turns()
  asked[1]!.answer()
  assert.equal((await second).open, 2)
})

test('counts: another workspace gets its own', async () => {
  const { asked, counter: counts } = counter()
  const both = Promise.all([counts.views(agent('ana')), counts.views(agent('zoe', 'bakery'))])
  await turns()
  assert.deepEqual(
    asked.map(({ workspaceId }) => workspaceId),
    ['shop', 'bakery'],
  )
  for (const { answer } of asked) answer()
  assert.deepEqual(
    (await both).map(({ open }) => open),
    [1, 2],
  )
})
