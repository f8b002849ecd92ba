// The text of a composer in other words: asked of the copilot, put in its place, and taken back by one press.

import { html, nothing, type ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { mark } from '../../elements/mark/mark.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { ASSISTANT_MARK } from '../inbox/inbox-view.ts'
import type { ChooseEvent } from '../menu/console-menu.ts'

const TONES = ['shorter', 'friendlier', 'formal', 'grammar', 'translate'] as const
type Tone = (typeof TONES)[number]

export interface RewordedTextOptions {
  view: () => AgentConversationView | null
  text: () => string
  set: (text: string) => void
  focus: () => void
  t: () => ConsoleTranslate
}

export class RewordedText {
  busy = false
  /** What has just become of the text. */
  told = ''
  /** What stood there before. */
  #before: string | null = null
  readonly #host: ReactiveControllerHost
  readonly #options: RewordedTextOptions

  constructor(host: ReactiveControllerHost, options: RewordedTextOptions) {
    this.#host = host
    this.#options = options
  }

  /** Whoever writes on has accepted it. */
  forget(): void {
    this.#before = null
    this.told = ''
    this.#host.requestUpdate()
  }

  reset(): void {
    this.busy = false
    this.forget()
  }

  replace(text: string, told: 'composer.inserted' | 'composer.reworked'): void {
    const { text: now, set, t } = this.#options
    const before = now()
    set(text)
    this.#before = before
    this.told = t()(told)
    this.#host.requestUpdate()
  }

  menu() {
    const { t: words, text } = this.#options
    const t = words()
    const items = TONES.map((id) => ({ id, label: t(`tone.${id}`), apart: id === 'translate' }))
    return html`<deskbell-console-menu class="improve" place="above" .items=${items} .label=${t('composer.improve')}
      ?disabled=${this.busy || !text().trim()} @deskbell-choose=${(event: ChooseEvent) => void this.#reword(event.id as Tone)}
      >${mark(ASSISTANT_MARK, 18)}</deskbell-console-menu>`
  }

  undo() {
    if (this.#before === null) return nothing
    return html`<button class="button bare undo" type="button" @click=${this.#takeBack}>${this.#options.t()('composer.undo')}</button>`
  }

  #takeBack = (): void => {
    if (this.#before !== null) this.#options.set(this.#before)
    this.forget()
    this.#options.focus()
  }

  async #reword(tone: Tone): Promise<void> {
    const { view: open, text: now, t } = this.#options
    const view = open()
    const text = now()
    if (!view || this.busy || !text.trim()) return
    this.busy = true
    this.told = t()('composer.reworking')
    this.#host.requestUpdate()
    try {
      const { copilot } = view
      const reworded = await (tone === 'translate' ? copilot.translate(text) : copilot.rewrite(text, tone))
      // Somebody has moved on, or written on: what came is for a text that is gone.
      if (open() === view && now() === text) this.replace(reworded.text, 'composer.reworked')
      else if (open() === view) this.told = ''
    } catch (error) {
      if (open() === view) this.told = t()('composer.rework_failed', { reason: reasonOf(error, t()) })
    } finally {
      if (open() === view) this.busy = false
      this.#host.requestUpdate()
    }
  }
}
