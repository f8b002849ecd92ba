// The panel's module: joins client, language and <deskbell-widget>, and carries out the page's commands. Fetched by
// the loader when the visitor comes near.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import { isUnread } from '../sdk/elements/home/unread.ts'
import type { TicketSentEvent } from '../sdk/elements/ticket-form/ticket-form.ts'
import { type LoadedLocale, loadFirst } from '../sdk/locales/load-locale.ts'
import { createTranslator } from '../sdk/locales/translator.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import { createLateClient } from './late-client.ts'
import type { Panel, PanelCommand, PanelOptions } from './panel-contract.ts'
import type { PhoneScreen } from './phone-screen.ts'
import { isViewName } from './views.ts'
import './widget.define.ts'
import type { WidgetViewEvent } from './widget.ts'

const PHONE = matchMedia('(max-width: 479.98px)')

export async function mount(options: PanelOptions): Promise<Panel> {
  const { frame, server, dataset, settings, badge, close, emit } = options
  const site = dataset.site ?? settings.site ?? ''
  /** Says who asks, in whichever language is spoken when they ask. */
  const about = { server, site, locale: '' }
  const client = createLateClient(about)
  const load = (wanted: string) => loadFirst(wanted, ...navigator.languages, settings.locale)
  let language: LoadedLocale
  /** The owner's own words. They stand before ours, also before those that come later. */
  let own: Record<string, string> | undefined
  const life = new AbortController()
  const { signal } = life
  let open = true

  const widget = document.createElement('deskbell-widget')
  const now = (): number => Date.now() + (client.now?.clockOffset() ?? 0)
  const speak = (loaded: LoadedLocale, wanted: string): void => {
    language = loaded
    // As the page says it: there may be articles in a language that the panel does not speak.
    about.locale = wanted || loaded.locale
    const messages = Object.assign(Object.create(loaded.messages), own)
    widget.translator = createTranslator(messages, loaded.locale, now)
  }
  speak(await load(options.locale), options.locale)
  let asked = options.locale
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
  ;(frame.getRootNode() as ShadowRoot).adoptedStyleSheets.push(look)
  widget.readConfig = async () => {
    const config = await client.readConfig()
    // A font that is the page's own: the launcher stands apart from the page's styles.
    const style = config.style?.replace('inherit', () => getComputedStyle(document.body).fontFamily)
    look.replaceSync(`:host{${style}}`)
    own = config.settings?.texts
    if (own) speak(language, about.locale)
    return config
  }
  const withClient = async (): Promise<VisitorClient> => {
    const full = await client.load()
    if (widget.client !== full) {
      widget.client = full
      full.conversations.list.subscribe((list) => tellUnread(list), { signal })
      if (signal.aborted) full.close()
    }
    return full
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
    phone?.then((screen) => screen.shown(open)).catch(() => {})
  }

  const tellUnread = (conversations: readonly VisitorConversation[]): void => {
    const unread = conversations.filter(isUnread).length
    if (!open) badge.textContent = unread ? widget.translator.number(unread) : ''
    emit('unread', unread)
  }
  const resume = async (): Promise<void> => {
    if (await client.maybeKnown()) await (await withClient()).conversations.resume()
  }

  const run = (command: PanelCommand): void => {
    const fresh = { fresh: true }
    switch (command[0]) {
      case 'show':
        void widget.open(isViewName(command[1]) ? command[1] : 'home', {}, fresh)
        break
      case 'search':
        void widget.open('help', { query: command[1] }, fresh)
        break
      case 'showArticle':
        void widget.open('article', { slug: command[1] }, fresh)
        break
      case 'newTicket':
        void widget.open('ticket', { subject: command[1] ?? '' }, fresh)
        break
      case 'showTicket':
        void widget.open('status', { reference: command[1] ?? '', email: command[2] ?? '' }, fresh)
        break
      case 'setLocale':
        setLocale(command[1]).catch((error) => emit('error', error))
        break
      case 'startChat':
        void widget.open('chat', { conversationId: null, prefill: command[1] }, fresh)
        break
      default:
        widget.focus()
    }
  }

  frame.append(widget)
  await widget.updateComplete
  void widget.start()
  // The visitor has opened the panel, so storage may be asked whether there is a session to go on with. Without an
  // answer the panel is as for a new visitor; opening a view asks again.
  resume().catch(() => {})
  tellPhone()
  emit('ready')

  return {
    run,
    shown(is) {
      open = is
      tellPhone()
      if (is) badge.textContent = ''
    },
    destroy() {
      life.abort()
      phone?.then((screen) => screen.close())
      widget.remove()
      client.now?.close()
    },
  }
}
