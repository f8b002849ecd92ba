// Who solved it, hour by hour: the AI agent outlined, people filled; for those who cannot see it, as a table.

import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Board } from '../../protocol/board.ts'
import { clockTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'

const WIDTH = 324
const HEIGHT = 160
const TOP = 18
const FLOOR = 132
const HOURS = 12
const HOUR_MS = 3_600_000

type Hour = Board['solved'][number]

/** The last twelve hours, those without anything among them. */
export function lastHours(solved: readonly Hour[], now: string): Hour[] {
  const counted = new Map(solved.map((hour) => [Date.parse(hour.at), hour]))
  const end = Math.floor(Date.parse(now) / HOUR_MS) * HOUR_MS
  return Array.from({ length: HOURS }, (_, index) => {
    const at = end - (HOURS - 1 - index) * HOUR_MS
    return counted.get(at) ?? { at: new Date(at).toISOString(), person: 0, assistant: 0 }
  })
}

/** A round number for the line across. */
const roundOf = (most: number): number => {
  const step = 10 ** Math.floor(Math.log10(Math.max(1, most)))
  return [5, 2, 1].map((n) => n * step).find((n) => n <= most) ?? 1
}

export function solvedBars(board: Board, { t, locale }: Pick<Desk, 't' | 'locale'>): TemplateResult {
  const hours = lastHours(board.solved, board.at)
  const most = Math.max(...hours.map(({ person, assistant }) => person + assistant))
  return html`<section class="plot" aria-labelledby="solved-title">
    <h2 id="solved-title">${t('board.solved')}</h2>
    <p class="legend muted"><span><i class="filled"></i>${t('board.solved.person')}</span>
      <span><i class="outlined"></i>${t('board.solved.ai')}</span></p>
    ${most === 0 ? html`<p class="muted">${t('board.solved.empty')}</p>` : drawing(hours, most, t, locale)}
    ${
      most === 0
        ? nothing
        : html`<table class="hidden-text"><caption>${t('board.solved')}</caption>
      <thead><tr><th scope="col">${t('board.time')}</th><th scope="col">${t('board.solved.person')}</th><th scope="col">${t('board.solved.ai')}</th></tr></thead>
      <tbody>${hours.map(
        ({ at, person, assistant }) =>
          html`<tr><th scope="row">${clockTime(at, locale)}</th><td>${person}</td><td>${assistant}</td></tr>`,
      )}</tbody></table>`
    }
  </section>`
}

function drawing(hours: readonly Hour[], most: number, t: Desk['t'], locale: string): TemplateResult {
  const unit = (FLOOR - TOP) / most
  const step = WIDTH / HOURS
  const width = Math.round(step * 0.66)
  const scale = roundOf(most)
  return html`<svg class="drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <line class="scale" x1="0" x2=${WIDTH} y1=${FLOOR - scale * unit} y2=${FLOOR - scale * unit}></line>
    <text x="0" y=${Math.max(10, FLOOR - scale * unit - 5)}>${t('board.solved.scale', { n: scale })}</text>
    ${hours.map(({ at, person, assistant }, index) => {
      const x = index * step + (step - width) / 2
      const low = assistant * unit
      const high = person * unit
      const gap = assistant > 0 && person > 0 ? 2 : 0
      return svg`
        ${assistant > 0 ? svg`<rect class="outlined" x=${x + 0.5} y=${FLOOR - low + 0.5} width=${width - 1} height=${Math.max(1, low - 1)} rx="2"></rect>` : nothing}
        ${person > 0 ? svg`<rect class="filled" x=${x} y=${FLOOR - low - high} width=${width} height=${Math.max(1, high - gap)} rx="2"></rect>` : nothing}
        ${(HOURS - 1 - index) % 3 === 0 ? svg`<text x=${x + width / 2} y=${FLOOR + 18} text-anchor="middle">${clockTime(at, locale)}</text>` : nothing}`
    })}
    <line class="axis" x1="0" x2=${WIDTH} y1=${FLOOR + 0.5} y2=${FLOOR + 0.5}></line>
  </svg>`
}
