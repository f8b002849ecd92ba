// Offers whoever waits in line to be told by a notification of the browser. The browser is asked only at the click;
// where it cannot or must not tell, there is no offer. Who shows the notification is not its business.

import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'

/** Phones have the name but throw at its use: there only a service worker may tell. Without permission none is seen. */
function mayAsk(): boolean {
  if (Notification.permission === 'granted') return true
  try {
    new Notification('').close()
    return true
  } catch {
    return false
  }
}

export class DeskbellNotifyOffer extends LitElement {
  static override properties = { wished: { state: true }, denied: { state: true } }
  static override styles = [
    ...panelStyles,
    css`
      :host { display: block; block-size: auto; background: none; }
      p { padding-block-end: 12px; padding-inline: 36px 8px; }
      .link { position: relative; border: 0; min-block-size: 24px; font: var(--db-small); font-weight: 600; text-align: start; }
      .link::after { content: ''; position: absolute; inset: -4px; }
    `,
  ]

  /** Has asked for it already; undefined until that is known. */
  protected declare wished: boolean | undefined
  protected declare denied: boolean

  #widget = consumeWidget(this)
  #client: VisitorClient | undefined

  constructor() {
    super()
    this.denied = globalThis.Notification === undefined || Notification.permission === 'denied'
  }

  protected override willUpdate(): void {
    const { client } = this.#widget
    if (!client || client === this.#client) return
    this.#client = client
    void this.#readWish(client)
  }

  async #readWish(client: VisitorClient): Promise<void> {
    const { notify } = await client.preferences.get()
    this.wished = notify === true && !this.denied && Notification.permission === 'granted'
  }

  protected override render(): TemplateResult | typeof nothing {
    const { config, tr } = this.#widget
    if (this.denied || this.wished === undefined || config?.settings?.chat?.notifications === false)
      return nothing
    return this.wished
      ? html`<p class="small" role="status">${tr.t('chat.notify_on')}</p>`
      : html`<p><button class="link" type="button" @click=${this.#ask}>${tr.t('chat.notify')}</button></p>`
  }

  #ask = async (): Promise<void> => {
    const granted = mayAsk() && (await Notification.requestPermission()) === 'granted'
    if (granted)
      await this.#widget.client?.preferences.set({ notify: true })
      // The button goes either way, and takes no focus along: it goes to where one writes on.
    ;((this.getRootNode() as ShadowRoot).host as HTMLElement | undefined)?.focus()
    this.wished = granted
    this.denied = !granted
  }
}
