// <deskbell-console>: everything an agent needs, as one element. Decides what is on screen; draws no details itself.

import { ContextProvider } from '@lit/context'
import { html, LitElement, nothing, type PropertyValues } from 'lit'
import type { AgentClient, AgentConversationView } from '../../client/agent-client.api.ts'
import { createAgentClient } from '../../client/agent-client.ts'
import { theme } from '../../elements/theme/theme.ts'
import { tokens } from '../../elements/theme/tokens.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import { Attention } from '../attention/attention.controller.ts'
import { type BulkRuns, createBulkRuns } from '../bulk/bulk-run.ts'
import { createDesk, inLanguage } from '../console-desk.ts'
import type { InsertTextEvent } from '../copilot/insert-text.event.ts'
import type { OpenArticleEvent } from '../copilot/open-article.event.ts'
import { type Desk, deskContext } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { deskTokens } from '../desk.tokens.ts'
import type { NarrowEvent, OpenConversationEvent, PrefetchEvent } from '../inbox/inbox-list.events.ts'
import type { InboxList } from '../inbox/inbox-list.ts'
import type { ListPlace } from '../inbox/list-place.ts'
import { OwnLook } from '../preferences/own-look.controller.ts'
import { OwnPresence } from '../presence/own-presence.controller.ts'
import type { ShowViewEvent, SoundEvent } from '../rail/console-rail.ts'
import type { ConversationThread } from '../thread/conversation-thread.ts'
import { Watch } from '../watch.controller.ts'
import { AfterResolve } from './after-resolve.controller.ts'
import { asksFirst } from './asks-first.ts'
import { beforeDesk } from './before-desk.ts'
import { BesideArticle } from './beside-article.controller.ts'
import { appStyles } from './console-app.styles.ts'
import { ConsoleMovedEvent } from './console-moved.event.ts'
import { type ConsolePage, isPage, readRoute, writeRoute } from './console-route.ts'
import { Embedding } from './embedding.controller.ts'
import { goCommands } from './go-commands.ts'
import { LayoutController } from './layout.controller.ts'
import { createOpenConversations, type OpenConversations } from './open-conversations.ts'
import { ownLocale } from './own-locale.ts'
import { pageOutlet } from './page-outlet.ts'
import { phoneTabs } from './phone-tabs.ts'
import { Session } from './session.controller.ts'
import { shownColumns } from './shown-columns.ts'
import { ShownList } from './shown-list.controller.ts'
import { createSpeedMarks } from './speed-marks.ts'

/**
 * The agent console. Fill it into a box with a height of its own.
 *
 * @event deskbell-console-moved - another view or conversation is on screen.
 * @slot customer-panel - what the page knows of the customer, below the facts beside the conversation.
 * @event deskbell-console-token-needed - a host token, by `respondWith`; where no `getToken` is set.
 * @event deskbell-console-customer - whose conversation is open now.
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
    getToken: { attribute: false },
    client: { attribute: false },
    clock: { attribute: false },
    attentive: { attribute: false },
    eventId: { state: true },
    list: { state: true },
    page: { state: true },
    details: { state: true },
  }
  static override styles = [tokens, theme, deskTokens, deskStyles, appStyles]

  /** Origin of the server; this page's own when empty. */
  declare server: string
  declare theme: 'light' | 'dark' | undefined
  /** BCP 47; the browser's own where nothing says, an agent's own wish before both. */
  declare locale: string
  declare view: InboxView
  /** The open conversation. */
  declare conversationId: string | null
  /** The row of its log to jump to. */
  declare eventId: string | null
  /** A saved view or a team in the place of the view. */
  declare list: Exclude<ListPlace, { kind: 'view' }> | null
  /** A page in the place of the inbox. */
  declare page: { name: ConsolePage; rest: string } | null
  /** A one-click link's token, redeemed once. */
  declare loginToken: string | null
  /** In a page of another origin: resolves with a fresh host token. Asked again when the session has ended. */
  declare getToken: (() => Promise<string>) | null
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
  #presence = new OwnPresence(this)
  #session = new Session(this, {
    entered: () => this.#entered(),
    left: () => this.#left(),
    refused: () => this.#embedding.refused(),
  })
  #embedding = new Embedding(this, { thread: () => this.#thread, again: () => this.#session.again() })
  #inbox = new Watch(this, () => this.client?.inbox.state)
  #shown = new ShownList(this, () => this.client)
  #after = new AfterResolve(this, {
    thread: () => this.#thread,
    desk: () => this.#desk.value,
    next: () =>
      this.#list?.beside(this.conversationId, 1) ?? this.#list?.beside(this.conversationId, -1) ?? null,
    go: (id) => this.#moveOn(id),
  })
  #article = new BesideArticle(this, { closed: () => this.#focusComposer() })
  #conversations: OpenConversations | null = null
  #bulk: BulkRuns | null = null
  #ends: (() => void)[] = []
  #marks = createSpeedMarks()
  #thread: AgentConversationView | null = null

  constructor() {
    super()
    this.server = ''
    this.locale = ownLocale()
    this.view = 'mine'
    this.conversationId = null
    this.eventId = null
    this.list = null
    this.page = null
    this.loginToken = null
    this.getToken = null
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

  /** What the list shows. */
  get place(): ListPlace {
    return this.list ?? { kind: 'view', view: this.view }
  }

  /** Where one is, as the address names it. */
  get path(): string {
    const { page, place, conversationId, eventId } = this
    return writeRoute(page ? { page: page.name, rest: page.rest } : { place, conversationId, eventId })
  }

  /** To another place, as the address names it, `/` to the inbox as it was left; an unknown one changes nothing. */
  go(path: string): void {
    const { place, conversationId, eventId } = this
    const route = path === '/' ? { place, conversationId, eventId } : readRoute(path)
    if (!route || this.#asksFirst(path)) return
    if (isPage(route)) {
      this.page = { name: route.page, rest: route.rest }
      return
    }
    this.page = null
    this.list = route.place.kind === 'view' ? null : route.place
    if (route.place.kind === 'view') this.view = route.place.view
    // Another list beside the open conversation leaves it open; a phone has room for one of them.
    if (route.conversationId || this.#layout.value === 'phone') this.conversationId = route.conversationId
    this.eventId = route.eventId
  }

  /** An address that was typed is put right, where one is not there yet. */
  #asksFirst(path: string): boolean {
    const asks = asksFirst(this.renderRoot, path, () => this.go(path))
    if (asks) this.#tellMoved()
    return asks
  }

  #signOut = (): void => {
    if (asksFirst(this.renderRoot, null, this.#signOut) || this.#article.keeps(this.#signOut)) return
    this.#session.signOut()
  }

  #tellMoved(): void {
    this.dispatchEvent(new ConsoleMovedEvent(this.view, this.conversationId, this.path))
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.client ??= this.#own = createAgentClient(this.#embedding.clientOptions())
    this.requestUpdate()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#own?.close()
    if (this.client === this.#own) this.client = null
    this.#own = null
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { client } = this
    if (!client) return
    // Another language is no other desk: it comes by `OwnLook`.
    if (changed.has('client')) this.#desk.setValue(this.#makeDesk(client))
    if (changed.has('client') || this.loginToken || this.#session.idle) {
      void this.#session.enter(client, this.loginToken)
      // Who signs in by a link is nobody yet; everybody else's list is fetched while they are asked who they are.
      if (!this.loginToken) this.#shown.show(this.place)
      this.loginToken = null
    }
    this.#session.follow()
    if (!this.#session.agentId) return
    if (this.#thread?.id !== (this.conversationId ?? undefined)) {
      this.#thread = this.conversationId ? this.#conversations!.take(this.conversationId) : null
      if (this.conversationId) this.#marks.open(this.conversationId)
      this.details = false
    }
    if (!this.page) this.#shown.show(this.place)
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.#session.agentId) return
    const moved = (['view', 'conversationId', 'list', 'page', 'eventId'] as const).some((each) =>
      changed.has(each),
    )
    if (moved) this.#tellMoved()
    // What had the focus went with its page.
    if (changed.get('page') && !this.page && !this.shadowRoot!.activeElement)
      this.#list?.focusRow(this.conversationId)
    if (this.#inbox.value?.phase === 'ready')
      void this.#list?.updateComplete.then(() => this.#marks.listDrawn())
    if (this.#thread && this.#after.phase === 'ready') {
      const { id } = this.#thread
      void this.#threadElement?.updateComplete.then(() => this.#marks.threadDrawn(id))
    }
  }

  protected override render() {
    const desk = this.#desk.value
    if (!this.client || !desk) return nothing
    return beforeDesk(this, this.#session, this.#embedding, this.#layout.value, desk) ?? this.#signedIn(desk)
  }

  #signedIn(desk: Desk) {
    const { t } = desk
    const layout = this.#layout.value
    const phone = layout === 'phone'
    const { page } = this
    const open = page ? null : this.#thread
    const article = this.#article.id !== null
    const shown = { layout, page: page !== null, open: open !== null, details: this.details, article }
    const { beside, details, list, thread } = shownColumns(shown)
    return html`
      <deskbell-connection-banner @deskbell-sign-in-again=${() => this.#session.signInAgain()}></deskbell-connection-banner>
      <div class="desk ${layout} ${beside ? 'with-article' : ''}" @deskbell-show-view=${({ view }: ShowViewEvent) => this.go(`/${view}`)} @deskbell-open-conversation=${this.#onOpen}
          @deskbell-prefetch=${({ conversationId }: PrefetchEvent) => this.#conversations?.prefetch(conversationId)}
          @deskbell-narrow=${({ filter, sort }: NarrowEvent) => this.#shown.narrow(this.place, { filter, sort })} @deskbell-add-view=${this.#onAddView}
          @deskbell-show-details=${() => this.#showDetails(true)} @deskbell-hide-details=${() => this.#showDetails(false)}
          @deskbell-open-article=${(event: OpenArticleEvent) => this.#onOpenArticle(event)}
          @deskbell-insert-text=${(event: InsertTextEvent) => this.#onInsert(event)}
          @deskbell-close-thread=${this.#onCloseThread} @deskbell-sign-out=${this.#signOut}>
        ${
          phone || page?.name === 'settings'
            ? nothing
            : html`<deskbell-console-rail .path=${this.path} ?narrow=${layout === 'compact'} .sound=${this.#attention.sound}
              @deskbell-sound=${(event: SoundEvent) => this.#attention.setSound(event.on)}><deskbell-bell slot="bell"></deskbell-bell></deskbell-console-rail>`
        }
        <section class="list" aria-label=${t('list.label')} ?hidden=${!list}>
          <deskbell-inbox-list .place=${this.place} .selectedId=${this.conversationId} .thread=${open} .bulk=${this.#bulk}
            ?phone=${phone}></deskbell-inbox-list>
        </section>
        ${page ? html`<div class="page ${page.name}">${pageOutlet(page.name, page.rest, t, () => this.requestUpdate())}</div>` : nothing}
        <main ?hidden=${!thread}>
          ${
            open
              ? html`<deskbell-conversation-thread .view=${open} .eventId=${this.eventId} ?phone=${phone} .detailsHidden=${!details}
                @keydown=${this.#onThreadKey}></deskbell-conversation-thread>`
              : html`<div class="none"><h2>${t('empty.thread')}</h2><p>${t('empty.thread.detail')}</p></div>`
          }
        </main>
        ${
          details
            ? html`<aside aria-label=${t('customer.label')}><deskbell-customer-sidebar .view=${open}
              .closable=${layout !== 'wide' || article}><slot name="customer-panel" slot="customer-panel"></slot></deskbell-customer-sidebar></aside>`
            : nothing
        }
        ${this.#article.draw(beside, t)}
        ${phone && (list || page) ? phoneTabs(this.path, this.#inbox.value?.counts, desk) : nothing}
        <deskbell-desk-overlay .view=${open}></deskbell-desk-overlay>
      </div>
      <div class="hidden-text" role="status">${this.#attention.spoken}</div>`
  }

  #makeDesk(client: AgentClient): Desk {
    return createDesk({
      client,
      locale: this.locale,
      now: () => this.clock() + client.clockOffset(),
      attentive: () => this.attentive(),
      go: (path) => this.go(path),
      spoken: () => this.#desk.value?.t,
    })
  }

  #entered(): void {
    const desk = this.#desk.value!
    void desk.preferences.load().catch(() => {})
    for (const each of [this.#attention, this.#presence]) each.start(desk)
    this.#conversations = createOpenConversations(this.client!)
    this.#bulk = createBulkRuns(desk)
    this.#ends = [desk.commands.register(() => goCommands(this.#desk.value!, this.page?.name))]
    void this.client!.views.load().catch(() => {})
  }

  #left(): void {
    for (const each of [this.#attention, this.#presence]) each.stop()
    for (const end of this.#ends) end()
    this.#ends = []
    this.#bulk?.close()
    this.#bulk = null
    this.#conversations?.close()
    this.#conversations = null
    this.#shown.forget()
    this.#thread = null
    this.#article.id = null
  }

  /** A view is made by filtering: the filter of what is listed opens, ready to be saved. */
  #onAddView(): void {
    if (this.#asksFirst(writeRoute({ place: this.place, conversationId: null, eventId: null }))) return
    this.page = null
    void this.updateComplete.then(() => this.#list?.openFilter(true))
  }

  #onOpen({ conversationId, quietly }: OpenConversationEvent): void {
    if (this.#asksFirst(writeRoute({ place: this.place, conversationId, eventId: null }))) return
    // What could not be opened is asked for anew when it is chosen again.
    if (this.#thread?.state.get().phase === 'failed') {
      this.#thread = null
      this.requestUpdate()
    }
    this.conversationId = conversationId
    this.eventId = null
    this.page = null
    if (quietly) void this.updateComplete.then(() => this.#list?.focusRow(conversationId))
    else if (this.#layout.value !== 'phone') this.#focusComposer()
  }

  #focusComposer(): void {
    void this.updateComplete.then(() => this.#threadElement?.focusComposer())
  }

  #showDetails(shown: boolean): void {
    this.details = shown
  }

  /** With the conversation in sight where there is one. */
  #onOpenArticle({ articleId }: OpenArticleEvent): void {
    if (this.page || !this.conversationId) this.go(`/articles/${articleId}`)
    else this.#article.open(articleId)
  }

  /** The open one is done with. */
  #moveOn(id: string | null): void {
    this.conversationId = this.#layout.value === 'phone' ? null : id
    this.eventId = null
    void this.updateComplete.then(() => {
      if (!this.shadowRoot?.activeElement || !id) this.#list?.focusRow(id)
    })
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

  #onThreadKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && !event.defaultPrevented) this.#list?.focusRow(this.conversationId)
  }
}
