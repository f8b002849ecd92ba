// The panel's module: joins client, language and <deskbell-widget>, and carries out the page's commands. Fetched by
// the loader when the visitor comes near.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { TicketSentEvent } from '../sdk/elements/ticket-form/ticket-form.ts'
import { type LoadedLocale, loadFirst } from '../sdk/locales/load-locale.ts'
import { createTranslator } from '../sdk/locales/translator.ts'
import { besides } from './fetched-first.ts'
import { createLateClient } from './late-client.ts'
import type { Call, Page, Panel } from './panel-contract.ts'
import { isViewName } from './views.ts'
import './widget.define.ts'
import type { WidgetViewEvent } from './widget.ts'

const PHONE = matchMedia('(max-width: 479.98px)')

export async function mount(page: Page): Promise<Panel> {
  const { root, settings, emit } = page
  const frame = root.querySelector('div')!
  const { site = '', consent } = settings
  /** Says who asks, in whichever language is spoken when they ask. */
  const about = { server: new URL(page.src).origin, site, locale: '', consent }
  const client = createLateClient(about, page, () => widget.translator)
  let language: LoadedLocale
  const life = new AbortController()
  const { signal } = life
  const close = (): void => page.show(false)
  /** The page has said something of its visitor, or of how it wants things: the client hears of it before all else. */
  const said = page.calls[0] || settings.identity || settings.user ? import('./page-api.ts') : undefined
  // From now on it hears at once.
  page.calls.push = (...calls) => {
    for (const call of calls) import('./page-api.ts').then(({ carryOut }) => carryOut(page, call))
    return 0
  }

  const widget = document.createElement('deskbell-widget')
  const now = (): number => Date.now() + (client.now?.clockOffset() ?? 0)
  /** The owner's own words stand before ours, also before those that come later. */
  const translate = (own?: Record<string, string>): void => {
    const messages = Object.assign(Object.create(language.messages), own)
    widget.translator = createTranslator(messages, language.locale, now)
  }
  const look = new CSSStyleSheet()
  root.adoptedStyleSheets.push(look)
  widget.readConfig = async () => {
    const config = await client.readConfig()
    // A font that is the page's own: the launcher stands apart from the page's styles.
    const style = config.style?.replace('inherit', () => getComputedStyle(document.body).fontFamily)
    look.replaceSync(`:host{${style}}`)
    translate(config.settings?.texts)
    return config
  }
  besides.come = () => language.late()
  const load = (wanted: string) => loadFirst(wanted, ...navigator.languages, settings.words[0])
  const speak = (loaded: LoadedLocale, wanted: string): void => {
    language = loaded
    // As the page says it: there may be articles in a language that the panel does not speak.
    about.locale = wanted || loaded.locale
    translate()
    void widget.start()
  }
  const wanted = settings.locale || document.documentElement.lang
  speak(await load(wanted), wanted)
  const bringClient = async (): Promise<VisitorClient> => {
    const api = await said
    const full = await client.load()
    api?.introduce(page, full)
    widget.client = full
    if (signal.aborted) full.close()
    return full
  }
  let whole: Promise<VisitorClient> | undefined
  const withClient = (): Promise<VisitorClient> => {
    whole ??= bringClient()
    // The next call fetches again.
    whole.catch(() => (whole = undefined))
    return whole
  }
  widget.prepare = async () => {
    await Promise.all([language.more(), withClient()])
  }
  widget.addEventListener('deskbell-close', close)
  widget.addEventListener('deskbell-view', (event) => emit('view', (event as WidgetViewEvent).view))
  widget.addEventListener('deskbell-ticket-sent', (event) =>
    emit('ticket', (event as TicketSentEvent).reference),
  )

  let isPhone = false
  /** Fetched where the screen is a phone's; desktops do without. */
  const lookForPhone = (): void => {
    if (isPhone || !PHONE.matches) return
    isPhone = true
    // A phone's extras that did not arrive are no reason to say anything.
    import('./phone-screen.ts').then(({ watchPhone }) => watchPhone(page, widget, signal)).catch(() => {})
  }

  const resume = async (): Promise<void> => {
    if (said || (await client.maybeKnown())) await (await withClient()).conversations.resume()
  }

  const run = (call: Call): void => {
    const view = String(call[1])
    if (call[0] === 'open') widget.focus()
    else if (call[0] === 'show' && isViewName(view)) void widget.open(view, {}, { fresh: true })
    else import('./page-api.ts').then(({ openView }) => openView(widget, call)).catch(() => widget.focus())
  }
  addEventListener('deskbell:open', lookForPhone, { signal })
  frame.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) close()
    },
    { signal },
  )

  // The widget brings its own surface: what the loader has drawn meanwhile goes.
  frame.replaceChildren(widget)
  widget.style.cssText = 'position:absolute;inset:0'
  await widget.updateComplete
  // The visitor has opened the panel, so storage may be asked whether there is a session to go on with. Without an
  // answer the panel is as for a new visitor; opening a view asks again.
  resume().catch(() => {})
  lookForPhone()

  return {
    run,
    client: withClient,
    load,
    speak,
    destroy() {
      life.abort()
      widget.remove()
      client.now?.close()
    },
  }
}
