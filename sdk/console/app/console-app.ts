// <deskbell-console>: everything an agent needs, as one element. Decides what is on screen; draws no details itself.

import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { AgentClient, AgentConversationView } from '../../client/agent-client.api.ts'
import { createAgentClient } from '../../client/agent-client.ts'
import { ApiError } from '../../client/api-error.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import { en as sharedEnglish } from '../../locales/en.ts'
import { format } from '../../locales/messages.ts'
import { createTranslator } from '../../locales/translator.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import { Attention } from '../attention/attention.controller.ts'
import { consoleIcon } from '../console-icon.ts'
import { type ConsoleTranslate, type Desk, deskContext } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { InboxList, OpenConversationEvent } from '../inbox/inbox-list.ts'
import { TABS, viewIcon } from '../inbox/inbox-view.ts'
import { en } from '../locales/console-en.ts'
import type { ShowViewEvent, SoundEvent } from '../rail/console-rail.ts'
import type { ConversationThread } from '../thread/conversation-thread.ts'
import { Watch } from '../watch.controller.ts'
import { appStyles } from './console-app.styles.ts'
import { LayoutController } from './layout.controller.ts'

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

/** How long until a server that did not answer is asked again, ms. */
const RETRY = 3000

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
    phase: { state: true },
    reason: { state: true },
    details: { state: true },
  }
  static override styles = [tokens, deskStyles, appStyles]

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
  declare phase: 'starting' | 'unreachable' | 'ready'
  declare reason: 'link-used' | 'ended' | null
  /** On narrow screens: the customer's facts are shown. */
  declare details: boolean

  #own: AgentClient | null = null
  #desk = new ContextProvider(this, { context: deskContext })
  #layout = new LayoutController(this)
  #attention = new Attention(this)
  #me = new Watch(this, () => this.client?.me)
  #connection = new Watch(this, () => this.client?.connection)
  #inbox = new Watch(this, () => this.client?.inbox.state)
  #thread: AgentConversationView | null = null
  #signedInAs: string | null = null
  #retry: ReturnType<typeof setTimeout> | undefined
  /** They asked to leave, so there is nothing to explain afterwards. */
  #leaving = false

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
    this.phase = 'starting'
    this.reason = null
    this.details = false
    this.addEventListener('keydown', this.#onKey)
  }

  get openId(): string | null {
    return this.conversationId
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.client ??= this.#own = createAgentClient({ server: this.server || location.origin })
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#retry)
    this.#leave()
    this.#own?.close()
    if (this.client === this.#own) this.client = null
    this.#own = null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.client) return
    if (changed.has('client') || changed.has('locale')) this.#desk.setValue(this.#makeDesk(this.client))
    if (changed.has('client') || (changed.has('loginToken') && this.loginToken)) void this.#enter(this.client)
    this.#followSession()
    if (!this.#signedInAs) return
    if (this.#thread?.id !== (this.conversationId ?? undefined)) {
      this.#thread?.close()
      this.#thread = this.conversationId ? this.client.open(this.conversationId) : null
      this.details = false
    }
    if (changed.has('view') && changed.get('view')) void this.client.inbox.show(this.view).catch(() => {})
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (this.#signedInAs && (changed.has('view') || changed.has('conversationId')))
      this.dispatchEvent(new ConsoleMovedEvent(this.view, this.conversationId))
  }

  protected override render() {
    const desk = this.#desk.value
    if (!this.client || !desk) return nothing
    const me = this.#me.value
    if (this.phase === 'starting' && !me) return this.#waiting(desk)
    if (this.phase === 'unreachable' && !me) return this.#unreachable(desk)
    const refused = this.#connection.value?.state === 'refused'
    if (!me || (this.reason === 'ended' && refused))
      return html`<deskbell-sign-in .reason=${this.reason}></deskbell-sign-in>`
    if (me.needs_password) return html`<deskbell-choose-password></deskbell-choose-password>`
    return this.#signedIn(desk)
  }

  #signedIn({ t }: Desk) {
    const layout = this.#layout.value
    const phone = layout === 'phone'
    const open = this.#thread
    const details = open !== null && (layout === 'wide' || this.details)
    const list = phone ? !open : layout === 'wide' || !details
    const thread = phone ? open !== null && !details : true
    return html`
      <deskbell-connection-banner @deskbell-sign-in-again=${this.#signInAgain}></deskbell-connection-banner>
      <div class="desk ${layout}" @deskbell-show-view=${this.#onShowView} @deskbell-open-conversation=${this.#onOpen}
          @deskbell-show-details=${() => {
            this.details = true
          }} @deskbell-hide-details=${() => {
            this.details = false
          }}
          @deskbell-close-thread=${this.#onCloseThread} @deskbell-sign-out=${this.#signOut}>
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

  #waiting({ t }: Desk) {
    return html`<div class="alone" role="status"><p>${t(this.loginToken ? 'signin.opening' : 'app.starting')}</p></div>`
  }

  #unreachable({ t }: Desk) {
    return html`<main class="alone" role="alert"><h1>${t('app.unreachable')}</h1><p>${t('app.unreachable.detail')}</p>
      <button class="button" type="button" @click=${() => this.#enter(this.client!)}>${t('app.again')}</button></main>`
  }

  #makeDesk(client: AgentClient): Desk {
    return {
      client,
      t: (key, params) => format(en[key], params, 'en'),
      locale: this.locale,
      shared: createTranslator(sharedEnglish, this.locale),
      now: () => this.clock() + client.clockOffset(),
      attentive: () => this.attentive(),
    }
  }

  /** Redeems a link if there is one, else takes up the session the browser holds. */
  async #enter(client: AgentClient): Promise<void> {
    clearTimeout(this.#retry)
    const token = this.loginToken
    this.phase = 'starting'
    try {
      const usable = token ? await redeem(client, token) : true
      this.loginToken = null
      const signedIn = (token !== null && usable) || (await client.resume())
      // A used link is no news to somebody who is in already.
      this.reason = usable || signedIn ? null : 'link-used'
      if (this.client === client) this.phase = 'ready'
    } catch {
      if (this.client !== client || !this.isConnected) return
      this.phase = 'unreachable'
      this.#retry = setTimeout(() => this.#enter(client), RETRY)
    }
  }

  /** Opens the inbox when somebody comes in, and lets go of everything when they leave. */
  #followSession(): void {
    const me = this.client?.me.get()
    const id = me && !me.needs_password ? me.agent.id : null
    if (this.reason === 'ended' && this.#connection.value?.state !== 'refused' && id) this.reason = null
    if (id === this.#signedInAs) return
    if (this.#signedInAs) {
      this.#leave()
      if (!me) this.reason = this.#leaving ? null : 'ended'
    }
    this.#leaving = false
    this.#signedInAs = id
    if (!id) return
    this.#attention.start(this.#desk.value!)
    void this.client!.inbox.show(this.view).catch(() => {})
  }

  #leave(): void {
    this.#attention.stop()
    this.#thread?.close()
    this.#thread = null
    this.#signedInAs = null
  }

  #signOut(): void {
    this.#leaving = true
    this.client!.logout().catch(() => {
      this.#leaving = false
    })
  }

  #signInAgain(): void {
    this.reason = 'ended'
    this.client!.logout().catch(() => {})
  }

  #onShowView(event: ShowViewEvent): void {
    this.view = event.view
  }

  #onOpen(event: OpenConversationEvent): void {
    this.conversationId = event.conversationId
    if (this.#layout.value !== 'phone')
      void this.updateComplete.then(() => this.#threadElement?.focusComposer())
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
  #onKey(event: KeyboardEvent): void {
    if ((event.key !== 'j' && event.key !== 'k') || event.ctrlKey || event.metaKey || event.altKey) return
    const target = event.composedPath()[0] as HTMLElement
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

/** False for a link that was used or has run out. */
async function redeem(client: AgentClient, token: string): Promise<boolean> {
  try {
    await client.redeemLink(token)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'network' && error.code !== 'timeout') return false
    throw error
  }
}
