// The widget beside scripts and styles that take the page for their own: patched built-ins, bodies replaced, forms,
// dialogs, transforms; and what a page finds of it after a shutdown.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { chatOn, type HostPageOptions, launcherOf, openHostPage } from '../helpers/host-page.ts'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()

/** What a page does to the built-ins before our script comes. Runs in the page. */
const HABITS: [name: string, before: () => void][] = [
  [
    'Array.prototype is extended, with things that can be enumerated',
    () => {
      Object.assign(Array.prototype, { last: 1, each() {}, contains() {} })
    },
  ],
  [
    'arrays and objects have a toJSON, as old libraries gave them',
    () => {
      Object.assign(Array.prototype, {
        toJSON(this: unknown[]) {
          return `[${this.join()}]`
        },
      })
      Object.defineProperty(Object.prototype, 'toJSON', { value: undefined, writable: true })
    },
  ],
  ['Object.prototype is frozen', () => void Object.freeze(Object.prototype)],
  [
    'the page listens by window.onmessage, and posts messages to itself',
    () => {
      window.onmessage = (event) => {
        if (typeof event.data !== 'string') throw new Error('a message that is not mine')
      }
      setInterval(() => window.postMessage('mine', '*'), 20)
    },
  ],
  [
    'customElements.define is a wrapper of the page’s',
    () => {
      const { define } = customElements
      customElements.define = function wrapped(...args: Parameters<typeof define>) {
        return define.apply(customElements, args)
      }
    },
  ],
  [
    'fetch, Promise and timers are patched, as zone libraries do',
    () => {
      const { fetch, setTimeout } = window
      window.fetch = ((...args: Parameters<typeof fetch>) => fetch(...args).then((answer) => answer)) as never
      window.setTimeout = ((...args: Parameters<typeof setTimeout>) => setTimeout(...args)) as never
      const Native = Promise
      window.Promise = class ZonePromise<T> extends Native<T> {} as never
    },
  ],
  [
    'window.Deskbell is something of the page’s own',
    () => {
      Object.assign(window, { Deskbell: { mine: true } })
    },
  ],
]
for (const [name, before] of HABITS)
  test(`works where ${name}`, async () => {
    const host = await openHostPage(browser, desk, { before })
    await chatOn(host.page)
    assert.deepEqual(host.faults, [])
    await host.close()
  })

/** Pages whose styles or elements stand in the way; each is around the tag. */
const PLACES: [name: string, html: string][] = [
  [
    'every element is unset and every div hidden',
    '<style>*{all:unset!important}div,button,p{display:none!important}</style><h1>Shop</h1>TAG',
  ],
  [
    'every element is reverted',
    '<style>*{all:revert!important;position:static!important}</style><h1>Shop</h1>TAG',
  ],
  [
    'something covers the corner with the highest z-index there is',
    '<div style="position:fixed;inset:0;z-index:2147482999">over all</div>TAG',
  ],
  [
    'the tag is inside a form',
    '<form onsubmit="document.title=\'sent\'">TAG<input><button>Go</button></form>',
  ],
  [
    'the page shows a modal dialog and closes it',
    '<dialog></dialog>TAG<script>document.querySelector("dialog").showModal();setTimeout(()=>document.querySelector("dialog").close(),300)</script>',
  ],
]
for (const [name, body] of PLACES)
  test(`works where ${name}`, async () => {
    const html = `<!doctype html><html lang="en"><title>Shop</title><body>${body}</body></html>`
    const host = await openHostPage(browser, desk, { html })
    await chatOn(host.page)
    assert.equal(await host.page.title(), 'Shop')
    assert.deepEqual(host.faults, [])
    await host.close()
  })

/** From the launcher to the right and lower edges of the window, px. */
const corner = (page: Page) =>
  page.evaluate(async () => {
    await new Promise((resolve) => requestAnimationFrame(resolve))
    const box = document
      .querySelector('deskbell-launcher')!
      .shadowRoot!.querySelector('button')!
      .getBoundingClientRect()
    return [
      Math.round(document.documentElement.clientWidth - box.right),
      Math.round(innerHeight - box.bottom),
    ]
  })

for (const style of [
  'transform:translateZ(0)',
  'filter:opacity(1)',
  'contain:layout',
  'will-change:transform',
])
  test(`stands in the window’s corner on a body with ${style}`, async () => {
    const html = `<!doctype html><body style="${style};margin:0;padding:60px;height:3000px">TAG<h1>Shop</h1></body>`
    const { page, close } = await openHostPage(browser, desk, { html })
    await launcherOf(page).waitFor()
    assert.deepEqual(await corner(page), [20, 20])
    await close()
  })

const NEXT_PAGE: [how: string, go: () => void][] = [
  [
    'replaces the body',
    () => {
      const next = document.createElement('body')
      next.innerHTML = '<h1>Second page</h1>'
      document.body.replaceWith(next)
      history.pushState({}, '', '/host/second')
    },
  ],
  [
    'empties the body',
    () => {
      document.body.innerHTML = '<h1>Second page</h1>'
      history.pushState({}, '', '/host/second')
    },
  ],
  [
    'renders the whole document anew',
    () => {
      const next = document.createElement('html')
      next.innerHTML = '<head></head><body><h1>Second page</h1></body>'
      document.documentElement.replaceWith(next)
    },
  ],
]
for (const [how, go] of NEXT_PAGE)
  test(`an open chat goes on in a single-page app that ${how}`, async () => {
    const { page, faults, close } = await openHostPage(browser, desk)
    await chatOn(page)
    const box = page.locator('deskbell-composer').getByRole('textbox')
    await box.fill('Half a sentence')
    await page.evaluate(go)
    await page.getByRole('heading', { name: 'Second page' }).waitFor()
    await page.getByRole('log').getByText('Which wheel size has it?', { exact: true }).first().waitFor()
    assert.equal(await box.inputValue(), 'Half a sentence')
    await box.fill('And from the second page')
    await box.press('Enter')
    await page.getByRole('log').getByText('And from the second page', { exact: true }).first().waitFor()
    assert.deepEqual(faults, [])
    await close()
  })

test('a visitor with an open chat finds the panel brought by itself on the next page, closed; others do not', async () => {
  const { page, context, requests, close } = await openHostPage(browser, desk)
  await chatOn(page)
  const [flag] = await context.cookies()
  assert.deepEqual([flag?.name, flag?.value, flag?.sameSite, flag?.httpOnly], ['deskbell', '1', 'Lax', false])
  requests.length = 0
  const line = page.waitForEvent('websocket')
  await page.reload()
  await line
  assert.ok(requests.some((path) => path.startsWith('/support/widget/assets/panel-')))
  assert.equal(await page.getByRole('dialog').isVisible(), false)
  await launcherOf(page).waitFor()
  await close()
})

/** Counts what a page has running and listening. Runs before all else in the page. */
const countAll = (): void => {
  const counts = { held: [] as string[], timers: new Set<unknown>(), sockets: new Set<WebSocket>() }
  Object.assign(window, { counts })
  // Those on the page's own lasting things; what hangs on our own elements goes with them.
  const lasting = [window, document] as EventTarget[]
  for (const target of [...lasting, ...(window.visualViewport ? [window.visualViewport] : [])]) {
    const { addEventListener, removeEventListener } = target
    const held = new Map<unknown, Set<string>>()
    target.addEventListener = function add(
      type: string,
      listener: unknown,
      how?: AddEventListenerOptions | boolean,
    ) {
      const types = held.get(listener) ?? new Set()
      held.set(listener, types)
      const signal = typeof how === 'object' ? how.signal : undefined
      const gone = (): void => {
        if (types.delete(type)) counts.held.splice(counts.held.indexOf(type), 1)
      }
      // Ours only: the test's own driver listens to the page too.
      const ours = new Error().stack?.includes('/support/widget/')
      if (ours && listener && !types.has(type) && !signal?.aborted) {
        types.add(type)
        counts.held.push(type)
        signal?.addEventListener('abort', gone)
      }
      addEventListener.call(target, type, listener as never, how)
    }
    target.removeEventListener = function remove(
      type: string,
      listener: unknown,
      how?: EventListenerOptions,
    ) {
      if (held.get(listener)?.delete(type)) counts.held.splice(counts.held.indexOf(type), 1)
      removeEventListener.call(target, type, listener as never, how)
    }
  }
  const { setInterval, clearInterval, WebSocket: Native } = window
  window.setInterval = ((...args: Parameters<typeof setInterval>) => {
    const id = setInterval(...args)
    counts.timers.add(id)
    return id
  }) as never
  window.clearInterval = (id) => {
    counts.timers.delete(id)
    clearInterval(id)
  }
  window.WebSocket = class extends Native {
    constructor(...args: ConstructorParameters<typeof Native>) {
      super(...args)
      counts.sockets.add(this)
      this.addEventListener('close', () => counts.sockets.delete(this))
    }
  }
}

test('a shutdown leaves nothing behind, and the widget can be booted again', async () => {
  const options: HostPageOptions = { before: countAll }
  const { page, context, faults, close } = await openHostPage(browser, desk, options)
  await launcherOf(page).waitFor()
  await chatOn(page)
  await page.evaluate(() => {
    Object.assign(window, { kept: window.Deskbell })
    window.Deskbell!('on', 'open', () => {})
    window.Deskbell!('shutdown')
  })
  await page.waitForFunction(() => !('Deskbell' in window))
  // The panel lets go of what it holds when it hears of it, a moment later.
  await page.waitForFunction(() => {
    const { counts } = window as unknown as { counts: { held: string[]; sockets: Set<unknown> } }
    return counts.sockets.size === 0
  })
  const left = await page.evaluate(() => {
    const { counts } = window as unknown as { counts: { held: string[]; timers: Set<unknown> } }
    return {
      listeners: counts.held,
      timers: counts.timers.size,
      elements: document.querySelectorAll('deskbell-launcher, link[rel=modulepreload]').length,
      sheets: document.adoptedStyleSheets.length,
      names: Object.keys(window).filter((name) => /deskbell|^lit/i.test(name)),
      cookie: document.cookie,
    }
  })
  assert.deepEqual(left, { listeners: [], timers: 0, elements: 0, sheets: 0, names: [], cookie: '' })
  assert.equal((await context.cookies()).length, 0)
  await page.evaluate(() => (window as unknown as { kept: (command: string) => void }).kept('boot'))
  await chatOn(page, 'Here again')
  assert.deepEqual(faults, [])
  await close()
})

test('on a page read from right to left, dark, on a phone, the panel fills the screen the page’s way', async () => {
  const html =
    '<!doctype html><html lang="ar" dir="rtl"><meta name="viewport" content="width=device-width"><body>TAG</body></html>'
  const { page, faults, close } = await openHostPage(browser, desk, {
    html,
    context: { viewport: { width: 390, height: 780 }, colorScheme: 'dark', hasTouch: true, isMobile: true },
  })
  const launcher = launcherOf(page)
  await launcher.waitFor()
  assert.ok((await launcher.boundingBox())!.x < 60)
  await launcher.tap()
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await page.locator('deskbell-home').waitFor()
  const box = (await dialog.boundingBox())!
  // It slides in: the last fraction of a pixel may still be under way.
  assert.deepEqual([box.x, box.width, box.height].map(Math.round), [0, 390, 780])
  assert.equal(await dialog.evaluate((element) => getComputedStyle(element).direction), 'rtl')
  assert.deepEqual(faults, [])
  await close()
})
