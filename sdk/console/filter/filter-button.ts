// The button that narrows the list, and how many filters hold. The filter itself is fetched when it is first opened.

import { html, nothing } from 'lit'
import type { InboxState } from '../../client/agent-client.api.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ListPlace } from '../inbox/list-place.ts'
import { filterButtonStyles } from './filter.styles.ts'

export class FilterButton extends DeskElement {
  static override properties = {
    inbox: { attribute: false },
    place: { attribute: false },
    opened: { state: true },
    fetched: { state: true },
  }
  static override styles = [deskStyles, filterButtonStyles]

  declare inbox: InboxState | null
  declare place: ListPlace | null
  /** `save`: with the name of a new view to be filled in. */
  declare opened: 'filter' | 'save' | null
  declare fetched: boolean

  constructor() {
    super()
    this.inbox = null
    this.place = null
    this.opened = null
    this.fetched = false
  }

  async show(save = false): Promise<void> {
    const { desk } = this
    try {
      await import('./filter-builder.define.ts')
    } catch {
      desk?.undo.fail({ what: desk.t('filter.open'), reason: desk.t('page.failed') })
      return
    }
    this.fetched = true
    this.opened = save ? 'save' : 'filter'
  }

  protected override render() {
    if (!this.desk || !this.inbox) return nothing
    const { t } = this.desk
    const n = this.place?.kind === 'view' ? Object.keys(this.inbox.query.filter ?? {}).length : 0
    const label = n > 0 ? `${t('filter.open')}, ${t('filter.active', { n })}` : t('filter.open')
    return html`<button class="button bare square ${n > 0 ? 'on' : ''}" type="button" aria-haspopup="dialog" aria-expanded=${this.opened !== null}
        aria-label=${label} title=${label} @click=${() => (this.opened ? this.#close() : void this.show())}>${consoleIcon('filter')}${n > 0 ? html`<b class="tabular" aria-hidden="true">${n}</b>` : nothing}</button>
      ${
        this.fetched && this.opened
          ? html`<deskbell-filter-builder .inbox=${this.inbox} .place=${this.place} .saving=${this.opened === 'save'}
            .anchor=${this.renderRoot.querySelector('button')} @deskbell-filter-closed=${() => this.#close()}></deskbell-filter-builder>`
          : nothing
      }`
  }

  #close(): void {
    this.opened = null
    this.renderRoot.querySelector('button')?.focus()
  }
}
