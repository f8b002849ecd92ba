// An agent's console in several tabs: who leaves in one has left in all, and nobody is taken for another.

import assert from 'node:assert/strict'
import test from 'node:test'
import { manualBrowser } from '../../test/helpers/manual-browser.ts'
import { modelServer } from '../../test/helpers/model-server.ts'
import { createAgentClient } from './agent-client.ts'
import { createMemoryStore } from './key-value-store.ts'

const SETTLED = 1_000

function world({ blocked = false } = {}) {
  const server = modelServer()
  /** Who the cookie says is there, in all tabs alike. */
  const cookie = { who: 'mara' as string | null }

  async function fetch(url: string, { method }: RequestInit): Promise<Response> {
    const call = `${method} ${new URL(url).pathname.replace('/api/v1', '')}`
    const problem = { code: 'unauthenticated', title: '', status: 401 }
    const answer = (body: unknown, status = 200) =>
      ({ ok: status === 200, status, json: async () => body }) as Response
    if (!cookie.who) return answer(problem, 401)
    if (call === 'POST /logout') cookie.who = null
    if (call === 'GET /agents') return answer({ agents: [] })
    if (call === 'GET /departments') return answer({ departments: [] })
    return answer({ agent: { id: cookie.who, name: cookie.who }, needs_password: false })
  }

  const browser = manualBrowser({ fetch, socket: server.socket })
  server.live(browser)
  const { advance } = browser
  const stores = new Map<string, ReturnType<typeof createMemoryStore>>()

  async function openConsole() {
    const tab = browser.open()
    // Each database by its name, as browsers have it.
    tab.env.storage = async (name) => {
      if (blocked) throw new Error('storage is blocked')
      const store = stores.get(name) ?? createMemoryStore()
      stores.set(name, store)
      return store
    }
    const client = createAgentClient({ server: 'http://x.test' }, tab.env)
    void client.resume()
    await advance(SETTLED)
    return { ...tab, client, me: () => client.me.get()?.agent.id ?? null }
  }

  return { server, browser, advance, cookie, openConsole }
}

test('the tabs of one agent share one line', async () => {
  const { server, openConsole } = world()
  const tabs = [await openConsole(), await openConsole(), await openConsole()]
  assert.equal(server.lines.size, 1)
  assert.ok(tabs.every(({ client }) => client.connection.get().state === 'online'))
})

for (const which of [0, 1] as const)
  test(`who signs out in the ${which ? 'following' : 'leading'} tab is signed out in the other, and no line is left`, async () => {
    const { server, browser, advance, openConsole } = world()
    const tabs = [await openConsole(), await openConsole()] as const
    assert.deepEqual(
      tabs.map(({ me }) => me()),
      ['mara', 'mara'],
    )
    void tabs[which].client.logout()
    await advance(SETTLED)
    assert.deepEqual(
      tabs.map(({ me }) => me()),
      [null, null],
    )
    assert.equal(server.lines.size, 0)
    assert.equal(browser.holder('deskbell-line'), undefined)
    assert.ok(tabs.every(({ client }) => client.connection.get().state === 'idle'))
  })

test('when another agent signs in afterwards, each tab is theirs once it signs in, on a line of their own', async () => {
  const { server, browser, advance, cookie, openConsole } = world()
  const first = await openConsole()
  const second = await openConsole()
  void first.client.logout()
  await advance(SETTLED)
  cookie.who = 'ada'
  void first.client.login('ada@x.test', 'right')
  await advance(SETTLED)
  assert.deepEqual([first.me(), second.me()], ['ada', null])
  assert.equal(browser.holder('deskbell-line-agent-ada'), first.tab)
  assert.equal(browser.holder('deskbell-line-agent-mara'), undefined)
  void second.client.resume()
  await advance(SETTLED)
  assert.equal(second.me(), 'ada')
  assert.equal(server.lines.size, 1)
})

test('a tab that finds another agent’s cookie when its line comes back does not go on as the one who left', async () => {
  const { server, advance, cookie, openConsole } = world({ blocked: true })
  const { me } = await openConsole()
  cookie.who = 'ada'
  server.cut()
  await advance(SETTLED)
  assert.equal(me(), null)
  assert.equal(server.lines.size, 0)
})

test('where the storage is blocked each tab has a line of its own, and its agent is told', async () => {
  const { server, openConsole } = world({ blocked: true })
  const tabs = [await openConsole(), await openConsole()]
  assert.equal(server.lines.size, 2)
  assert.ok(tabs.every(({ client }) => !client.durable.get()))
})
