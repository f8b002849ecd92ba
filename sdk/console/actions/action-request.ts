// What the AI agent would do and the team has to allow: what will happen, with what, and yes or no. The customer sees
// nothing of it.

import { css, html, nothing } from 'lit'
import type { ApiError } from '../../client/api-error.ts'
import { inputRows, openActions, type RequestedAction } from '../../elements/action-card/open-actions.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'

const styles = css`
  section { display: grid; gap: 4px; margin: 8px 24px 12px; padding: 12px 16px; border: 1px dashed var(--db-line-2); border-radius: 12px }
  h3 { font-weight: 600; overflow-wrap: anywhere }
  dl { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: 4px 12px; padding-block: 4px }
  dt { color: var(--db-muted); overflow-wrap: anywhere }
  dd { min-inline-size: 0; overflow-wrap: anywhere; font-weight: 500 }
  .buttons { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding-block-start: 4px }
  .fault { display: flex; align-items: center; gap: 8px; color: var(--db-danger) }
`

export class ActionRequest extends DeskElement {
  static override properties = {
    events: { attribute: false },
    decide: { attribute: false },
    sending: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, styles]

  /** The conversation's log. */
  declare events: readonly LogEvent[]
  declare decide: (actionId: string, approve: boolean) => Promise<void>
  declare sending: string | null
  declare fault: 'late' | 'failed' | null

  constructor() {
    super()
    this.events = []
    this.decide = async () => {}
    this.sending = null
    this.fault = null
  }

  protected override render() {
    if (!this.desk) return nothing
    return openActions(this.events, this.desk.now(), 'agent').map((action) => this.#card(action))
  }

  #card(action: RequestedAction) {
    const { t } = this.desk!
    const { id, data } = action
    const waits = this.sending !== null
    return html`<section role="group" aria-labelledby="title-${id}">
      <p class="muted">${t('action.ask')}</p>
      <h3 id="title-${id}" dir="auto">${data.title}</h3>
      ${data.explanation ? html`<p dir="auto">${data.explanation}</p>` : nothing}
      <dl>${inputRows(action).map(([label, value]) => html`<dt dir="auto">${label}</dt><dd><bdi>${value}</bdi></dd>`)}</dl>
      <div class="buttons">
        <button class="button solid" type="button" aria-disabled=${waits} @click=${() => this.#answer(id, true)}>${t('action.approve')}</button>
        <button class="button" type="button" aria-disabled=${waits} @click=${() => this.#answer(id, false)}>${t('action.decline')}</button>
      </div>
      ${
        this.fault
          ? html`<p class="fault" role="alert">${consoleIcon('alert')}${t(this.fault === 'late' ? 'action.late' : 'action.failed')}</p>`
          : nothing
      }
    </section>`
  }

  async #answer(id: string, approve: boolean): Promise<void> {
    if (this.sending) return
    this.sending = id
    this.fault = null
    try {
      await this.decide(id, approve)
    } catch (error) {
      const { code } = error as Partial<ApiError>
      // A colleague was faster: the log says how it was decided.
      if (code !== 'action-decided') this.fault = code === 'action-expired' ? 'late' : 'failed'
    }
    this.sending = null
  }
}
