// The first administrator came in by a one-time link and now chooses the password for the next time.

import { html, nothing } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { signInStyles } from './sign-in.styles.ts'

/** The protocol's own; the server has the last word. */
const SHORTEST = 12

export class ChoosePassword extends DeskElement {
  static override properties = {
    busy: { state: true },
    problem: { state: true },
    shown: { state: true },
  }
  static override styles = [deskStyles, signInStyles]

  declare busy: boolean
  declare problem: string
  declare shown: boolean

  #me = this.watch((desk) => desk.client.me)

  constructor() {
    super()
    this.busy = false
    this.problem = ''
    this.shown = false
  }

  protected override render() {
    const me = this.#me.value?.agent
    if (!this.desk || !me) return nothing
    const { t } = this.desk
    return html`<main>
      <span class="bell">${consoleIcon('bell')}</span>
      <h1>${t('password.title')}</h1>
      <p class="muted">${me.email ? t('password.detail', { email: me.email }) : t('password.detail_first')}</p>
      <form novalidate @submit=${this.#submit}>
        ${
          me.email
            ? html`<input class="hidden-text" type="text" autocomplete="username" tabindex="-1" aria-hidden="true" .value=${me.email} readonly />`
            : html`<div class="field">
                <label for="email">${t('signin.email')}</label>
                <input id="email" name="email" type="email" autocomplete="username" required />
              </div>`
        }
        <div class="field">
          <label for="password">${t('password.new')}</label>
          <input id="password" name="password" type=${this.shown ? 'text' : 'password'} autocomplete="new-password" required
            spellcheck="false" autocapitalize="none" aria-invalid=${this.problem !== ''} aria-describedby="hint fault"
            @input=${() => {
              this.problem = ''
            }} />
          <p class="muted" id="hint">${t('password.hint')}</p>
          <p class="fault" id="fault" role="alert">${this.problem ? html`${consoleIcon('alert')}<span>${this.problem}</span>` : nothing}</p>
        </div>
        <label class="check"><input type="checkbox" .checked=${this.shown}
          @change=${(event: Event) => {
            this.shown = (event.target as HTMLInputElement).checked
          }} />${t('password.show')}</label>
        <button class="button solid" type="submit" ?disabled=${this.busy}>${t('password.submit')}</button>
      </form>
    </main>`
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const { t, client } = this.desk!
    const input = this.renderRoot.querySelector<HTMLInputElement>('#password')!
    const missing = SHORTEST - input.value.length
    if (missing > 0) {
      this.problem = t('password.short', { missing })
      input.focus()
      return
    }
    this.busy = true
    try {
      const email = this.renderRoot.querySelector<HTMLInputElement>('#email')?.value.trim()
      await client.setPassword(input.value, email)
    } catch (error) {
      this.problem = reasonOf(error, t)
    } finally {
      this.busy = false
    }
  }
}
