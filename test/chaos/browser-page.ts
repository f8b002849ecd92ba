// The page a real browser opens in a run: the SDK and nothing else, driven from outside and telling what it shows.

import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { readSdk } from './sdk-bundle.ts'

/** What the page calls: `chaosTell(kind, id, json)`. */
export const TELL = 'chaosTell'

const page = (server: string, site: string): string => `<!doctype html>
<meta charset="utf-8"><title>Chaos</title><link rel="icon" href="data:,">
<script type="module">
import { createVisitorClient, nativeEnvironment } from '/sdk.mjs'
const env = nativeEnvironment()
const client = createVisitorClient({ server: '${server}', site: '${site}', locale: 'en' }, env)
const views = new Map()
const due = new Map()
// At most so often, as a run's log grows long; the last word is always told.
const tell = (kind, id, read) => {
  if (due.has(kind + id)) return
  due.set(kind + id, setTimeout(() => {
    due.delete(kind + id)
    ${TELL}(kind, id, JSON.stringify(read()))
  }, 40))
}
const slim = ({ phase, conversation, hasEarlier, pending, events }) => ({
  phase, hasEarlier, pending, conversation: conversation && { head: conversation.head },
  events: events.map(({ id, seq, type, cid, actor, data }) => ({ id, seq, type, cid, actor, data: { body: data.body } })),
})
const tellView = (view) => tell('view', view.id, () => slim(view.state.get()))
const open = (id) => {
  const view = views.get(id) ?? client.conversations.open(id)
  if (!views.has(id)) view.state.subscribe(() => tellView(view))
  views.set(id, view)
  tellView(view)
  return view
}
const tellLine = () => tell('line', '', client.connection.get)
client.connection.subscribe(tellLine)
const tellList = () => tell('list', '', () => client.conversations.list.get().map(({ id, head, status }) => ({ id, head, status })))
client.conversations.list.subscribe(() => {
  tellList()
  void env.storage('deskbell-${site}').then((disk) => disk.get('session')).then((token) => tell('session', '', () => token ?? null))
})
window.chaos = {
  open: (id) => void open(id),
  close: (id) => { views.get(id)?.close(); views.delete(id) },
  async start(input) {
    const view = await client.conversations.start(input)
    open(view.id)
    view.close()
    return view.id
  },
  act: async (id, what, ...args) => (await open(id)[what](...args)) ?? null,
}
void client.conversations.resume().catch(() => {})
tellLine()
tellList()
</script>`

/** On an origin of its own, as a customer's site is; the page is for one server and site. */
export async function servePage(sdkFile: string, server: string, site: string) {
  const sdk = await readSdk(sdkFile)
  const web = http.createServer((request, response) => {
    const isScript = request.url === '/sdk.mjs'
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html')
    response.end(isScript ? sdk : page(server, site))
  })
  web.listen(0, '127.0.0.1')
  await once(web, 'listening')
  return {
    url: `http://localhost:${(web.address() as AddressInfo).port}/`,
    close(): void {
      web.closeAllConnections()
      web.close()
    },
  }
}
