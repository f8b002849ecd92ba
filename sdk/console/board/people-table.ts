// Who is in, with what load, what they owe next, how their day goes. Draws; says whose chats are to be shown.

import { html, nothing, type TemplateResult } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { Board } from '../../protocol/board.ts'
import { clockTime, daysAgo, duration } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'
import { dueWords } from './board-time.ts'

export type BoardAgent = Board['agents'][number]

const ORDER = { online: 0, away: 1, offline: 2 } as const

export interface PeopleTable {
  board: Board
  desk: Desk
  /** Whose chats are shown. */
  shown: string | null
  show: (agent: BoardAgent) => void
}

export function peopleTable({ board, desk, shown, show }: PeopleTable): TemplateResult {
  const { t } = desk
  const people = board.agents.toSorted((a, b) => ORDER[a.availability] - ORDER[b.availability])
  if (people.length === 0)
    return html`<section aria-labelledby="people-title"><h2 id="people-title">${t('board.people')}</h2>
      <div class="empty"><h3>${t('board.people.empty')}</h3><p>${t('board.people.empty.detail')}</p></div></section>`
  return html`<section aria-labelledby="people-title">
    <h2 id="people-title">${t('board.people')}</h2>
    <table class="people">
      <thead><tr>
        <th scope="col">${t('board.agent')}</th><th scope="col" class="state">${t('board.state')}</th>
        <th scope="col" class="team">${t('board.team')}</th><th scope="col">${t('board.chats')}</th>
        <th scope="col" class="end">${t('board.next_reply')}</th>
        <th scope="col" class="end first">${t('board.first_reply_short')}</th>
        <th scope="col" class="end rating">${t('board.rating_short')}</th>
      </tr></thead>
      <tbody>${people.map(
        (agent) =>
          html`${row(agent, desk, shown === agent.id, show)}${
            shown === agent.id
              ? html`<tr class="chats"><td colspan="7"><deskbell-board-chats .agent=${agent}></deskbell-board-chats></td></tr>`
              : nothing
          }`,
      )}</tbody>
    </table>
  </section>`
}

function row(
  agent: BoardAgent,
  desk: Desk,
  expanded: boolean,
  show: (agent: BoardAgent) => void,
): TemplateResult {
  const { t, locale } = desk
  const { availability, since, open_chats, capacity, name } = agent
  const there = availability === 'online'
  const next = agent.next_due_at ? dueWords(agent.next_due_at, desk.now(), t, 'board.in') : null
  const state = t(`availability.${availability}`)
  const when = since && !there && daysAgo(since, desk.now()) === 0 ? clockTime(since, locale) : null
  return html`<tr class=${there ? '' : 'gone'}>
    <th scope="row"><button class="link who" type="button" aria-expanded=${expanded}
        @click=${() => show(agent)}><span class="face">${mark({ kind: 'human', id: agent.id, name }, 24)}<span class="presence ${availability}"></span></span
        ><bdi class="cut">${name}</bdi><span class="hidden-text">${t('board.show_chats')}</span></button></th>
    <td class="state muted">${when ? t('board.state.since', { state, time: when }) : state}</td>
    <td class="team muted"><bdi>${agent.departments.map((each) => each.name).join(', ')}</bdi></td>
    <td>${there || open_chats > 0 ? load(open_chats, capacity, t) : nothing}</td>
    <td class="end tabular ${next?.state ?? ''}">${next?.text ?? ''}</td>
    <td class="end tabular muted first">${agent.first_reply_median_seconds === null ? '' : duration(agent.first_reply_median_seconds, t)}</td>
    <td class="end tabular muted rating">${
      agent.rating_average === null ? '' : numberFormat(locale, 1).format(agent.rating_average)
    }</td>
  </tr>`
}

/** Places as small bars, as long as they can be told apart; the words say the same. */
export function load(open: number, capacity: number, t: Desk['t']): TemplateResult {
  const full = open >= capacity
  return html`<span class="load"><span class="places" aria-hidden="true">${
    capacity <= 12
      ? Array.from({ length: capacity }, (_, place) => html`<i class=${place < open ? 'taken' : ''}></i>`)
      : nothing
  }</span><span class="tabular ${full ? 'full' : 'muted'}">${t(full ? 'board.load.full' : 'board.load', { open, capacity })}</span></span>`
}
