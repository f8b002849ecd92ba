// The pages a customer has opened of late, newest first: three, and the rest when asked for.

import { html, nothing, type PropertyValues } from 'lit'
import type { VisitedPage } from '../../protocol/visit.ts'
import { clockTime, dayAndMonth, daysAgo, fullTime } from '../console-time.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { pageLink } from './page-link.ts'
import { visitedPagesStyles } from './visited-pages.styles.ts'

const SHOWN = 3

export class VisitedPages extends DeskElement {
  static override properties = { pages: { attribute: false }, contactId: {}, all: { state: true } }
  static override styles = [deskStyles, visitedPagesStyles]

  declare pages: readonly VisitedPage[]
  declare contactId: string
  declare all: boolean

  constructor() {
    super()
    this.pages = []
    this.contactId = ''
    this.all = false
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('contactId')) this.all = false
  }

  protected override render() {
    if (!this.desk || this.pages.length === 0) return nothing
    const { t } = this.desk
    const more = this.pages.length - SHOWN
    return html`<deskbell-sidebar-section name="pages" heading=${t('customer.pages')}>
      <ol>${this.pages.slice(0, this.all ? undefined : SHOWN).map((page) => this.#page(page))}</ol>
      ${
        more > 0
          ? html`<button class="link" type="button" aria-expanded=${this.all} @click=${() => {
              this.all = !this.all
            }}>${this.all ? t('customer.pages_fewer') : t('customer.pages_more', { count: more })}</button>`
          : nothing
      }</deskbell-sidebar-section>`
  }

  #page(page: VisitedPage) {
    const { locale, now } = this.desk!
    const { at } = page
    const when = daysAgo(at, now()) <= 0 ? clockTime(at, locale) : dayAndMonth(at, locale)
    return html`<li><span class="cut grow"><bdi>${pageLink(page)}</bdi></span
      ><time class="muted tabular" datetime=${at} title=${fullTime(at, locale)}>${when}</time></li>`
  }
}
