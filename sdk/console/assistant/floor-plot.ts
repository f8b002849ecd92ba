// What the floor does, drawn: how much is answered, and how much of that is right. The same as a table beside it.

import { html, nothing, svg, type TemplateResult } from 'lit'
import type { FloorCurve, FloorEffect, FloorPoint } from '../../protocol/assistant-case.ts'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'
import { percent } from './outcome-words.ts'

type Words = Pick<Desk, 't' | 'locale'>

const WIDTH = 520
const HEIGHT = 180
const LEFT = 40
const BOTTOM = 24
const TOP = 8
const RIGHT = 8

const x = (floor: number): number => LEFT + floor * (WIDTH - LEFT - RIGHT)
const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM)

/** Between two measured floors, on the line between them. */
export function pointAt({ points }: FloorCurve, floor: number): FloorPoint | null {
  const after = points.findIndex((point) => point.floor >= floor - 1e-9)
  const to = points[after < 0 ? points.length - 1 : after]
  if (!to) return null
  const from = points[after - 1] ?? to
  const share = to.floor === from.floor ? 0 : (floor - from.floor) / (to.floor - from.floor)
  const between = (a: number, b: number): number => a + (b - a) * Math.min(1, Math.max(0, share))
  return {
    floor,
    answered: between(from.answered, to.answered),
    right:
      from.right === null || to.right === null ? (to.right ?? from.right) : between(from.right, to.right),
  }
}

const path = (points: readonly (readonly [number, number])[]): string =>
  points.map(([px, py], at) => `${at === 0 ? 'M' : 'L'}${px.toFixed(1)} ${py.toFixed(1)}`).join('')

const grid = [0, 0.25, 0.5, 0.75, 1]

/** In words, for everybody: what this floor means. */
export function floorSentence(curve: FloorCurve, at: number, { t, locale }: Words): string {
  const point = pointAt(curve, at)
  if (!point) return ''
  const floor = percent(at, locale)
  const answered = percent(point.answered, locale)
  return point.right === null
    ? t('ai.floor.means', { floor, answered })
    : t('ai.floor.means_right', { floor, answered, right: percent(point.right, locale) })
}

function drawing(curve: FloorCurve, floor: number, locale: string): TemplateResult {
  const digits = numberFormat(locale)
  const answered = path(curve.points.map((point) => [x(point.floor), y(point.answered)]))
  const right = path(
    curve.points.flatMap((point) =>
      point.right === null ? [] : [[x(point.floor), y(point.right)] as const],
    ),
  )
  const here = pointAt(curve, floor)
  return html`<svg class="plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    ${grid.map(
      (share) => svg`<line class="grid" x1=${LEFT} x2=${WIDTH - RIGHT} y1=${y(share)} y2=${y(share)}></line>
        <text class="tick" x=${LEFT - 6} y=${y(share) + 4} text-anchor="end">${digits.format(share * 100)}</text>
        <text class="tick" x=${x(share)} y=${HEIGHT - 6} text-anchor="middle">${digits.format(share * 100)}</text>`,
    )}
    <line class="here" x1=${x(floor)} x2=${x(floor)} y1=${TOP} y2=${HEIGHT - BOTTOM}></line>
    <path class="answered" d=${answered}></path>
    <path class="right" d=${right}></path>
    ${
      here
        ? svg`<circle class="dot answered" cx=${x(floor)} cy=${y(here.answered)} r="4"></circle>
          ${here.right === null ? nothing : svg`<circle class="dot right" cx=${x(floor)} cy=${y(here.right)} r="4"></circle>`}`
        : nothing
    }
  </svg>`
}

function table({ points }: FloorCurve, floor: number, { t, locale }: Words): TemplateResult {
  return html`<table><caption class="hidden-text">${t('ai.floor.table_of')}</caption>
    <thead><tr><th scope="col">${t('ai.floor')}</th><th scope="col">${t('ai.floor.answered')}</th><th scope="col">${t('ai.floor.right')}</th></tr></thead>
    <tbody>${points
      .filter((point) => Math.round(point.floor * 100) % 10 === 0)
      .map(
        (point) => html`<tr aria-current=${Math.abs(point.floor - floor) < 0.05 ? 'true' : nothing}>
          <th scope="row">${percent(point.floor, locale)}</th><td>${percent(point.answered, locale)}</td>
          <td>${point.right === null ? t('ai.floor.none') : percent(point.right, locale)}</td></tr>`,
      )}</tbody></table>`
}

/** @param effect  null until it is known, or where the server does not say: the slider works without */
export function floorPlot(
  effect: FloorEffect | null,
  floor: number,
  words: Words,
): TemplateResult | typeof nothing {
  const curve = effect?.own ?? effect?.shipped
  if (!effect || !curve || curve.points.length === 0) return nothing
  const { t } = words
  return html`<div class="effect">
    <p role="status">${floorSentence(curve, floor, words)}</p>
    <div class="figure">${drawing(curve, floor, words.locale)}
      <p class="legend"><span class="key answered">${t('ai.floor.answered')}</span><span class="key right">${t('ai.floor.right')}</span>
        <span class="muted">${t('ai.floor.axis')}</span></p></div>
    <details><summary>${t('ai.floor.table')}</summary>${table(curve, floor, words)}</details>
    <p class="muted">${
      effect.own
        ? t('ai.floor.own', { n: curve.questions })
        : t('ai.floor.shipped', {
            n: curve.questions,
            needed: effect.outcomes_needed,
            known: effect.outcomes,
          })
    }</p>
  </div>`
}
