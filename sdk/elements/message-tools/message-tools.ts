// Changing one message where it stands: a small button beside it, and a line below with what can be done. For the
// widget's thread and the console's alike; what follows from a choice is not its business.

import { html, nothing, type ReactiveController, type ReactiveElement, type TemplateResult } from 'lit'
import type { Translate } from '../../locales/messages.ts'
import { icon } from '../icon/icon.ts'

/** What may be done with a message; what is absent may not. */
export interface MessageWishes {
  edit?: (() => void) | undefined
  remove?: (() => void) | undefined
}

/** Works on the host's `.scroller`, which takes the focus when the message that had it is gone. */
export class MessageTools implements ReactiveController {
  #host: ReactiveElement
  /** The message whose line is open. */
  #open: string | null = null
  /** The line asks whether to delete. */
  #asks = false

  constructor(host: ReactiveElement) {
    this.#host = host
    host.addController(this)
  }

  hostDisconnected(): void {
    this.#open = null
  }

  /** For the message of this id, behind its text, in an element of class `has-tools`. */
  render(id: string, { edit, remove }: MessageWishes, t: Translate): TemplateResult | typeof nothing {
    if (!edit && !remove) return nothing
    const open = this.#open === id
    return html`<button class="tools-toggle" type="button" aria-label=${t('chat.change')} title=${t('chat.change')}
        aria-expanded=${open} @click=${() => (open ? this.#close() : this.#show(id, false))}
        @keydown=${this.#onKey}>${icon('more')}</button>
      ${open ? (this.#asks ? this.#question(remove!, t) : this.#choices(id, { edit, remove }, t)) : nothing}`
  }

  #choices(id: string, { edit, remove }: MessageWishes, t: Translate): TemplateResult {
    const choose = (act: () => void) => (): void => {
      this.#close()
      act()
    }
    return this.#line(
      t('chat.change'),
      html`${edit ? html`<button type="button" @click=${choose(edit)}>${t('chat.edit')}</button>` : nothing}
      ${remove ? html`<button class="danger" type="button" @click=${() => this.#show(id, true)}>${t('chat.delete')}</button>` : nothing}`,
    )
  }

  /** There is no way back, so it is asked first; the focus is on the harmless answer. */
  #question(remove: () => void, t: Translate): TemplateResult {
    const go = (): void => {
      this.#open = null
      this.#host.requestUpdate()
      this.#host.renderRoot.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true })
      remove()
    }
    return this.#line(
      t('chat.delete_ask'),
      html`<span>${t('chat.delete_ask')}</span>
      <button class="danger" type="button" @click=${go}>${t('chat.delete')}</button>
      <button class="first" type="button" @click=${() => this.#close()}>${t('chat.keep')}</button>`,
    )
  }

  #line(label: string, content: TemplateResult): TemplateResult {
    return html`<div class="tools" role="group" aria-label=${label} @keydown=${this.#onKey}
      @focusout=${this.#onLeave}>${content}</div>`
  }

  #show(id: string, asks: boolean): void {
    this.#open = id
    this.#asks = asks
    this.#host.requestUpdate()
    void this.#host.updateComplete.then(() => {
      const line = this.#host.renderRoot.querySelector('.tools')
      const first = line?.querySelector<HTMLElement>('.first') ?? line?.querySelector('button')
      first?.focus()
      line?.scrollIntoView({ block: 'nearest' })
    })
  }

  #close(): void {
    const toggle = this.#host.renderRoot.querySelector<HTMLElement>('.tools-toggle[aria-expanded="true"]')
    this.#open = null
    this.#host.requestUpdate()
    toggle?.focus({ preventScroll: true })
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || this.#open === null) return
    this.#close()
    // Escape closes the line only, not the panel around it.
    event.preventDefault()
    event.stopPropagation()
  }

  #onLeave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    const item = (currentTarget as HTMLElement).parentElement
    // A press that takes the focus nowhere is no leaving.
    if (!relatedTarget || item?.contains(relatedTarget as Node)) return
    this.#open = null
    this.#host.requestUpdate()
  }
}
