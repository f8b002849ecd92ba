// What stands in for content that is on its way: three grey blocks, no movement.

import { html, type TemplateResult } from 'lit'

/** @param label what a screen reader hears meanwhile */
export const greyBlocks = (label: string, count: number): TemplateResult =>
  html`<div role="status"><span class="hidden">${label}</span>${Array.from(
    { length: count },
    () => html`<div class="grey"><i></i><i></i><i></i></div>`,
  )}</div>`
