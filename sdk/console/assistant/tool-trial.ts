// <deskbell-tool-trial>: a tool asked as the AI agent would ask it, with an input somebody types and a customer nobody is.

import { html, nothing } from 'lit'
import type { ToolTest } from '../../protocol/tool.ts'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { partStyles } from './parts.styles.ts'
import { readJson, untilWords } from './tool-page.ts'

export class ToolTrial extends DeskElement {
  static override properties = {
    path: {},
    until: { attribute: false },
    test: { state: true },
    fault: { state: true },
  }
  static override styles = [deskStyles, controlStyles, partStyles]

  declare path: string
  /** The former secret signs too until then. */
  declare until: string | null
  protected declare test: ToolTest | null
  protected declare fault: string

  constructor() {
    super()
    this.until = null
    this.test = null
    this.fault = ''
  }

  async #try(text: string): Promise<void> {
    const { client, t } = this.desk!
    const input = readJson(text)
    this.test = null
    this.fault = typeof input === 'object' && input !== null ? '' : t('ai.tools.parameters.wrong')
    if (this.fault) return
    try {
      this.test = await client.rest<ToolTest>('POST', this.path, { body: { input }, patient: true })
    } catch (error) {
      this.fault = reasonOf(error, t)
    }
  }

  protected override render() {
    const { desk, test } = this
    if (!desk) return nothing
    const { t } = desk
    const facts = test && { status: test.status ?? '–', ms: test.milliseconds }
    return html`<form class="fields" @submit=${(event: Event) => {
      event.preventDefault()
      void this.#try(String(new FormData(event.target as HTMLFormElement).get('input')))
    }}>
      <label class="field"><span>${t('ai.tools.try.input')}</span><textarea class="input" name="input" rows="4" dir="ltr" spellcheck="false">{}</textarea></label>
      <div class="actions"><button class="button" type="submit">${t('ai.tools.try')}</button></div>
    </form>
    ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
    ${
      test && facts
        ? html`<p role="status" class=${test.ok ? 'good' : 'bad'}>${t(test.ok ? 'ai.tools.answered' : 'ai.tools.did_not', facts)}</p>
          <pre dir="ltr" tabindex="0" role="region" aria-label=${t('ai.tools.result')}>${test.result}</pre>`
        : nothing
    }
    <p class="muted">${untilWords(this.until, desk)}</p>`
  }
}
