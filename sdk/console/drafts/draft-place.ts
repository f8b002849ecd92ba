// Where a draft stands in a thread: the card while it waits, and after discarding it the way back. Draws; its owner acts.

import { html, nothing } from 'lit'
import type { LogEvent } from '../../protocol/event.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import type { DecideDraftEvent } from './draft-card.ts'
import { restorableDraft, type WaitingDraft } from './waiting-draft.ts'

export interface DraftPlace {
  draft: WaitingDraft | null
  events: readonly LogEvent[]
  meId: string
  /** It stands in the composer, to be changed. */
  isEdited: boolean
  busy: boolean
  canRewrite: boolean
  phone: boolean
  desk: Pick<Desk, 't'>
  decide: (event: DecideDraftEvent) => void
  restore: (draftId: string) => void
  editArticle: (slug: string) => void
}

export function draftPlace(place: DraftPlace) {
  const { draft, events, meId, isEdited, busy, canRewrite, phone, desk, decide, restore, editArticle } = place
  const { t } = desk
  const gone = draft ? null : restorableDraft(events, meId)
  return html`<div class="hidden-text" role="status">${draft ? t('draft.arrived') : nothing}</div>
    ${
      draft && !isEdited
        ? html`<deskbell-draft-card .draft=${draft} ?canRewrite=${canRewrite} ?busy=${busy} ?phone=${phone}
          .editArticle=${editArticle} @deskbell-decide-draft=${decide}></deskbell-draft-card>`
        : nothing
    }
    ${
      gone
        ? html`<div class="strip">${consoleIcon('pen')}<p class="grow">${t('draft.discarded')}</p>
          <button class="button restore" type="button" ?disabled=${busy} @click=${() => restore(gone)}>${t('draft.restore')}</button></div>`
        : nothing
    }`
}
