// How it went, from 1 to 5, with a comment. Its owner sends it.

import { html, LitElement, nothing, type TemplateResult } from 'lit'
import type { Rating } from '../../protocol/conversation.ts'
import { icon } from '../icon/icon.ts'
import { formStyles } from '../panel/form.styles.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { RateEvent, type Score } from './rating.events.ts'
import { ratingStyles } from './rating.styles.ts'

const SCORES: readonly Score[] = [1, 2, 3, 4, 5]

/** @event deskbell-rate - a rating to send */
export class DeskbellRating extends LitElement {
  static override properties = {
    given: { attribute: false },
    phase: {},
    score: { state: true },
  }
  static override styles = [...panelStyles, formStyles, ratingStyles]

  /** The rating the conversation has; then this says thanks. */
  declare given: Pick<Rating, 'score'> | null
  declare phase: 'asking' | 'sending' | 'failed'
  declare score: Score | null

  #widget = consumeWidget(this)

  constructor() {
    super()
    this.given = null
    this.phase = 'asking'
    this.score = null
  }

  protected override render(): TemplateResult {
    const { t, number } = this.#widget.tr
    if (this.given)
      return html`<div class="thanks" role="status">${icon('check')}<span>${t('rating.thanks', { n: this.given.score })}</span></div>`
    const ask = t(this.score === 5 ? 'rating.comment' : 'rating.better')
    return html`<form @submit=${this.#submit}>
      <fieldset>
        <legend>${t('rating.ask')}</legend>
        ${SCORES.map(
          (
            score,
          ) => html`<label><input type="radio" name="score" required .value=${String(score)} .checked=${this.score === score}
            aria-label=${t('rating.score', { n: score })} @change=${() => this.#choose(score)}><span aria-hidden="true">${number(score)}</span></label>`,
        )}
        <div class="ends" aria-hidden="true"><span>${t('rating.poor')}</span><span>${t('rating.great')}</span></div>
      </fieldset>
      <textarea class="input" name="comment" maxlength="1000" rows="2" aria-label=${ask} placeholder=${ask}></textarea>
      ${this.phase === 'failed' ? html`<div class="fault" role="alert">${icon('alert')}${t('rating.failed')}</div>` : nothing}
      <button class="button solid" type="submit">${t('rating.send')}</button>
    </form>`
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
