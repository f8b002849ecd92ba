// Deciding about the draft of an open conversation: what waits, what is being decided, what stands in the composer.

import { nothing, type ReactiveController, type ReactiveControllerHost } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { ReplyComposer } from '../composer/reply-composer.ts'
import { openCited } from '../copilot/open-article.event.ts'
import type { Desk } from '../desk.context.ts'
import type { DecideDraftEvent } from './draft-card.ts'
import { draftPlace } from './draft-place.ts'
import { type WaitingDraft, waitingDraft } from './waiting-draft.ts'

export interface DraftDeskOptions {
  view: () => AgentConversationView | null
  composer: () => ReplyComposer | null
  /** Tells the agent when it fails. */
  act: (done: Promise<unknown>) => void
}

export class DraftDesk implements ReactiveController {
  /** The copilot can write: drafts anew, and rewords. */
  hasModel = false
  readonly #host: ReactiveControllerHost & EventTarget
  readonly #options: DraftDeskOptions
  #view: AgentConversationView | null = null
  #events: readonly LogEvent[] = []
  /** Id of the draft that stands in the composer. */
  #edited: string | null = null
  #busy = false

  constructor(host: ReactiveControllerHost & EventTarget, options: DraftDeskOptions) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostUpdate(): void {
    const view = this.#options.view()
    if (view === this.#view) return
    this.#view = view
    this.#edited = null
    this.#busy = false
    this.hasModel = false
    void this.#learn(view)
  }

  hostUpdated(): void {
    const edited = this.#edited
    const composer = this.#options.composer()
    if (!edited || !composer) return
    // What is edited is no draft any more once somebody has decided, or the conversation has gone on.
    const isOver = waitingDraft(this.#events)?.id !== edited
    if (isOver) composer.draftGone(edited)
    if (isOver || composer.edited?.id !== edited) {
      this.#edited = null
      this.#host.requestUpdate()
    }
  }

  async #learn(view: AgentConversationView | null): Promise<void> {
    const { model } = (await view?.copilot.abilities().catch(() => null)) ?? { model: false }
    if (this.#view !== view) return
    this.hasModel = model
    this.#host.requestUpdate()
  }

  /** The draft that waits, if any. */
  waiting(events: readonly LogEvent[]): WaitingDraft | null {
    this.#events = events
    return waitingDraft(events)
  }

  render(draft: WaitingDraft | null, { meId, phone, desk }: { meId: string; phone: boolean; desk: Desk }) {
    if (!this.#view) return nothing
    return draftPlace({
      draft,
      events: this.#events,
      meId,
      isEdited: draft !== null && this.#edited === draft.id,
      busy: this.#busy,
      canRewrite: this.hasModel,
      phone,
      desk,
      decide: this.#onDecide,
      restore: (id) => this.#do(this.#view!.drafts.restore(id)),
      editArticle: (slug) => this.#options.act(openCited(this.#host, desk, slug)),
    })
  }

  #onDecide = ({ draft, wish }: DecideDraftEvent): void => {
    const { drafts } = this.#view!
    if (wish.kind === 'approve') this.#do(drafts.approve(draft.id))
    else if (wish.kind === 'discard') this.#do(drafts.discard(draft.id, wish.reason))
    else if (wish.kind === 'regenerate') this.#do(drafts.regenerate(draft.id, wish.instruction))
    else {
      this.#edited = draft.id
      this.#options.composer()?.editDraft(draft.id, draft.data.body)
      this.#host.requestUpdate()
    }
  }

  #do(done: Promise<unknown>): void {
    const view = this.#view
    this.#busy = true
    this.#host.requestUpdate()
    this.#options.act(
      done.finally(() => {
        if (this.#view !== view) return
        this.#busy = false
        this.#host.requestUpdate()
      }),
    )
  }
}
