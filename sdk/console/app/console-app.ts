// <deskbell-console>: everything an agent needs, as one element. Decides what is on screen; draws no details itself.

import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { AgentClient, AgentConversationView } from '../../client/agent-client.api.ts'
import { createAgentClient } from '../../client/agent-client.ts'
import { theme } from '../../elements/theme/theme.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import { Attention } from '../attention/attention.controller.ts'
import { createDesk, inLanguage } from '../console-desk.ts'
import { consoleIcon } from '../console-icon.ts'
import type { InsertTextEvent } from '../copilot/copilot-panel.ts'
import { type ConsoleTranslate, type Desk, deskContext } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { deskTokens } from '../desk.tokens.ts'
import type { InboxList, OpenConversationEvent } from '../inbox/inbox-list.ts'
import { TABS, VIEWS, viewIcon } from '../inbox/inbox-view.ts'
import { OwnLook } from '../preferences/own-look.controller.ts'
import type { ShowViewEvent, SoundEvent } from '../rail/console-rail.ts'
import type { ConversationThread } from '../thread/conversation-thread.ts'
import { Watch } from '../watch.controller.ts'
import { appStyles } from './console-app.styles.ts'
import { LayoutController } from './layout.controller.ts'
import { Session } from './session.controller.ts'

/** The console shows another view or conversation; a page may keep that in its address. */
export class ConsoleMovedEvent extends Event {
  readonly view: InboxView
  readonly conversationId: string | null

  constructor(view: InboxView, conversationId: string | null) {
    super('deskbell-console-moved', { bubbles: true, composed: true })
    this.view = view
    this.conversationId = conversationId
  }
}

/**
 * The agent console. Fill it into a box with a height of its own.
 *
 * @event deskbell-console-moved - another view or conversation is on screen.
 * @event deskbell-chime - it has just called for its agent.
 */
export class DeskbellConsole extends LitElement {
  static override properties = {
    server: {},
    theme: { reflect: true },
    locale: {},
    view: {},
    conversationId: { attribute: 'conversation' },
    loginToken: { attribute: false },
    client: { attribute: false },
    clock: { attribute: false },
    attentive: { attribute: false },
    details: { state: true },
  }
  static override styles = [tokens, theme, deskTokens, deskStyles, appStyles]

  /** Origin of the server; this page's own when empty. */
  declare server: string
  declare theme: 'light' | 'dark' | undefined
  /** For dates and digits; the texts are English. */
  declare locale: string
  declare view: InboxView
  /** The open conversation. */
  declare conversationId: string | null
  /** A one-click link's token, redeemed once. */
  declare loginToken: string | null
  /** For tests and demos; otherwise the element makes and closes its own. */
  declare client: AgentClient | null
  declare clock: () => number
  declare attentive: () => boolean
  /** On narrow screens: the customer's facts are shown. */
  declare details: boolean

  #own: AgentClient | null = null
  #desk = new ContextProvider(this, { context: deskContext })
  #layout = new LayoutController(this)
  #attention = new Attention(this)
  #session = new Session(this, { entered: () => this.#entered(), left: () => this.#left() })
  #inbox = new Watch(this, () => this.client?.inbox.state)
  #thread: AgentConversationView | null = null

  constructor() {
    super()
    this.server = ''
    this.locale = ownLocale()
    this.view = 'mine'
    this.conversationId = null
    this.loginToken = null
    this.client = null
    this.clock = Date.now
    this.attentive = () => document.visibilityState === 'visible' && document.hasFocus()
    this.details = false
    new OwnLook(this, {
      desk: () => this.#desk.value,
      locale: () => this.locale,
      spoken: (texts, locale) => this.#desk.setValue(inLanguage(this.#desk.value!, texts, locale)),
    })
  }

  get openId(): string | null {
    return this.conversationId
  }

  /** To another place, as the address names it. */
  go(path: string): void {
    const [, view, conversationId] = path.split('/')
    this.view = VIEWS.find((each) => each === view) ?? this.view
    this.conversationId = conversationId || null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    // With the focus nowhere, as on a fresh page, keys go to the body and not to what stands in it.
    document.addEventListener('keydown', this.#onKey)
    this.client ??= this.#own = createAgentClient({ server: this.server || location.origin })
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    document.removeEventListener('keydown', this.#onKey)
    this.#own?.close()
    if (this.client === this.#own) this.client = null
    this.#own = null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client } = this
    if (!client) return
    if (changed.has('client') || changed.has('locale')) this.#desk.setValue(this.#makeDesk(client))
    if (changed.has('client') || this.loginToken || this.#session.idle) {
      void this.#session.enter(client, this.loginToken)
      this.loginToken = null
    }
    this.#session.follow()
    if (!this.#session.agentId) return
    if (this.#thread?.id !== (this.conversationId ?? undefined)) {
      this.#thread?.close()
      this.#thread = this.conversationId ? client.open(this.conversationId) : null
      this.details = false
    }
    if (changed.has('view') && changed.get('view')) void client.inbox.show(this.view).catch(() => {})
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#session.agentId && (changed.has('view') || changed.has('conversationId')))
      this.dispatchEvent(new ConsoleMovedEvent(this.view, this.conversationId))
  }

  protected override render() {
    const desk = this.#desk.value
    if (!this.client || !desk) return nothing
    const { t } = desk
    switch (this.#session.view) {
      case 'starting':
        return html`<div class="alone" role="status"><p>${t(this.#session.hasLink ? 'signin.opening' : 'app.starting')}</p></div>`
      case 'unreachable':
        return html`<main class="alone" role="alert"><h1>${t('app.unreachable')}</h1><p>${t('app.unreachable.detail')}</p>
          <button class="button" type="button" @click=${() => this.#session.again()}>${t('app.again')}</button></main>`
      case 'sign-in':
        return html`<deskbell-sign-in .reason=${this.#session.reason}></deskbell-sign-in>`
      case 'choose-password':
        return html`<deskbell-choose-password></deskbell-choose-password>`
      case 'desk':
        return this.#signedIn(desk)
    }
  }

  #signedIn({ t }: Desk) {
    const layout = this.#layout.value
    const phone = layout === 'phone'
    const open = this.#thread
    const details = open !== null && (layout === 'wide' || this.details)
    const list = phone ? !open : layout === 'wide' || !details
    const thread = phone ? open !== null && !details : true
    return html`
      <deskbell-connection-banner @deskbell-sign-in-again=${() => this.#session.signInAgain()}></deskbell-connection-banner>
      <div class="desk ${layout}" @deskbell-show-view=${this.#onShowView} @deskbell-open-conversation=${this.#onOpen}
          @deskbell-show-details=${() => {
            this.details = true
          }} @deskbell-hide-details=${() => {
            this.details = false
          }}
          @deskbell-insert-text=${(event: InsertTextEvent) => this.#onInsert(event)}
          @deskbell-close-thread=${this.#onCloseThread} @deskbell-sign-out=${() => this.#session.signOut()}>
        ${
          phone
            ? nothing
            : html`<deskbell-console-rail .view=${this.view} ?narrow=${layout === 'compact'} .sound=${this.#attention.sound}
              @deskbell-sound=${(event: SoundEvent) => this.#attention.setSound(event.on)}></deskbell-console-rail>`
        }
        <section class="list" aria-label=${t('list.label')} ?hidden=${!list}>
          <deskbell-inbox-list .selectedId=${this.conversationId} .thread=${open} ?phone=${phone}></deskbell-inbox-list>
        </section>
        <main ?hidden=${!thread}>
          ${
            open
              ? html`<deskbell-conversation-thread .view=${open} ?phone=${phone} .detailsHidden=${!details}
                @keydown=${this.#onThreadKey}></deskbell-conversation-thread>`
              : html`<div class="none"><h2>${t('empty.thread')}</h2><p>${t('empty.thread.detail')}</p></div>`
          }
        </main>
        ${
          details
            ? html`<aside aria-label=${t('customer.label')}><deskbell-customer-sidebar .view=${open}
              .closable=${layout !== 'wide'}></deskbell-customer-sidebar></aside>`
            : nothing
        }
        ${phone && list ? this.#tabs(t) : nothing}
        <deskbell-desk-overlay .view=${open}></deskbell-desk-overlay>
      </div>
      <div class="hidden-text" role="status">${this.#attention.spoken}</div>`
  }

  #tabs(t: ConsoleTranslate) {
    const counts = this.#inbox.value?.counts
    return html`<nav aria-label=${t('rail.label')}>${TABS.map((view) => {
      const count = view === 'waiting' || view === 'mine' ? (counts?.[view] ?? 0) : 0
      return html`<button type="button" aria-current=${view === this.view ? 'page' : nothing}
          @click=${() => {
            this.view = view
          }}>
        <span class="tab-icon">${consoleIcon(viewIcon[view])}${
          count > 0 ? html`<b class="tabular ${view === 'waiting' ? 'urgent' : ''}">${count}</b>` : nothing
        }</span>${t(`tab.${view}`)}</button>`
    })}</nav>`
  }

  #makeDesk(client: AgentClient): Desk {
    return createDesk({
      client,
      locale: this.locale,
      now: () => this.clock() + client.clockOffset(),
      attentive: () => this.attentive(),
      go: (path) => this.go(path),
    })
  }

  #entered(): void {
    void this.#desk.value!.preferences.load().catch(() => {})
    this.#attention.start(this.#desk.value!)
    void this.client!.inbox.show(this.view).catch(() => {})
  }

  #left(): void {
    this.#attention.stop()
    this.#thread?.close()
    this.#thread = null
  }

  #onShowView(event: ShowViewEvent): void {
    this.view = event.view
  }

  #onOpen(event: OpenConversationEvent): void {
    this.conversationId = event.conversationId
    if (this.#layout.value !== 'phone')
      void this.updateComplete.then(() => this.#threadElement?.focusComposer())
  }

  /** On narrow screens the copilot covers the thread, which shows what was put into it. */
  #onInsert({ text }: InsertTextEvent): void {
    if (this.#layout.value !== 'wide') this.details = false
    void this.updateComplete.then(() => this.#threadElement?.insert(text))
  }

  #onCloseThread(): void {
    const id = this.conversationId
    this.conversationId = null
    void this.updateComplete.then(() => this.#list?.focusRow(id))
  }

  get #list(): InboxList | null {
    return this.renderRoot.querySelector('deskbell-inbox-list')
  }

  get #threadElement(): ConversationThread | null {
    return this.renderRoot.querySelector('deskbell-conversation-thread')
  }

  /** J and K move through the list from anywhere but a text field. */
  #onKey = (event: KeyboardEvent): void => {
    const path = event.composedPath()
    if (!path.includes(this) && path[0] !== document.body) return
    if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey) return
    const target = path[0] as HTMLElement
    if (target.matches('input, textarea, select, [contenteditable], [role^="menuitem"]')) return
    event.preventDefault()
    this.#list?.step(event.key === 'j' ? 1 : -1)
  }

  #onThreadKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#list?.focusRow(this.conversationId)
  }
}

/** Some systems call their language by a name that Intl refuses, such as `en-US@posix`. */
function ownLocale(): string {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
