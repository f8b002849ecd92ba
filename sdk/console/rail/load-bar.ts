// How many chats somebody has of what they can have: in numbers, and as squares.

import { html } from 'lit'
import type { Agent } from '../../protocol/agent.ts'
import type { ConsoleTranslate } from '../desk.context.ts'

/** More squares than that say nothing any more. */
const SQUARES = 10

export function loadBar({ availability, capacity }: Agent, open: number, t: ConsoleTranslate) {
  if (availability !== 'online' || !capacity)
    return html`<span class="state cut">${t(`availability.${availability}`)}</span>`
  const squares = Math.min(capacity, SQUARES)
  const full = Math.min(squares, Math.round((open / capacity) * squares))
  return html`<span class="state"><span class="cut tabular">${t('rail.capacity', { open, capacity })}</span>
    <span class="load" aria-hidden="true">${Array.from({ length: squares }, (_, at) => html`<i class=${at < full ? 'full' : ''}></i>`)}</span></span>`
}
