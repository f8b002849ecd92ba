// <deskbell-widget>: the panel's inside. It holds the views as a stack and gives them client, settings and language;
// what a view does is the view's own business.

import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit'
import type { WritableStore } from '../sdk/client/store.ts'
import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import type { ConversationStartedEvent } from '../sdk/elements/chat/chat.events.ts'
import { greyBlocks } from '../sdk/elements/panel/grey-blocks.ts'
import { panelStyles } from '../sdk/elements/panel/panel.styles.ts'
import { panelHeader } from '../sdk/elements/panel/panel-header.ts'
import { PARTS } from '../sdk/elements/provider/widget-consumer.ts'
import {
  type Navigation,
  provideScope,
  type ViewName,
  type ViewParams,
  type WidgetScope,
} from '../sdk/elements/provider/widget-context.ts'
import { tokens } from '../sdk/elements/theme/tokens.ts'
import type { Translator } from '../sdk/locales/translator.ts'
import type { WidgetConfig } from '../sdk/protocol/site.ts'
import { homeView, loadView, type OpenView } from './views.ts'
import { widgetStyles } from './widget.styles.ts'

/** The widget wants to be closed. */
export class WidgetCloseEvent extends Event {
  constructor() {
    super('deskbell-close')
  }
}

/** Another view is on top. */
export class WidgetViewEvent extends Event {
  readonly view: ViewName

  constructor(view: ViewName) {
    super('deskbell-view')
    this.view = view
  }
}

/**
 * @event deskbell-close - the customer wants it closed
 * @event deskbell-view - another view is on top
 */
export class DeskbellWidget extends LitElement {
  static override properties = {
    client: { attribute: false },
    translator: { attribute: false },
    readConfig: { attribute: false },
    prepare: { attribute: false },
    stack: { state: true },
    config: { state: true },
    failed: { state: true },
  }
  static override styles = [...panelStyles, tokens, widgetStyles]

  /** Undefined as long as the home view is enough. */
  declare client: VisitorClient | undefined
  declare translator: Translator
  declare readConfig: () => Promise<WidgetConfig>
  /** Set where it covers the page; from then on Tab goes around inside. */
  declare tabStops: ((within: ParentNode | null) => HTMLElement[]) | undefined
  /** Fetches what the home view does without: client and texts. */
  declare prepare: () => Promise<void>
  protected declare stack: readonly OpenView[]
  protected declare config: WidgetConfig | null
  protected declare failed: boolean

  #navigation: Navigation = {
    open: (view, params) => void this.open(view, params),
    back: () => this.back(),
    close: () => void this.dispatchEvent(new WidgetCloseEvent()),
    canGoBack: false,
    canClose: true,
  }
  #scope: WritableStore<WidgetScope> | undefined

  constructor() {
    super()
    this.prepare = async () => {}
    this.stack = [this.#entry('home', {})]
    this.config = null
    this.failed = false
  }

  // Not in the constructor: an element that document.createElement makes must not have attributes yet.
  override connectedCallback(): void {
    super.connectedCallback()
    this.role = 'dialog'
    this.tabIndex = -1
    this.part = 'panel'
    this.setAttribute('exportparts', PARTS)
  }

  #entry<Name extends ViewName>(name: Name, params: ViewParams[Name]): OpenView {
    return { name, params, cameFrom: null, draw: name === 'home' ? homeView : null } as OpenView
  }

  get canGoBack(): boolean {
    return this.stack.length > 1
  }

  /** Shows a view on top of the present one. `fresh` forgets what was open but for the home view. */
  async open<Name extends ViewName>(
    name: Name,
    params: ViewParams[Name] = {} as ViewParams[Name],
    { fresh = false } = {},
  ): Promise<void> {
    // Whoever looks over all chats has left the one they were in.
    const below = fresh || name === 'home' || name === 'conversations' ? this.stack.slice(0, 1) : this.stack
    const top = below.at(-1)
    if (top) top.cameFrom = this.#focused()
    const entry = this.#entry(name, params)
    this.stack = name === 'home' ? below : [...below, entry]
    this.dispatchEvent(new WidgetViewEvent(name))
    if (!entry.draw) await this.#bring(entry)
    if (this.stack.at(-1)?.name === name) await this.#focusTop()
  }

  /** Chunk and texts of a view; grey blocks stand in its place meanwhile. */
  async #bring(entry: OpenView): Promise<void> {
    try {
      const [draw] = await Promise.all([loadView(entry.name, entry.params), this.prepare()])
      entry.draw = draw
      this.requestUpdate()
    } catch {
      this.stack = this.stack.filter((other) => other !== entry)
      this.failed = true
    }
  }

  back(): void {
    if (!this.canGoBack) {
      this.#navigation.close()
      return
    }
    this.stack = this.stack.slice(0, -1)
    const top = this.stack.at(-1)!
    this.dispatchEvent(new WidgetViewEvent(top.name))
    void this.updateComplete.then(() => (top.cameFrom?.isConnected ? top.cameFrom.focus() : this.#focusTop()))
  }

  override focus(): void {
    void this.#focusTop()
  }

  /** Reads the site's settings; call it again after `failed`. */
  async start(): Promise<void> {
    this.failed = false
    try {
      this.config = await this.readConfig()
    } catch {
      this.failed = this.config === null
    }
  }

  protected override willUpdate(changed: PropertyValues<this> & Map<PropertyKey, unknown>): void {
    const { client, config, translator: tr } = this
    if (changed.has('translator')) {
      this.dir = tr.dir
      this.lang = tr.locale
      this.ariaLabel = tr.t('widget.label')
    }
    const navigation = { ...this.#navigation, canGoBack: this.canGoBack }
    this.#navigation = navigation
    const scope = { client, config, tr, navigation }
    if (this.#scope) this.#scope.set(scope)
    else this.#scope = provideScope(this, scope)
  }

  protected override render(): TemplateResult {
    if (this.failed) return this.#failure()
    const top = this.stack.at(-1)
    return html`<i tabindex="0" @focus=${({ relatedTarget }: FocusEvent) => this.#turn(relatedTarget === this ? 1 : -1)}></i>
      ${this.stack.map(
        (view) => html`<div class="view ${view === top ? '' : 'under'}" ?inert=${view !== top}
          @deskbell-conversation-started=${(event: ConversationStartedEvent) => {
            view.params = { conversationId: event.conversationId }
          }}>${view.draw?.(view.params) ?? this.#coming()}</div>`,
      )}
      <i tabindex="0" @focus=${() => this.#turn(1)}></i>`
  }

  #failure(): TemplateResult {
    const { t } = this.translator
    const navigation = { ...this.#navigation, canGoBack: false }
    return html`${panelHeader({ t, navigation, title: this.config?.site.name ?? '' })}
      <div class="body" role="alert"><h2 class="big">${t('widget.failed')}</h2><p>${t('widget.failed_more')}</p>
        <p class="again"><button class="button solid" type="button" @click=${this.start}>
          ${t('common.retry')}</button></p></div>`
  }

  #coming(): TemplateResult {
    const { t } = this.translator
    return html`${panelHeader({ t, navigation: this.#navigation, title: '' })}
      <div class="body late">${greyBlocks(t('common.loading'), 3)}</div>`
  }

  get #view(): HTMLElement | null {
    return this.renderRoot.querySelector('.view:not(.under)')?.firstElementChild as HTMLElement | null
  }

  #focused(): HTMLElement | null {
    let active = this.shadowRoot?.activeElement as HTMLElement | null
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement as HTMLElement
    return active
  }

  async #focusTop(): Promise<void> {
    await this.updateComplete
    const view = this.#view as (HTMLElement & { updateComplete?: Promise<unknown> }) | null
    await view?.updateComplete
    view?.focus({ preventScroll: true })
    // A view that takes no focus leaves it to the dialog, so that Escape and reading on work from there.
    if (!this.matches(':focus-within')) super.focus({ preventScroll: true })
  }

  /** Full screen, there is nothing to tab to outside: from the last stop to the first, and back. */
  #turn(direction: 1 | -1): void {
    this.tabStops?.(this.#view)
      .at(direction === 1 ? 0 : -1)
      ?.focus()
  }
}
