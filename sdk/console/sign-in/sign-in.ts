// How an agent gets in with e-mail and password, also after a link that no longer works or a session that ended.

import { html, nothing } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { en } from '../locales/console-en.ts'
import { signInStyles } from './sign-in.styles.ts'

export class SignIn extends DeskElement {
  static override properties = {
    reason: {},
    busy: { state: true },
    problem: { state: true },
    missing: { state: true },
  }
  static override styles = [deskStyles, signInStyles]

  /** Why one is here, if there is something to say about it. */
  declare reason: 'link-used' | 'ended' | null
  declare busy: boolean
  declare problem: string
  declare missing: { email: boolean; password: boolean }

  #begun = false

  constructor() {
    super()
    this.reason = null
    this.busy = false
    this.problem = ''
    this.missing = { email: false, password: false }
  }

  /** There is nothing else to do here than to begin. */
  protected override updated(): void {
    const field = this.#begun ? null : this.renderRoot.querySelector<HTMLInputElement>('#email')
    if (!field) return
    this.#begun = true
    if (document.activeElement === document.body) field.focus()
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    return html`<main>
      <span class="bell">${consoleIcon('bell')}</span>
      <h1>${t('signin.title')}</h1>
      ${
        this.reason === 'link-used'
          ? html`<div class="told" role="alert"><b>${t('link.title')}</b><p>${t('link.detail')}</p></div>`
          : nothing
      }
      ${this.reason === 'ended' ? html`<div class="told" role="status"><p>${t('signin.ended')}</p></div>` : nothing}
      <form novalidate @submit=${this.#submit}>
        ${this.#field('email', 'email', 'username')} ${this.#field('password', 'password', 'current-password')}
        <p class="fault" role="alert">${this.problem ? html`${consoleIcon('alert')}<span>${this.problem}</span>` : nothing}</p>
        <button class="button solid" type="submit" ?disabled=${this.busy}>${t(this.busy ? 'signin.submitting' : 'signin.submit')}</button>
      </form>
    </main>`
  }

  #field(name: 'email' | 'password', type: string, autocomplete: 'username' | 'current-password') {
    const { t } = this.desk!
    const missing = this.missing[name]
    return html`<div class="field">
      <label for=${name}>${t(`signin.${name}`)}</label>
      <input id=${name} name=${name} type=${type} autocomplete=${autocomplete} required spellcheck="false"
        autocapitalize="none" aria-invalid=${missing} aria-describedby=${missing ? `${name}-fault` : nothing}
        @input=${() => this.#clear(name)} />
      ${missing ? html`<p class="fault" id="${name}-fault">${t(`signin.${name}.missing`)}</p>` : nothing}
    </div>`
  }

  #clear(name: 'email' | 'password'): void {
    if (this.missing[name]) this.missing = { ...this.missing, [name]: false }
    this.problem = ''
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (this.busy) return
    const data = new FormData(event.target as HTMLFormElement)
    const email = String(data.get('email')).trim()
    const password = String(data.get('password'))
    this.missing = { email: !email, password: !password }
    this.problem = ''
    if (!email || !password) {
      await this.updateComplete
      this.renderRoot.querySelector<HTMLElement>(email ? '#password' : '#email')?.focus()
      return
    }
    this.busy = true
    try {
      await this.desk!.client.login(email, password)
    } catch (error) {
      this.problem = this.#words(error)
    } finally {
      this.busy = false
    }
  }

  #words(error: unknown): string {
    const { t } = this.desk!
    if (!(error instanceof ApiError)) return String(error)
    if (error.code === 'quota-exceeded')
      return t('signin.too_many', { seconds: Math.ceil(error.problem?.retry_after ?? 60) })
    const known: Partial<Record<ApiError['code'], keyof typeof en>> = {
      'login-failed': 'signin.failed',
      network: 'signin.unreachable',
      timeout: 'signin.unreachable',
    }
    const key = known[error.code]
    return key ? t(key) : (error.problem?.detail ?? error.message)
  }
}
