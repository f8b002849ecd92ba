// A manual browser with the model server behind it, and visitors' clients in its tabs.

import type { VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import { createVisitorClient } from '../../sdk/client/visitor-client.ts'
// The client fetches it when it is needed; here it must not take a moment of real time.
import '../../sdk/client/visitor-live.ts'
import { manualBrowser } from './manual-browser.ts'
import { modelServer } from './model-server.ts'

/** Enough for anything that waits for no timer of seconds. */
export const SETTLED = 1_000

export function tabsWorld(options: { locks?: boolean } = {}) {
  const server = modelServer()
  const browser = manualBrowser({ ...options, fetch: server.fetch, socket: server.socket })
  server.live(browser)
  const { advance } = browser

  function openTab({ blocked = false } = {}) {
    const tab = browser.open()
    if (blocked) tab.env.storage = () => Promise.reject(new Error('storage is blocked'))
    const client = createVisitorClient({ server: 'http://x.test', site: 'shop' }, tab.env)
    return { ...tab, state: tab.tab, client }
  }

  /** A tab in which a conversation has begun. */
  async function begun() {
    const tab = openTab()
    const starting = tab.client.conversations.start({ message: 'hello' })
    await advance(SETTLED)
    return { ...tab, view: await starting }
  }

  /** Another tab, with the same conversation before its eyes. */
  async function joined(id: string) {
    const tab = openTab()
    void tab.client.conversations.resume().catch(() => {})
    await advance(SETTLED)
    const view = tab.client.conversations.open(id)
    await advance(SETTLED)
    return { ...tab, view }
  }

  return { server, browser, advance, openTab, begun, joined }
}

/** What a view shows, in its order. */
export const texts = (view: VisitorConversationView): string[] => {
  const { events, pending } = view.state.get()
  return [...events.map(({ data }) => ('body' in data ? data.body : '')), ...pending.map(({ body }) => body)]
}
export const state = (tab: { client: { connection: { get(): { state: string } } } }): string =>
  tab.client.connection.get().state

export async function sending(
  view: VisitorConversationView,
  body: string,
  advance: (ms: number) => Promise<void>,
): Promise<void> {
  const sent = view.send(body)
  await advance(SETTLED)
  await sent
}
