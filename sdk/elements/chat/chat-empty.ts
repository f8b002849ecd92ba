// The chat before its first message: what to expect, and what others often ask, ready to be asked.

import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../../locales/messages.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import { icon } from '../icon/icon.ts'
import { mark } from '../mark/mark.ts'
import type { ViewParams } from '../provider/widget-context.ts'

export interface ChatEmpty {
  t: Translate
  config: WidgetConfig | null
  wantsPerson: boolean
  /** The customer has other chats, so this is a new one, not the first. */
  hasOthers: boolean
  /** What the site said by itself, and the customer is about to answer. */
  said: ViewParams['chat']['proactive']
  onAsk: (question: string) => void
}

export function chatEmpty({ t, config, wantsPerson, hasOthers, said, onAsk }: ChatEmpty): TemplateResult {
  if (said) {
    const name = config?.site.name ?? ''
    return html`<div class="body"><p class="said">${mark({ kind: 'bot', id: null, name }, 24)}<b>${name}</b></p>
      <p>${said.text}</p></div>`
  }
  const toPerson = wantsPerson || config?.assistant === null
  const questions = toPerson ? [] : (config?.popular.slice(0, 3) ?? [])
  return html`<div class="body empty">
    <h2 class="big">${t(hasOthers ? 'chat.new_chat' : 'chat.empty')}</h2>
    <p>${t(toPerson ? 'chat.empty_person' : 'chat.empty_more')}</p>
    ${
      questions.length > 0
        ? html`<div class="rows">${questions.map(
            ({ title }) => html`<button class="row" type="button" @click=${() => onAsk(title)}>
              <span class="row-text"><bdi>${title}</bdi></span>${icon('chevron')}</button>`,
          )}</div>`
        : nothing
    }
  </div>`
}
