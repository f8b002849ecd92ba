// The longest wait of the last two hours as a line, with the target dashed; for those who cannot see it, as a table.

import { html, nothing, svg, type TemplateResult } from 'lit'
import type { Board } from '../../protocol/board.ts'
import { clockTime, duration } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'

const WIDTH = 324
const HEIGHT = 148
const TOP = 24
const FLOOR = 120
const LAST = WIDTH - 6

export type WaitPoint = Board['longest_wait'][number]

/** Since when the line has been above the target without a break; null when it is not. */
export function overSince(points: readonly WaitPoint[], target: number | null): string | null {
  if (target === null) return null
  let since: string | null = null
  for (const { at, seconds } of points) since = seconds > target ? (since ?? at) : null
  return since
}

export function waitPlot(board: Board, { t, locale }: Pick<Desk, 't' | 'locale'>): TemplateResult {
  const points = board.longest_wait
  const target = board.waiting.target_seconds
  const since = overSince(points, target)
  const told =
    points.length < 3
      ? t('board.longest_wait.unmeasured')
      : since
        ? t('board.longest_wait.since', { time: clockTime(since, locale) })
        : target === null
          ? ''
          : t('board.longest_wait.within')
  return html`<section class="plot" aria-labelledby="wait-title">
    <h2 id="wait-title">${t('board.longest_wait')}</h2>
    <p class="muted">${told}</p>
    ${drawing(points, target, t, locale)}
    <table class="hidden-text"><caption>${t('board.longest_wait.table')}</caption>
      <thead><tr><th scope="col">${t('board.time')}</th><th scope="col">${t('board.wait')}</th></tr></thead>
      <tbody>${points.map(
        ({ at, seconds }) =>
          html`<tr><th scope="row">${clockTime(at, locale)}</th><td>${duration(seconds, t)}</td></tr>`,
      )}</tbody></table>
  </section>`
}

function drawing(
  measured: readonly WaitPoint[],
  target: number | null,
  t: Desk['t'],
  locale: string,
): TemplateResult | typeof nothing {
  const last = measured.at(-1)
  if (!last) return nothing
  const end = Date.parse(last.at)
  const start = end - 2 * 3_600_000
  const points = measured.filter(({ at }) => Date.parse(at) >= start)
  const highest = Math.max(60, ...points.map(({ seconds }) => seconds))
  // A target far above what happens would press the line flat: then it is only named.
  const top = target !== null && target <= highest * 3 ? Math.max(highest, target) : highest
  const x = (at: number): number => ((at - start) / (end - start)) * LAST
  const y = (seconds: number): number => FLOOR - (seconds / (top * 1.08)) * (FLOOR - TOP)
  const line = points
    .map(({ at, seconds }) => `${x(Date.parse(at)).toFixed(1)},${y(seconds).toFixed(1)}`)
    .join(' ')
  const half = 30 * 60_000
  const ticks = [0, 1, 2, 3, 4]
    .map((n) => Math.ceil(start / half) * half + n * half)
    .filter((at) => at <= end)
  return html`<svg class="drawing" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${
      target !== null && target <= top
        ? svg`<line class="target" x1="0" x2=${WIDTH} y1=${y(target)} y2=${y(target)}></line>
          <text x="0" y=${y(target) - 6}>${t('board.target', { target: duration(target, t) })}</text>`
        : nothing
    }
    <line class="axis" x1="0" x2=${WIDTH} y1=${FLOOR + 0.5} y2=${FLOOR + 0.5}></line>
    ${ticks.map((at) => {
      const place = x(at)
      const anchor = place < 20 ? 'start' : place > WIDTH - 20 ? 'end' : 'middle'
      return svg`<text x=${place} y=${FLOOR + 18} text-anchor=${anchor}>${clockTime(new Date(at).toISOString(), locale)}</text>`
    })}
    <polyline class="line" points=${line}></polyline>
    <circle class="dot" cx=${x(end)} cy=${y(last.seconds)} r="4"></circle>
    <text class="now" x=${WIDTH} y=${Math.max(12, y(last.seconds) - 10)} text-anchor="end">${duration(last.seconds, t)}</text>
  </svg>`
}
