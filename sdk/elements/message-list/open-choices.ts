// What a customer may answer with one tap: of the last message alone, and only until somebody writes after it.

import { html, nothing, type TemplateResult } from 'lit'
import { foldMessages } from '../../client/folded-messages.ts'
import type { Translate } from '../../locales/messages.ts'
import type { Choice } from '../../protocol/site-settings.ts'
import { icon } from '../icon/icon.ts'
import type { State } from './message-rows.ts'

export function openChoices({ conversation, events, pending, answer }: State): readonly Choice[] {
  const ended = conversation?.status === 'resolved' || conversation?.status === 'closed'
  if (ended || answer || pending.length > 0) return []
  const last = foldMessages(events).findLast(({ type }) => type === 'message.created')
  return last?.type === 'message.created' && last.actor.kind !== 'contact' ? (last.data.choices ?? []) : []
}

/** @param onChoose gets what is to be sent */
export function choiceButtons(
  choices: readonly Choice[],
  t: Translate,
  onChoose: (body: string) => void,
): TemplateResult | typeof nothing {
  if (choices.length === 0) return nothing
  return html`<div class="choices" role="group" aria-label=${t('chat.choices')}>${choices.map(
    ({ label, value, url }) =>
      // The server takes no other addresses; what it once took must not run as a script either.
      url && /^https?:/i.test(url)
        ? html`<a class="button" href=${url} target="_blank" rel="noopener">${label}${icon('external')}</a>`
        : html`<button class="button" type="button" @click=${() => onChoose(value ?? label)}>${label}</button>`,
  )}</div>`
}
