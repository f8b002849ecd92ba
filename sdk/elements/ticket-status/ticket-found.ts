// A ticket that was found: how far it is, what was said, and a box to reply in. Fetched while it is looked for.

import { html, nothing, type TemplateResult } from 'lit'
import type { UploadTarget } from '../../client/attachment-client.ts'
import type { Translator } from '../../locales/translator.ts'
import type { TicketStatus } from '../../protocol/ticket.ts'
import '../composer/composer.define.ts'
import type { SendEvent, TypingEvent } from '../composer/composer.events.ts'
import { icon } from '../icon/icon.ts'
import { copyButton } from '../panel/copy-button.ts'
import { panelHeader } from '../panel/panel-header.ts'
import type { Navigation } from '../provider/widget-context.ts'
import { progress, thread } from './ticket-progress.ts'

export interface TicketFound {
  tr: Translator
  navigation: Navigation | undefined
  ticket: TicketStatus
  /** A reply begun. */
  draft: string
  notSent: boolean
  /** What files of a reply are for. */
  target: () => UploadTarget
  onTyping: (event: TypingEvent) => void
  onReply: (event: SendEvent) => void
}

export function ticketFound(found: TicketFound): TemplateResult {
  const { tr, navigation, ticket } = found
  const { t } = tr
  const person = ticket.replies.findLast(({ actor }) => actor.kind === 'human')?.author
  return html`
    ${panelHeader({
      t,
      navigation,
      title: ticket.subject,
      subtitle: html`<span dir="ltr">${ticket.reference}</span>`,
      actions: copyButton(ticket.reference, t, 'icon'),
    })}
    <div class="body" tabindex="-1">
      ${progress(ticket, person, t)}
      ${thread(ticket, tr, (slug) => navigation?.open('article', { slug }))}
    </div>
    <div class="foot reply">
      <deskbell-composer .value=${found.draft} .target=${found.target} .placeholder=${person ? t('status.reply_to', { name: person }) : t('status.reply')}
        @deskbell-typing=${found.onTyping} @deskbell-send=${found.onReply}></deskbell-composer>
      ${found.notSent ? html`<p class="fault" role="alert">${icon('alert')}${t('status.reply_failed')}</p>` : nothing}
    </div>`
}
