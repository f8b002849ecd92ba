// How it went, from 1 to 5, with a comment. Its owner sends it.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Rating } from '../../protocol/conversation.ts'
import { icon } from '../icon/icon.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { RateEvent, type Score, TranscriptEvent } from './rating.events.ts'
import { ratingStyles } from './rating.styles.ts'

const SCORES: readonly Score[] = [1, 2, 3, 4, 5]

/**
 * @event deskbell-rate - a rating to send
 * @event deskbell-transcript - the transcript is wanted
 */
export class DeskbellRating extends LitElement {
  static override properties = {
    given: { attribute: false },
    phase: {},
    score: { state: true },
    again: { state: true },
  }
  static override styles = [...panelStyles, formStyles, ratingStyles]

  /** The rating the conversation has; then this says thanks. */
  declare given: Pick<Rating, 'score' | 'comment'> | null
  declare phase: 'asking' | 'sending' | 'failed'
  declare score: Score | null
  /** Another mind about a rating that was given. */
  protected declare again: boolean

  #widget = consumeWidget(this)
  #held = false

  constructor() {
    super()
    this.given = null
    this.phase = 'asking'
    this.score = null
    this.again = false
  }

  protected override render(): TemplateResult {
    const { config, tr } = this.#widget
    const { t, number } = tr
    if (this.given && !this.again)
      return html`<div class="thanks" role="status">${icon('check')}<span>${t('rating.thanks', { n: this.given.score })}</span>
        <button class="link" type="button" @click=${this.#rethink}>${t('ticket.change')}</button></div>`
    const ask = t(this.score === 5 ? 'rating.comment' : 'rating.better')
    return html`<form @submit=${this.#submit}>
      <fieldset>
        <legend>${t('rating.ask')}</legend>
        ${SCORES.map(
          (
            score,
          ) => html`<label><input type="radio" name="score" required .value=${String(score)} .checked=${this.score === score}
            aria-label=${this.#nameOf(score)} @change=${() => this.#choose(score)}><span aria-hidden="true">${number(score)}</span></label>`,
        )}
        <div class="ends" aria-hidden="true"><span>${t('rating.poor')}</span><span>${t('rating.great')}</span></div>
      </fieldset>
      <textarea class="input" name="comment" maxlength="1000" rows="2" aria-label=${ask} placeholder=${ask} .value=${this.again ? (this.given?.comment ?? '') : ''}></textarea>
      ${this.phase === 'failed' ? html`<div class="fault" role="alert">${icon('alert')}${t('rating.failed')}</div>` : nothing}
      <div class="buttons"><button class="button solid" type="submit">${t('rating.send')}</button>
      ${
        config?.settings?.chat?.transcript === false
          ? nothing
          : html`<button class="button" type="button" @click=${() => this.dispatchEvent(new TranscriptEvent())}>${t('chat.transcript')}</button>`
      }</div>
    </form>`
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#held = this.matches(':focus-within')
    if (changed.get('phase') === 'sending' && this.phase === 'asking') this.again = false
  }

  /** The button that was pressed is gone with its form: the focus stays here. */
  protected override updated(): void {
    if (this.#held && !this.matches(':focus-within'))
      this.renderRoot.querySelector<HTMLElement>('.link')?.focus()
  }

  #rethink = async (): Promise<void> => {
    this.score = (this.given?.score ?? null) as Score | null
    this.again = true
    await this.updateComplete
    this.renderRoot.querySelector<HTMLElement>('input:checked')?.focus()
  }

  /** The ends say what they mean, which the eye reads below them. */
  #nameOf(score: Score): string {
    const { t } = this.#widget.tr
    const end = score === 1 ? t('rating.poor') : score === 5 ? t('rating.great') : ''
    return [t('rating.score', { n: score }), end].filter(Boolean).join(', ')
  }

  #choose(score: Score): void {
    this.score = score
  }

  #submit = (event: SubmitEvent): void => {
    event.preventDefault()
    if (!this.score || this.phase === 'sending') return
    const comment = this.renderRoot.querySelector('textarea')!.value.trim()
    this.dispatchEvent(new RateEvent(this.score, comment))
  }
}
