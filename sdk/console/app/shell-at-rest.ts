// The console before it knows anything: its columns, so that nothing jumps when they fill.

import { html, nothing } from 'lit'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { Layout } from './layout.controller.ts'

export const shellAtRest = (layout: Layout, t: ConsoleTranslate) => html`<div class="desk ${layout} rest">
  ${layout === 'phone' ? nothing : html`<div class="rail-rest"></div>`}
  <section class="list list-rest" aria-hidden="true"><div class="blocks"><i></i><i></i><i></i></div></section>
  ${layout === 'phone' ? nothing : html`<main></main>`}
  <p class="hidden-text" role="status">${t('app.starting')}</p>
</div>`
