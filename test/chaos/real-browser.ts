// A visitor in a real browser, with the looks of the make-believe ones: real IndexedDB, Web Locks, BroadcastChannel
// and timers, pages that are frozen, closed and opened again by the browser itself.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { ConnectionState } from '../../sdk/client/connection-state.ts'
import { createStore, type WritableStore } from '../../sdk/client/store.ts'
import type { VisitorClient, VisitorConversationView } from '../../sdk/client/visitor-client.api.ts'
import type { Device, Tab } from './browser-device.ts'
import { TELL } from './browser-page.ts'
import { createTabLife, type TabLife } from './tab-life.ts'
import type { ShownState } from './view-watch.ts'

const BLANK: ShownState = { phase: 'loading', conversation: null, events: [], hasEarlier: false, pending: [] }

type Told = (kind: string, id: string, value: unknown) => void

export async function openRealBrowser(browser: Browser, { url, site }: { url: () => string; site: string }) {
  const context: BrowserContext = await browser.newContext()
  const told = new Map<Page, Told>()
  const disk = new Map<string, Map<string, unknown>>()
  await context.exposeBinding(TELL, ({ page }, kind: string, id: string, json: string) => {
    const value = JSON.parse(json) as unknown
    if (kind === 'session' && value) disk.set(`deskbell-${site}`, new Map([['session', value]]))
    told.get(page)?.(kind, id, value)
  })
  const pages = new Map<TabLife, Promise<Page>>()

  async function setLife(life: TabLife, state: 'frozen' | 'active'): Promise<void> {
    const page = await pages.get(life)
    const session = await page?.context().newCDPSession(page)
    await session?.send('Page.setWebLifecycleState', { state })
    await session?.detach()
  }

  function openTab(): Tab {
    const life = createTabLife()
    return {
      env: {} as Tab['env'],
      life,
      crash(): void {
        const page = pages.get(life)
        pages.delete(life)
        life.kill()
        void page?.then((open) => open.close()).catch(() => {})
      },
      freeze(): void {
        life.freeze()
        void setLife(life, 'frozen').catch(() => {})
      },
      thaw(): void {
        life.thaw()
        void setLife(life, 'active').catch(() => {})
      },
    }
  }

  const device: Device = {
    disk,
    openTab,
    put: () => {},
    setSkew: () => {},
    setOffline: (value) => void context.setOffline(value).catch(() => {}),
  }

  /** The client of a page just opened: what it shows is told by the page, what it does is asked of it. */
  async function boot({ life }: Tab): Promise<VisitorClient> {
    const opening = context.newPage()
    pages.set(life, opening)
    const page = await opening
    const connection = createStore<ConnectionState>({ state: 'idle' })
    const list = createStore<readonly { id: string }[]>([])
    const states = new Map<string, WritableStore<ShownState>>()
    const stateOf = (id: string): WritableStore<ShownState> => {
      const state = states.get(id) ?? createStore(BLANK)
      states.set(id, state)
      return state
    }
    told.set(page, (kind, id, value) => {
      if (kind === 'view') stateOf(id).set(value as ShownState)
      else if (kind === 'line') connection.set(value as ConnectionState)
      else if (kind === 'list') list.set(value as { id: string }[])
    })
    // The line to the page's own server is never bad.
    while (!life.isDead())
      if (
        await page.goto(url()).then(
          () => true,
          () => false,
        )
      )
        break

    const ask = <T>(what: string, ...args: unknown[]): Promise<T> =>
      life.gate(
        page.evaluate(
          ([name, given]) =>
            (globalThis as unknown as { chaos: Record<string, (...all: unknown[]) => unknown> }).chaos[name]!(
              ...given,
            ),
          [what, args] as const,
        ) as Promise<T>,
      )
    const tell = (...args: [string, ...unknown[]]): void => void ask(...args).catch(() => {})

    const holders = new Map<string, number>()
    function hold(id: string, change: 1 | -1): number {
      const count = (holders.get(id) ?? 0) + change
      holders.set(id, count)
      return count
    }
    /** Each has its own `close`; the page has one view of each. */
    function open(id: string): VisitorConversationView {
      hold(id, 1)
      tell('open', id)
      const act =
        (what: string) =>
        (...args: unknown[]): Promise<never> =>
          ask('act', id, what, ...args)
      const view = {
        id,
        state: stateOf(id),
        ...Object.fromEntries(
          ['send', 'discard', 'requestPerson', 'rate', 'end', 'loadEarlier', 'edit', 'remove'].map((name) => [
            name,
            act(name),
          ]),
        ),
        read: () => void act('read')().catch(() => {}),
        typing: (text: string) => void act('typing')(text).catch(() => {}),
        close: () => hold(id, -1) || tell('close', id),
      }
      return view as unknown as VisitorConversationView
    }
    const client = {
      connection,
      conversations: {
        list,
        open,
        start: async (input: unknown) => open(await ask<string>('start', input)),
      },
    }
    return client as unknown as VisitorClient
  }

  return { device, boot, close: () => context.close() }
}

export type RealBrowser = Awaited<ReturnType<typeof openRealBrowser>>
