// A visitor in two tabs: what one of them writes is drawn in the other from then on, whatever words between them are lost.

import assert from 'node:assert/strict'
import test from 'node:test'
import { type ManualTab, manualBrowser } from '../../test/helpers/manual-browser.ts'
import { modelServer } from '../../test/helpers/model-server.ts'
import type { VisitorConversationView } from './visitor-client.api.ts'
import { createVisitorClient } from './visitor-client.ts'
// The client fetches it when it is needed; here it must not take a moment of real time.
import './visitor-live.ts'
import { eventually } from '../../test/helpers/bounded-wait.ts'

const ID = '00000000-0000-7000-8000-000000000001'

function world() {
  const server = modelServer()
  const browser = manualBrowser({ fetch: server.fetch, socket: server.socket })
  server.live(browser)

  /** `deleting` stands between the tab and the disk where it takes something out of the outbox. */
  function openTab(deleting = (run: () => Promise<void>, _tab: ManualTab): Promise<void> => run()) {
    const tab = browser.open()
    const open = tab.env.storage
    tab.env.storage = async (name) => {
      const store = await open(name)
      const remove = (key: string) =>
        key.startsWith('outbox:') ? deleting(() => store.delete(key), tab) : store.delete(key)
      return { ...store, delete: remove }
    }
    return createVisitorClient({ server: 'http://x.test', site: 'shop' }, tab.env).conversations
  }

  /** The line and everything else on the network. */
  function setDown(value: boolean): void {
    server.faults.down = value
    if (value) server.cut()
  }

  return { server, browser, advance: browser.advance, openTab, setDown }
}

/** All texts a view shows, each as often as it is drawn. */
function shown({ state }: VisitorConversationView): string[] {
  const { events, pending } = state.get()
  return [
    ...events.map(({ data }) => String('body' in data && data.body)),
    ...pending.map(({ body }) => body),
  ]
}

/** Calls it a fault if the view shows anything else at any moment from here on. */
function mustShow(view: VisitorConversationView, texts: string[]): void {
  assert.deepEqual(shown(view), texts)
  view.state.subscribe(() => assert.deepEqual(shown(view), texts))
}

test('a tab opened between the word that a message was sent and its leaving the disk draws it until the log is there', async () => {
  const { server, browser, advance, openTab, setDown } = world()
  let isLeaving = false
  const writing = openTab(async (run, { env }) => {
    isLeaving = true
    await new Promise<void>((resolve) => void env.after(50, resolve))
    await run()
  })
  void writing.start({ message: 'first', conversationId: ID })
  await eventually(async () => {
    await advance(1)
    return isLeaving
  })
  setDown(true)
  const view = openTab().open(ID)
  await advance(20)
  mustShow(view, ['first'])
  await advance(2_000)
  assert.deepEqual(await browser.storage.list('outbox:'), [])
  setDown(false)
  await advance(60_000)
  assert.deepEqual(view.state.get().pending, [])
  assert.equal(view.state.get().events[0]?.cid, server.log(ID)[0]?.cid)
})

test('a message taken back by a tab that dies before it can tell goes from the others once the log has been asked', async () => {
  const { server, browser, advance, openTab, setDown } = world()
  let dies = false
  const writing = openTab(async (run, tab) => {
    await run()
    if (dies) tab.crash()
  })
  const starting = writing.start({ message: 'first', conversationId: ID })
  await advance(1_000)
  const view = await starting
  const other = openTab().open(ID)
  await advance(1_000)
  browser.flags.offline = true
  setDown(true)
  await advance(100)
  void view.send('second')
  await advance(100)
  assert.deepEqual(shown(other), ['first', 'second'])
  dies = true
  void view.discard(view.state.get().pending[0]!.cid)
  await advance(100)
  assert.deepEqual(shown(other), ['first', 'second'], 'nobody knows better')
  browser.flags.offline = false
  setDown(false)
  await advance(60_000)
  assert.deepEqual(shown(other), ['first'])
  assert.deepEqual(server.bodies(ID), ['first'])
})
