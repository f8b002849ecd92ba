// Says when the line to the server is down, and only once that lasts: a blink is nobody's business.

import { html, nothing } from 'lit'
import type { ConnectionState } from '../../client/connection-state.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { bannerStyles } from './connection-banner.styles.ts'

const PATIENCE = 2000

/** Somebody wants to sign in again after the server ended the session. */
export class SignInAgainEvent extends Event {
  constructor() {
    super('deskbell-sign-in-again', { bubbles: true, composed: true })
  }
}

/** @event deskbell-sign-in-again - the session has ended and a new one is wanted. */
export class ConnectionBanner extends DeskElement {
  static override styles = [deskStyles, bannerStyles]

  #connection = this.watch((desk) => desk.client.connection)
  #timer: ReturnType<typeof setTimeout> | undefined

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override render() {
    return html`<div role="status">${this.desk && this.#connection.value ? this.#words(this.#connection.value) : nothing}</div>`
  }

  #words(connection: ConnectionState) {
    const { t } = this.desk!
    clearTimeout(this.#timer)
    if (connection.state === 'offline')
      return html`<p>${consoleIcon('alert')}<b>${t('connection.offline')}</b> <span>${t('connection.offline.detail')}</span></p>`
    if (connection.state === 'refused')
      return html`<p>${consoleIcon('alert')}<b>${t('connection.refused')}</b>
        <button class="button" type="button" @click=${() => this.dispatchEvent(new SignInAgainEvent())}
          >${t('connection.sign_in')}</button></p>`
    if (connection.state !== 'reconnecting') return nothing
    const left = PATIENCE - (Date.now() - connection.since)
    // More than there was: the clock was set back meanwhile.
    if (left <= 0 || left > PATIENCE)
      return html`<p>${consoleIcon('refresh')}<b>${t('connection.reconnecting')}</b> <span>${t('connection.reconnecting.detail')}</span></p>`
    this.#timer = setTimeout(() => this.requestUpdate(), left)
    return nothing
  }
}
