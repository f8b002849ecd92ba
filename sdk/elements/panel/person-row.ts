// The way to a person at the foot of a ticket's views, while somebody is in. Its look is in form.styles.ts.

import { html, nothing, type TemplateResult } from 'lit'
import { icon } from '../icon/icon.ts'
import type { WidgetScope } from '../provider/widget-context.ts'

export function personRow({
  config,
  tr,
  navigation,
}: Pick<WidgetScope, 'config' | 'tr' | 'navigation'>): TemplateResult | typeof nothing {
  if (!config?.availability.available) return nothing
  const wait = config.availability.estimated_wait_seconds
  return html`<div class="foot ask-person"><button class="row" type="button"
    @click=${() => navigation?.open('chat', { conversationId: null, want: 'person' })}>
    ${icon('person')}<span class="row-text row-title">${tr.t('chat.person')}</span>
    ${wait ? html`<span class="small">${tr.wait(wait)}</span>` : nothing}</button></div>`
}
