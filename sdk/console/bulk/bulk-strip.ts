// Below the list while rows are chosen or worked on: the offer to take the whole view, how far it is, what was not done.

import { html, nothing } from 'lit'
import type { InboxState } from '../../client/agent-client.api.ts'
import type { BulkOperation } from '../../protocol/desk-tools.ts'
import { consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { ListPlace } from '../inbox/list-place.ts'
import { noSelection, type Selection } from '../inbox/selection.ts'
import { KeepFocus } from '../keep-focus.controller.ts'
import { Watch } from '../watch.controller.ts'
import { bulkStripStyles } from './bulk-bar.styles.ts'
import type { BulkRuns } from './bulk-run.ts'

/** The server counts no further. */
const COUNTED = 1000

/** @event deskbell-pick-whole - all that the view finds is to be chosen. */
export class BulkStrip extends DeskElement {
  static override properties = {
    bulk: { attribute: false },
    selection: { attribute: false },
    inbox: { attribute: false },
    place: { attribute: false },
  }
  static override styles = [deskStyles, bulkStripStyles]

  declare bulk: BulkRuns | null
  declare selection: Selection
  declare inbox: InboxState | null
  declare place: ListPlace | null

  /** The undo line stands above, wherever the list shows. */
  #size = new ResizeObserver(([entry]) =>
    this.desk?.undo.foot.set(entry!.contentRect.width && this.offsetHeight),
  )
  #run = new Watch(this, () => this.bulk?.state)

  constructor() {
    super()
    this.bulk = null
    this.selection = noSelection
    this.inbox = null
    this.place = null
    // Stop gives way to Undo, and Undo to nothing at all for a moment.
    new KeepFocus(this, () =>
      (
        this.renderRoot.querySelector('button') ?? this.renderRoot.querySelector<HTMLElement>('.line')
      )?.focus(),
    )
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#size.observe(this)
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#size.disconnect()
    this.desk?.undo.foot.set(0)
  }

  protected override render() {
    const operation = this.#run.value
    const offer = this.#offer()
    // One row needs no report: the line with Undo says it.
    const told = operation && (operation.total > 1 || operation.failed > 0) ? this.#told(operation) : nothing
    this.hidden = offer === nothing && told === nothing
    return html`${offer}${told}`
  }

  #offer() {
    const { selection, inbox, desk } = this
    if (!desk || !inbox || selection.ids.size === 0) return nothing
    const { t } = desk
    const n = this.#total(inbox)
    if (selection.all)
      return html`<p class="line" role="status">${n ? t('select.all_chosen', { n }) : t('select.all_chosen_many')}</p>`
    const loaded = selection.ids.size >= Math.min(inbox.conversations.length, 500)
    if (!loaded || (!inbox.hasMore && inbox.conversations.length <= 500)) return nothing
    return html`<p class="line"><button class="all" type="button"
      @click=${() => this.dispatchEvent(new Event('deskbell-pick-whole'))}>${n ? t('select.all', { n }) : t('select.all_many')}</button></p>`
  }

  /** How many there are in all; 0 where nobody has counted, or so many that nobody counts on. */
  #total({ query, counts, teams, saved, view }: InboxState): number {
    const { place } = this
    const narrowed = place?.kind === 'view' && query.filter && Object.keys(query.filter).length > 0
    // One's own list holds more than is counted as one's own.
    if (!place || narrowed || view === 'mine') return 0
    const n = place.kind === 'view' ? counts[view] : (place.kind === 'team' ? teams : saved)[place.id]
    return n && n < COUNTED ? n : 0
  }

  #told(operation: BulkOperation) {
    const { t } = this.desk!
    const { state, done, failed, total, failures } = operation
    const going = state === 'running' || state === 'undoing'
    const words = {
      running: () => t('bulk.running', { done: done + failed, total }),
      undoing: () => t('bulk.undoing', { done: done + failed, total }),
      done: () => t('bulk.done', { n: done }),
      cancelled: () => t('bulk.cancelled', { n: done }),
      undone: () => t('bulk.undone'),
    }
    return html`
      ${going ? html`<progress aria-label=${t('bulk.progress')} max=${Math.max(1, total)} value=${done + failed}></progress>` : nothing}
      <div class="line" tabindex="-1"><span class="grow tabular" role="status">${words[state]()}</span>
        ${going && state === 'running' ? this.#button('bulk.cancel', () => this.bulk!.cancel()) : nothing}
        ${!going && operation.undoable && state !== 'undone' ? this.#button('bulk.undo', () => this.bulk!.undo()) : nothing}
        ${going ? nothing : html`<button class="button bare square" type="button" aria-label=${t('bulk.close')} @click=${() => this.bulk!.dismiss()}>${consoleIcon('close')}</button>`}
      </div>
      ${
        failed > 0
          ? html`<p class="fault" role="alert">${t('bulk.failed', { n: failed })}</p>
            <ul class="failures">${failures.map((each) => html`<li><b class="tabular">${each.reference}</b> <span>${each.reason}</span></li>`)}</ul>`
          : nothing
      }`
  }

  #button(label: 'bulk.cancel' | 'bulk.undo', act: () => Promise<void>) {
    const { t, undo } = this.desk!
    const fail = (): void => undo.fail({ what: t(label), reason: t('app.unreachable') })
    return html`<button class="button" type="button" @click=${() => act().catch(fail)}>${t(label)}</button>`
  }
}
