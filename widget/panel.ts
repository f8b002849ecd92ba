// The panel's module: joins client, language and <deskbell-widget>, and carries out the page's commands. Fetched by
// the loader when the visitor comes near.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { TicketSentEvent } from '../sdk/elements/ticket-form/ticket-form.ts'
import { type LoadedLocale, loadFirst } from '../sdk/locales/load-locale.ts'
import { createTranslator } from '../sdk/locales/translator.ts'
import { createLateClient } from './late-client.ts'
import type { Call, Page, Panel } from './panel-contract.ts'
import type { PhoneScreen } from './phone-screen.ts'
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
  const client = createLateClient(about, page, (value) => widget.translator.number(value))
  const load = (wanted: string) => loadFirst(wanted, ...navigator.languages, settings.words[0])
  let language: LoadedLocale
  /** The owner's own words. They stand before ours, also before those that come later. */
  let own: Record<string, string> | undefined
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
  const speak = (loaded: LoadedLocale, wanted: string): void => {
    language = loaded
    // As the page says it: there may be articles in a language that the panel does not speak.
    about.locale = wanted || loaded.locale
    const messages = Object.assign(Object.create(loaded.messages), own)
    widget.translator = createTranslator(messages, loaded.locale, now)
  }
  let asked = settings.locale || document.documentElement.lang
  speak(await load(asked), asked)
  /** What is on the screen is redrawn in the other language; nothing typed is lost. The last call counts. */
  const setLocale = async (wanted: string): Promise<void> => {
    asked = wanted
    const loaded = await load(wanted)
    await loaded.more()
    if (asked !== wanted) return
    own = undefined
    speak(loaded, wanted)
    void widget.start()
  }
  const look = new CSSStyleSheet()
  root.adoptedStyleSheets.push(look)
  widget.readConfig = async () => {
    const config = await client.readConfig()
    // A font that is the page's own: the launcher stands apart from the page's styles.
    const style = config.style?.replace('inherit', () => getComputedStyle(document.body).fontFamily)
    look.replaceSync(`:host{${style}}`)
    const before = own
    own = config.settings?.texts
    if (own ?? before) speak(language, about.locale)
    return config
  }
  const bringClient = async (): Promise<VisitorClient> => {
    const full = await client.load()
    ;(await said)?.introduce(page, full)
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

  const onBack = (): boolean => {
    if (!widget.canGoBack) {
      close()
      return false
    }
    widget.back()
    return true
  }
  let phone: Promise<PhoneScreen> | undefined
  /** Fetched where the screen is a phone's; desktops do without. */
  const tellPhone = (): void => {
    if (PHONE.matches) {
      phone ??= import('./phone-screen.ts').then(({ createPhoneScreen }) =>
        createPhoneScreen({ frame, onBack }),
      )
    }
    // A phone's extras that did not arrive are no reason to say anything.
    phone?.then((screen) => screen.shown(page.open)).catch(() => {})
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
  addEventListener('deskbell:open', tellPhone, { signal })
  addEventListener('deskbell:close', tellPhone, { signal })
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
  void widget.start()
  // The visitor has opened the panel, so storage may be asked whether there is a session to go on with. Without an
  // answer the panel is as for a new visitor; opening a view asks again.
  resume().catch(() => {})
  tellPhone()

  return {
    run,
    client: withClient,
    setLocale,
    destroy() {
      life.abort()
      phone?.then((screen) => screen.close())
      widget.remove()
      client.now?.close()
    },
  }
}
