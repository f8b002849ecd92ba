// "We have it.": the reference to keep, who will answer, and what can be done meanwhile.

import { html, nothing, type TemplateResult } from 'lit'
import type { Translator } from '../../locales/translator.ts'
import type { ArticleHit } from '../../protocol/help-article.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import type { TicketCreated } from '../../protocol/ticket.ts'
import { type IconName, icon } from '../icon/icon.ts'
import { copyButton } from '../panel/copy-button.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { personRow } from '../panel/person-row.ts'
import type { Navigation } from '../provider/widget-context.ts'

export interface TicketSent {
  tr: Translator
  navigation: Navigation | undefined
  config: WidgetConfig | null
  ticket: TicketCreated
  email: string
  article: ArticleHit | undefined
}

/** Only names the server gave; no promise of a time, and none of an e-mail that nobody sends. */
function whoAnswers({ people, department }: TicketCreated, { t }: Translator): string {
  const [a, b] = people
  const names = a && b ? t('ticket.who_or', { a, b }) : (a ?? t('ticket.somebody'))
  const who = department ? t('ticket.who_from', { who: names, team: department }) : names
  return t('ticket.who', { who })
}

export function ticketSent({ tr, navigation, config, ticket, email, article }: TicketSent): TemplateResult {
  const { t } = tr
  const { reference } = ticket
  const row = (sign: IconName, title: string, open: () => void): TemplateResult =>
    html`<li><button class="row" type="button" @click=${open}>${icon(sign)}
      <span class="row-text row-title"><bdi>${title}</bdi></span>${icon('chevron')}</button></li>`
  return html`
    ${panelHeader({ t, navigation, title: t('ticket.sent_title') })}
    <div class="body sent" tabindex="-1">
      <h2 class="big">${t('ticket.have_it')}</h2>
      <p>${whoAnswers(ticket, tr)}</p>
      <p class="field-label" id="reference-label">${t('ticket.reference')}</p>
      <div class="reference"><output aria-labelledby="reference-label" dir="ltr">${reference}</output>
        ${copyButton(reference, t, 'text')}</div>
      <p class="small">${t('ticket.keep')}</p>
      <ul class="rows steps">
        ${row('document', t('ticket.see'), () => navigation?.open('status', { reference, email }))}
        ${article ? row('book', article.title, () => navigation?.open('article', { slug: article.slug })) : nothing}
        ${row('chat', t('ticket.chat'), () => navigation?.open('chat', { conversationId: null }))}
      </ul>
    </div>
    ${personRow({ config, tr, navigation })}`
}
