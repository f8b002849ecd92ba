// Who waits for a person, the longest wait first, with what can be done about it. Draws; says what was chosen.

import { html, nothing, type TemplateResult } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { Board } from '../../protocol/board.ts'
import { duration } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { dueWords } from './board-time.ts'

export type WaitingChat = Board['waiting']['conversations'][number]

export interface WaitingTable {
  board: Board
  desk: Desk
  /** Chats being assigned together; null while none are. */
  chosen: ReadonlySet<string> | null
  busy: string | null
  open: (chat: WaitingChat) => void
  take: (chat: WaitingChat) => void
  assign: (chat: WaitingChat, anchor: Element) => void
  choose: (chat: WaitingChat, on: boolean) => void
}

export const chatName = (chat: Pick<WaitingChat, 'contact'>, { t }: Pick<Desk, 't'>): string =>
  chat.contact.name || t('customer.unnamed')

export function waitingTable(table: WaitingTable): TemplateResult {
  const { board, desk } = table
  const { t } = desk
  const { conversations, count } = board.waiting
  if (conversations.length === 0)
    return html`<section aria-labelledby="waiting-title"><h2 id="waiting-title">${t('board.waiting_now')}</h2>
      <div class="empty"><h3>${t('board.waiting_now.empty')}</h3><p>${t('board.waiting_now.empty.detail')}</p></div></section>`
  return html`<section aria-labelledby="waiting-title">
    <h2 id="waiting-title">${t('board.waiting_now')}</h2>
    <table class="waiting">
      <thead><tr>
        <th scope="col">${t('board.customer')}</th><th scope="col">${t('board.about')}</th>
        <th scope="col" class="team">${t('board.team')}</th><th scope="col" class="why">${t('board.why')}</th>
        <th scope="col" class="end">${t('board.waited')}</th>
        <th scope="col"><span class="hidden-text">${t('board.do')}</span></th>
      </tr></thead>
      <tbody>${conversations.map((chat, index) => row(chat, index, table))}</tbody>
    </table>
    ${count > conversations.length ? html`<p class="muted more">${t('board.waiting_now.more', { n: count - conversations.length })}</p>` : nothing}
  </section>`
}

function row(chat: WaitingChat, index: number, table: WaitingTable): TemplateResult {
  const { desk, board, chosen, busy } = table
  const { t } = desk
  const now = desk.now()
  const name = chatName(chat, desk)
  const waited = (now - Date.parse(chat.waiting_since)) / 1000
  const due = chat.due_at ? dueWords(chat.due_at, now, t) : null
  const late = due
    ? due.state === 'late'
    : waited > (board.waiting.target_seconds ?? Number.POSITIVE_INFINITY)
  return html`<tr>
    <th scope="row"><span class="who">${
      chosen
        ? html`<label class="choose"><input type="checkbox" .checked=${chosen.has(chat.id)}
            @change=${(event: Event) => table.choose(chat, (event.target as HTMLInputElement).checked)}
            ><span class="hidden-text">${t('board.choose_row', { name })}</span></label>`
        : nothing
    }${mark({ kind: 'contact', id: chat.contact.id, name }, 24)}<bdi class="cut">${name}</bdi></span></th>
    <td class="about"><button class="link cut" type="button" dir="auto" aria-label=${`${t('board.open_of', { name })}: ${chat.subject || chat.preview}`}
      @click=${() => table.open(chat)}>${chat.subject || chat.preview}</button></td>
    <td class="team muted"><bdi>${chat.department?.name ?? ''}</bdi></td>
    <td class="why muted">${chat.reason ? t(`board.reason.${chat.reason}`) : ''}</td>
    <td class="end tabular ${late ? 'late' : ''}"><span>${duration(waited, t)}</span>${due ? html`<small>${due.text}</small>` : nothing}</td>
    <td class="doing"><span>
      <button class="button ${index === 0 && !chosen ? 'solid' : ''}" type="button" aria-disabled=${busy === chat.id}
        aria-label=${t('board.take_of', { name })} @click=${() => table.take(chat)}>${t('board.take')}</button>
      <button class="button" type="button" aria-disabled=${busy === chat.id} aria-label=${t('board.assign_of', { name })}
        @click=${(event: Event) => table.assign(chat, event.currentTarget as Element)}>${t('board.assign')}</button>
    </span></td>
  </tr>`
}
