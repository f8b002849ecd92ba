// A draft of the AI agent in front of the agent who decides: approve, change, discard, or ask for another. Says what was
// decided; its owner does it.

import { html, nothing, type PropertyValues } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { aiTag, mark } from '../../elements/mark/mark.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import { intlLocale } from '../../locales/messages.ts'
import type { DiscardReason } from '../../protocol/assistant-event.ts'
import type { Citation } from '../../protocol/citation.ts'
import { consoleIcon } from '../console-icon.ts'
import { citedSource, citedSourceStyles } from '../copilot/cited-source.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { ASSISTANT_MARK } from '../inbox/inbox-view.ts'
import type { ChooseEvent } from '../menu/console-menu.ts'
import { draftCardStyles } from './draft-card.styles.ts'
import type { WaitingDraft } from './waiting-draft.ts'

const REASONS: readonly DiscardReason[] = ['wrong', 'incomplete', 'tone', 'not_needed', 'other']

export type DraftWish =
  | { kind: 'approve' }
  | { kind: 'edit' }
  | { kind: 'discard'; reason: DiscardReason }
  | { kind: 'regenerate'; instruction: string }

/** Somebody has decided about the draft. */
export class DecideDraftEvent extends Event {
  readonly draft: WaitingDraft
  readonly wish: DraftWish

  constructor(draft: WaitingDraft, wish: DraftWish) {
    super('deskbell-decide-draft', { bubbles: true })
    this.draft = draft
    this.wish = wish
  }
}

/** @event deskbell-decide-draft - what is to become of the draft. */
export class DraftCard extends DeskElement {
  static override properties = {
    draft: { attribute: false },
    editArticle: { attribute: false },
    canRewrite: { type: Boolean },
    busy: { type: Boolean },
    phone: { type: Boolean, reflect: true },
    shown: { state: true },
    instruction: { state: true },
  }
  static override styles = [deskStyles, markStyles, richTextStyles, citedSourceStyles, draftCardStyles]

  declare draft: WaitingDraft | null
  /** Opens the article of this slug beside the conversation. */
  declare editArticle: (slug: string) => void
  /** A model is there to write another one. */
  declare canRewrite: boolean
  declare busy: boolean
  declare phone: boolean
  declare shown: Citation | null
  declare instruction: string

  constructor() {
    super()
    this.draft = null
    this.editArticle = () => {}
    this.canRewrite = false
    this.busy = false
    this.phone = false
    this.shown = null
    this.instruction = ''
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.card')?.focus()
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('draft') || changed.get('draft')?.id === this.draft?.id) return
    this.shown = null
    this.instruction = ''
  }

  protected override render() {
    if (!this.desk || !this.draft) return nothing
    const { t, shared } = this.desk
    const { data, working } = this.draft
    const still = working || this.busy
    return html`<section class="card" tabindex="-1" aria-label=${t('draft.label')} aria-busy=${still} @keydown=${this.#onKey}>
      <div class="top">${mark(ASSISTANT_MARK, 24)}<h3>${t('draft.title')}</h3>${aiTag(shared.t)}
        <span class="muted grow cut">${t('draft.waits')}</span>${this.#confidence(data.confidence)}</div>
      <div class="body" dir="auto" tabindex="0" role="group" aria-label=${t('draft.text')}>${richText(
        data.content,
        {
          translator: shared,
          citations: data.citations,
          onCitation: (citation) => this.#show(citation),
        },
      )}</div>
      ${data.citations.length > 0 ? this.#sources(data.citations) : nothing}
      ${this.shown ? citedSource(this.shown, t, this.editArticle) : nothing}
      ${this.canRewrite ? this.#ask(still) : nothing}
      ${this.#state()}
      <div class="foot">
        <button class="button solid approve" type="button" ?disabled=${still} aria-keyshortcuts="Control+Enter Meta+Enter"
          @click=${() => this.#decide({ kind: 'approve' })}>${t('draft.approve')}${
            this.phone ? nothing : html`<kbd aria-hidden="true">${isMac ? '⌘' : 'Ctrl'}&#8202;↵</kbd>`
          }</button>
        <button class="button edit" type="button" ?disabled=${still} aria-keyshortcuts="e"
          @click=${() => this.#decide({ kind: 'edit' })}>${t('draft.edit')}${this.phone ? nothing : html`<kbd aria-hidden="true">E</kbd>`}</button>
        <span class="grow"></span>
        <deskbell-console-menu class="discard" place="above-end" .items=${REASONS.map((id) => ({ id, label: t(`draft.reason.${id}`) }))}
          .heading=${t('draft.discard_why')} .label=${t('draft.discard_label')} ?disabled=${still}
          @deskbell-choose=${(event: ChooseEvent) => this.#decide({ kind: 'discard', reason: event.id as DiscardReason })}
          >${t('draft.discard')}</deskbell-console-menu>
      </div>
    </section>`
  }

  #confidence(confidence: number | null) {
    if (confidence === null) return nothing
    const percent = new Intl.NumberFormat(intlLocale(this.desk!.locale), { style: 'percent' }).format(
      confidence,
    )
    return html`<span class="muted tabular">${this.desk!.t('draft.confidence', { percent })}</span>`
  }

  #sources(citations: readonly Citation[]) {
    const { shared } = this.desk!
    return html`<div class="sources">${citations.map(
      (citation, index) => html`<button type="button" aria-expanded=${this.shown === citation}
        @click=${() => this.#show(citation)}><span class="number">${shared.number(index + 1)}</span><span class="cut">${citation.title}</span></button>`,
    )}</div>`
  }

  #ask(still: boolean) {
    const { t } = this.desk!
    return html`<form class="ask" @submit=${this.#onAsk}>
      ${mark(ASSISTANT_MARK, 18)}
      <input type="text" maxlength="500" autocomplete="off" aria-label=${t('draft.instruction')} placeholder=${t('draft.instruction_hint')}
        .value=${this.instruction} ?disabled=${still}
        @input=${(event: Event) => {
          this.instruction = (event.target as HTMLInputElement).value
        }}>
      <button class="button bare square" type="submit" aria-label=${t('draft.regenerate')} title=${t('draft.regenerate')}
        ?disabled=${still || !this.instruction.trim()}>${consoleIcon('again')}</button>
    </form>`
  }

  #state() {
    const { t } = this.desk!
    const { working, failed } = this.draft!
    return html`<div role="status">${
      working
        ? html`<p class="state">${t('draft.working')}</p>`
        : failed
          ? html`<p class="state failed">${t(`draft.failed_${failed}`)}</p>`
          : nothing
    }</div>`
  }

  #show(citation: Citation): void {
    this.shown = this.shown === citation ? null : citation
  }

  #decide(wish: DraftWish): void {
    if (this.draft && !this.busy && !this.draft.working)
      this.dispatchEvent(new DecideDraftEvent(this.draft, wish))
  }

  #onAsk(event: Event): void {
    event.preventDefault()
    const instruction = this.instruction.trim()
    if (instruction) this.#decide({ kind: 'regenerate', instruction })
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return
    const typing = (event.target as Element).matches('input')
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && !typing)
      this.#decide({ kind: 'approve' })
    else if (event.key === 'e' && !typing && !event.metaKey && !event.ctrlKey && !event.altKey)
      this.#decide({ kind: 'edit' })
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

const isMac = /Mac|iPhone|iPad/.test(navigator.platform)
