// Gives single customer elements what the widget would give them: client, settings, language, navigation.

import { html, LitElement, type PropertyValues } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import { en } from '../../locales/en.ts'
import { loadLocale } from '../../locales/load-locale.ts'
import { createTranslator } from '../../locales/translator.ts'
import { theme } from '../theme/theme.ts'
import { tokens } from '../theme/tokens.ts'
import { provideScope, type ViewName, type ViewParams, type WidgetScope } from './widget-context.ts'

/** An element inside wants to go to another view. Cancel it and show that view yourself. */
export class NavigateEvent extends Event {
  readonly view: ViewName | null
  readonly params: ViewParams[ViewName]

  constructor(view: ViewName | null, params: ViewParams[ViewName] = {}) {
    super('deskbell-navigate', { bubbles: true, composed: true, cancelable: true })
    this.view = view
    this.params = params
  }
}

/**
 * @event deskbell-navigate - an element inside wants to go to another view; `view` is null for "back".
 * @slot - the elements that share this client.
 */
export class DeskbellProvider extends LitElement {
  static override properties = {
    client: { attribute: false },
    locale: {},
    theme: { reflect: true },
  }
  static override styles = [tokens, theme]

  declare client: VisitorClient | null
  /** BCP 47; English until the language is there. */
  declare locale: string
  declare theme: 'light' | 'dark' | undefined

  #now = (): number => Date.now() + (this.client?.clockOffset() ?? 0)
  #scope = provideScope(this, {
    client: undefined,
    config: null,
    tr: createTranslator(en, 'en', this.#now),
    navigation: {
      open: (view, params) => this.#go(view, params),
      back: () => this.#go(null),
      close: () => this.#go(null),
      canGoBack: false,
      canClose: false,
    },
  })

  constructor() {
    super()
    this.client = null
    this.locale = 'en'
  }

  #go(view: ViewName | null, params?: ViewParams[ViewName]): void {
    this.dispatchEvent(new NavigateEvent(view, params))
  }

  #change(change: Partial<WidgetScope>): void {
    this.#scope.update((scope) => ({ ...scope, ...change }))
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('client') && this.client) {
      this.#change({ client: this.client })
      void this.#readConfig(this.client)
    }
    if (changed.has('locale') && this.locale !== 'en') void this.#readLocale(this.locale)
  }

  async #readConfig(client: VisitorClient): Promise<void> {
    const config = await client.config().catch(() => null)
    if (this.client === client) this.#change({ config })
  }

  async #readLocale(wanted: string): Promise<void> {
    const { messages, locale } = await loadLocale(wanted)
    if (this.locale !== wanted) return
    const translator = createTranslator(messages, locale, this.#now)
    this.dir = translator.dir
    this.lang = translator.locale
    this.#change({ tr: translator })
  }

  protected override render() {
    return html`<slot></slot>`
  }
}
