// What a reload would lose, said under the composer; and where the site asks before anything is stored, the visitor's
// own way to agree.

import { html, nothing, type TemplateResult } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import type { Translate } from '../../locales/messages.ts'

interface StorageLineOptions {
  t: Translate
  client: VisitorClient | undefined
  /** Something is written that no server has. */
  unsent: boolean
  /** There is a chat, though perhaps all of it is sent. */
  begun: boolean
}

/** The button stands beside the live region, so that it is not read out with it. */
export function storageLine({ t, client, unsent, begun }: StorageLineOptions): TemplateResult {
  const consent = client?.consent.get()
  const forgets = (unsent || begun) && (consent === 'asked' || consent === 'denied')
  const text = forgets
    ? t('chat.not_kept')
    : unsent && client?.durable.get() === false && t('chat.not_durable')
  return html`<div role="status">${text ? html`<p class="small notice unsaved">${text}</p>` : nothing}</div>
    ${
      forgets && consent === 'asked'
        ? html`<button class="small link keep" type="button"
            @click=${() => void client?.setConsent('granted')}>${t('chat.keep_here')}</button>`
        : nothing
    }`
}
