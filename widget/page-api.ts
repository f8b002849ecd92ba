// What the page's calls do that the loader has no room for: settings, logging in and out, shutting down, and views with
// something in them. Fetched when a page first makes such a call, or with the panel if one has been waiting. It must
// import nothing: whatever it shares with the panel would bring the panel along.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { ViewName, ViewParams } from '../sdk/elements/provider/widget-context.ts'
import type { Call, Page, PageSettings } from './panel-contract.ts'

const COMMANDS =
  'boot, update, shutdown, open, close, toggle, show, hide, search, showArticle, newTicket, showTicket, ' +
  'showConversation, startChat, identify, logout, setAttributes, track, registerTool, consent, setLocale, on'

/** Carries out what has been called so far, and from now on whatever is called. */
export async function mount(page: Page): Promise<void> {
  page.calls.push = (...calls) => {
    for (const call of calls) carryOut(page, call)
    return page.calls.length
  }
  for (const call of page.calls.splice(0)) carryOut(page, call)
}

/** One call that opens nothing. */
export function carryOut(page: Page, call: Call): void {
  const [command, value] = call
  if (page.life.signal.aborted) return void afterShutdown(page, call)
  switch (command) {
    case 'boot':
    case 'update':
      change(page, value as PageSettings)
      break
    case 'setLocale':
      change(page, { locale: String(value) })
      break
    case 'hide':
    case 'show':
      change(page, { hideLauncher: command === 'hide' })
      break
    case 'close':
      page.show(false)
      break
    case 'toggle':
      if (page.open) page.show(false)
      else void page.run('open')
      break
    case 'shutdown':
      shutDown(page)
      break
    case 'identify':
    case 'logout':
    case 'setAttributes':
    case 'track':
    case 'registerTool':
    case 'consent':
      tellClient(page, call).catch((error) => page.emit('error', error))
      break
    default:
      warn(command)
  }
}

const warn = (command: string): void => console.warn(`Deskbell has no "${command}". It has: ${COMMANDS}.`)

function change(page: Page, given: PageSettings | null | undefined): void {
  const settings = given ?? {}
  const { identity, user } = settings
  Object.assign(page.settings, settings)
  page.apply()
  if (settings.locale !== undefined) {
    setLocale(page, settings.locale).catch((error: unknown) => page.emit('error', error))
  }
  if (identity) carryOut(page, ['identify', identity])
  if (user) carryOut(page, ['setAttributes', user])
}

/** Of several calls the last one counts, however long a language takes. */
async function setLocale(page: Page, locale: string): Promise<void> {
  const panel = await page.panel
  const loaded = await panel?.load(locale)
  await Promise.all([loaded?.more(), loaded?.late()])
  if (loaded && page.settings.locale === locale) panel?.speak(loaded, locale)
}

/** Without a panel it waits: nothing is fetched for what is of no use before the visitor acts. */
async function tellClient(page: Page, call: Call): Promise<void> {
  const [command, value] = call
  const leaves = command === 'logout' || (command === 'consent' && value === 'denied')
  if (command === 'logout') {
    delete page.settings.identity
    page.calls.splice(0, page.calls.length, ...page.calls.filter(([name]) => name !== 'identify'))
  }
  // Somebody's session may lie in this browser: it is not left there for whoever comes next.
  if (!page.panel && leaves && (await maybeKnown())) page.panel = page.mount(page.settings.panel)
  if (!page.panel) {
    Array.prototype.push.call(page.calls, call)
    return
  }
  const client = await (await page.panel).client()
  await tell(client, call)
  if (command === 'identify') await client.conversations.resume()
}

/** Whether this browser may hold a session. Opens no database, so a first visit leaves no trace. */
async function maybeKnown(): Promise<boolean> {
  try {
    return (await indexedDB.databases()).some(({ name }) => name?.startsWith('deskbell-'))
  } catch {
    // Blocked, or a browser that cannot list: the client looks for itself.
    return true
  }
}

const TAKES: Record<string, [what: string, fits: (value: unknown) => unknown]> = {
  identify: ['a token, or a function that gets one', (value) => value],
  setAttributes: ['an object', (value) => value && typeof value === 'object'],
  registerTool: [
    'a tool: { name, description, handler }',
    (value) => typeof (value as { handler?: unknown } | undefined)?.handler === 'function',
  ],
  track: ['a name', (value) => value && typeof value === 'string'],
  consent: ["'granted' or 'denied'", (value) => value === 'granted' || value === 'denied'],
}

/** @throws TypeError for what the client could only send in vain */
async function tell(client: VisitorClient, [command, first, ...more]: Call): Promise<void> {
  // An attribute of the tag can say an object only as JSON.
  const value = command === 'setAttributes' && typeof first === 'string' ? JSON.parse(first) : first
  const [what, fits] = TAKES[command] ?? []
  if (fits && !fits(value)) throw new TypeError(`Deskbell("${command}") takes ${what}.`)
  const args = [value, ...more]
  if (command === 'identify') await client.identify(...(args as Parameters<VisitorClient['identify']>))
  if (command === 'logout') await client.logout()
  if (command === 'setAttributes')
    client.setAttributes(...(args as Parameters<VisitorClient['setAttributes']>))
  if (command === 'track') client.track(...(args as Parameters<VisitorClient['track']>))
  if (command === 'registerTool')
    client.tools.register(...(args as Parameters<VisitorClient['tools']['register']>))
  if (command === 'consent') await client.setConsent(...(args as Parameters<VisitorClient['setConsent']>))
}

/** Tells a client just made what has been waiting: of several names the last counts. */
export function introduce(page: Page, client: VisitorClient): void {
  const { identity, user } = page.settings
  const calls = page.calls.splice(0)
  const name = calls.findLast(([command]) => command === 'identify') ?? (identity && ['identify', identity])
  const others = calls.filter(([command]) => command !== 'identify')
  const all = [user && ['setAttributes', user], ...others, name] as (Call | undefined)[]
  for (const call of all) if (call) tell(client, call).catch((error) => page.emit('error', error))
}

/** Nothing of the widget stays on the page: listeners, timers, elements, names, the cookie. */
function shutDown(page: Page): void {
  const { root, life, observer, settings, panel } = page
  page.show(false)
  life.abort()
  observer.disconnect()
  delete settings.idle
  panel?.then((ready) => ready.destroy()).catch(() => {})
  root.host.remove()
  // The observer may have been about to put it back.
  setTimeout(() => root.host.remove())
  if (window.Deskbell === document.deskbell) delete window.Deskbell
  delete document.deskbell
  page.run = async (...call) => afterShutdown(page, call)
  // The flag of known-visitor.ts.
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API answers later, and not everywhere.
  if (document.cookie.includes('deskbell=')) document.cookie = 'deskbell=; Path=/; Max-Age=0'
}

/**
 * On a reference the page has kept, `boot` brings the widget back: the script again, as a module, since a page may forbid
 * new script tags. All else is for the widget that has come since, or for nobody.
 */
function afterShutdown(page: Page, call: Call): void {
  const [command, settings] = call
  if (command === 'boot' && !document.deskbell) {
    window.deskbellSettings = { ...window.deskbellSettings, ...(settings as PageSettings) }
    const script = import(/* @vite-ignore */ `${page.src}#${performance.now()}`)
    page.api = script.catch((error) => page.emit('error', error))
  } else Promise.resolve(page.api).then(() => document.deskbell?.(...call))
}

interface Views {
  open<Name extends ViewName>(view: Name, params: ViewParams[Name], options: { fresh: boolean }): unknown
}

/** A call that opens a view with something in it. */
export function openView(views: Views, [command, ...args]: Call): void {
  const [first, second] = args as [string?, unknown?]
  const show = <Name extends ViewName>(name: Name, params: ViewParams[Name]): void => {
    void views.open(name, params, { fresh: true })
  }
  const opens: Record<string, () => void> = {
    search: () => show('help', { query: first ?? '' }),
    showArticle: () =>
      show('article', {
        slug: first ?? '',
        ...(second !== undefined && { passage: second as string }),
      }),
    newTicket: () => show('ticket', { subject: first ?? '' }),
    showTicket: () => show('status', { reference: first ?? '', email: (second as string | undefined) ?? '' }),
    showConversation: () => show('chat', { conversationId: first ?? null }),
    startChat: () =>
      show('chat', {
        conversationId: null,
        ...(first !== undefined && { prefill: first }),
        ...(second !== undefined && { proactive: second as { id: string; text: string } }),
      }),
    show() {
      // As an attribute can say it: "article:returns", "article:returns:passage", "help:brake pads".
      const [view, ...rest] = (first ?? '').split(':')
      if (view === 'article' && rest[0]) show('article', { slug: rest[0], passage: rest[1] ?? null })
      else if (view === 'help' && rest[0]) show('help', { query: rest.join(':') })
      else show('home', {})
    },
  }
  if (!opens[command]) warn(command)
  ;(opens[command] ?? opens.show!)()
}
