// One row of the rail: where it leads, and how much is there.

import { html, nothing, type TemplateResult } from 'lit'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'

export interface RailRow {
  /** Where it leads, as the address names it. */
  path: string
  label: string
  icon: TemplateResult
  count?: number | undefined
  /** Somebody waits. */
  urgent?: boolean
  active: boolean
  /** What stands at the end of the row on request. */
  tool?: TemplateResult | typeof nothing
}

/** Counts end there; beyond, it is many. */
const COUNTED = 1000

export function railRow(
  { path, label, icon, count = 0, urgent, active, tool }: RailRow,
  { t, go, locale }: Pick<Desk, 't' | 'go' | 'locale'>,
) {
  const shown = count >= COUNTED ? t('rail.many') : numberFormat(locale).format(count)
  const inside = html`<span class="icon-slot">${icon}</span>
    <bdi class="label cut">${label}</bdi>
    ${count > 0 ? html`<span class="count tabular ${urgent ? 'urgent' : ''}">${shown}</span>` : nothing}`
  const classes = `row ${active ? 'active' : ''}`
  return html`<li class=${tool && tool !== nothing ? 'with-tool' : ''}><button class=${classes} type="button" aria-current=${active ? 'page' : nothing} data-path=${path} title=${label}
      @click=${() => go(path)}>${inside}</button>${tool ?? nothing}</li>`
}
