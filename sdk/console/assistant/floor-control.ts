// How sure the AI agent has to be: a slider, what it would do, and the floor that is suggested.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { FloorEffect } from '../../protocol/assistant-case.ts'
import type { Desk } from '../desk.context.ts'
import { floorPlot } from './floor-plot.ts'
import { percent } from './outcome-words.ts'

export function floorControl(
  floor: number,
  set: (floor: number) => void,
  effect: FloorEffect | null,
  { t, locale }: Desk,
): TemplateResult {
  const suggested = effect?.suggested
  return html`<div class="line">
      <input id="floor" type="range" min="0" max="95" step="1" .value=${live(String(Math.round(floor * 100)))} aria-label=${t('ai.floor')}
        aria-valuetext=${percent(floor, locale)} @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value) / 100)}>
      <output for="floor" class="tabular">${percent(floor, locale)}</output>
      ${
        suggested === undefined || Math.abs(suggested - floor) < 0.001
          ? nothing
          : html`<button class="button" type="button" @click=${() => set(suggested)}>${t('ai.floor.take', { share: percent(suggested, locale) })}</button>`
      }
    </div>${floorPlot(effect, floor, { t, locale })}`
}
