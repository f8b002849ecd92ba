// Chooses another conversation of the same customer, to merge this one into or to link: both are shown before anything
// is done.

import { css, html, nothing, type PropertyValues } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import { age } from '../console-time.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { actorName, conversationTitle } from '../names.ts'
import { openOnce } from '../open-once.ts'
import type { ConversationActions } from './conversation-actions.ts'

/** So many messages of each show what they are about. */
const SHOWN = 3
const ROWS = 20
const END = 2 ** 31 - 1

/** @event deskbell-join-done - it was done, or left. */
export class JoinConversation extends DeskElement {
  static override properties = {
    view: { attribute: false },
    actions: { attribute: false },
    mode: {},
    others: { state: true },
    chosen: { state: true },
    preview: { state: true },
    fault: { state: true },
    busy: { state: true },
  }
  static override styles = [
    deskStyles,
    css`
      dialog {
        inline-size: min(640px, calc(100vw - 32px)); max-block-size: calc(100dvh - 64px); padding: 20px; border: 0; border-radius: 16px;
        background: var(--db-surface); color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
      }
      dialog::backdrop { background: rgb(0 0 0 / 0.25) }
      dialog[open] { display: grid; gap: 12px; grid-template-rows: auto minmax(0, auto) auto auto auto }
      h2 { font: 600 15px/24px system-ui, sans-serif }
      .list { display: grid; gap: 2px; overflow-y: auto; max-block-size: 220px; padding: 2px }
      label { display: flex; align-items: center; gap: 10px; min-block-size: 36px; padding: 4px 8px; border-radius: 8px; cursor: pointer }
      label:hover { background: var(--db-fill) }
      label:has(:checked) { background: var(--db-soft) }
      input { accent-color: var(--db-solid); margin: 0 }
      .both { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; overflow-y: auto; max-block-size: 240px }
      .both h3 { font: 600 12px/16px system-ui, sans-serif; color: var(--db-muted); margin-block-end: 4px }
      .both p { overflow-wrap: anywhere; margin-block-end: 6px }
      .foot { display: flex; justify-content: flex-end; gap: 8px }
      .fault { color: var(--db-danger) }
      @media (max-width: 479.98px) { .both { grid-template-columns: 1fr } .foot .button { block-size: 40px } }
      @media (forced-colors: active) { dialog { border: 1px solid } }
    `,
  ]

  declare view: AgentConversationView
  declare actions: ConversationActions
  declare mode: 'merge' | 'link'
  /** Null until they are known. */
  protected declare others: readonly AgentConversation[] | null
  protected declare chosen: AgentConversation | null
  protected declare preview: readonly LogEvent[]
  protected declare fault: string
  protected declare busy: boolean

  constructor() {
    super()
    this.mode = 'merge'
    this.others = null
    this.chosen = null
    this.preview = []
    this.fault = ''
    this.busy = false
  }

  protected override firstUpdated(): void {
    void this.#load()
  }

  protected override updated(changed: PropertyValues<this>): void {
    openOnce(this)
    if (changed.has('others' as keyof JoinConversation)) this.renderRoot.querySelector('input')?.focus()
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    const merge = this.mode === 'merge'
    const here = this.view.state.get()
    return html`<dialog aria-labelledby="title" @close=${this.#done} @keydown=${(event: Event) => event.stopPropagation()}>
      <h2 id="title">${t(merge ? 'join.merge' : 'join.link')}</h2>
      ${this.#list()}
      ${
        this.chosen
          ? html`<div class="both"><section><h3>${t('join.this')}</h3>${this.#lines(here.events)}</section>
              <section><h3>${this.chosen.reference}</h3>${this.#lines(this.preview)}</section></div>`
          : nothing
      }
      ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
      <div class="foot"><button class="button" type="button" @click=${this.#leave}>${t('join.cancel')}</button>
        <button class="button solid" type="button" ?disabled=${!this.chosen || this.busy} @click=${() => void this.#join()}
          >${t(merge ? 'join.merge_do' : 'join.link_do')}</button></div>
    </dialog>`
  }

  #list() {
    const { t, now, locale } = this.desk!
    if (!this.others) return html`<p class="muted" role="status">${t('join.loading')}</p>`
    if (this.others.length === 0) return html`<p class="muted">${t('join.none')}</p>`
    return html`<div class="list" role="radiogroup" aria-labelledby="title">${this.others.map(
      (
        other,
      ) => html`<label><input type="radio" name="other" .checked=${this.chosen?.id === other.id} @change=${() => void this.#choose(other)}>
        <bdi class="grow cut">${conversationTitle(other, t)}</bdi><span class="muted tabular">${other.reference}</span>
        <span class="muted tabular">${age(other.last_message?.at ?? other.updated_at, now(), t, locale)}</span></label>`,
    )}</div>`
  }

  #lines(events: readonly LogEvent[]) {
    const { t } = this.desk!
    return events
      .flatMap((event) => (event.type === 'message.created' ? [event] : []))
      .slice(-SHOWN)
      .map(
        ({ actor, data }) => html`<p dir="auto"><b>${actorName(actor, t)}</b> ${data.body.slice(0, 200)}</p>`,
      )
  }

  async #load(): Promise<void> {
    const { contact } = this.view.state.get().conversation!
    try {
      const { conversations } = await this.desk!.client.rest<{ conversations: AgentConversation[] }>(
        'GET',
        `/contacts/${contact.id}/conversations`,
      )
      this.others = conversations.filter(({ id, merged_into: into }) => id !== this.view.id && !into)
    } catch (error) {
      this.others = []
      this.fault = reasonOf(error, this.desk!.t)
    }
  }

  async #choose(other: AgentConversation): Promise<void> {
    this.chosen = other
    this.preview = []
    const stretch = await this.desk!.client.call('conversation.history', {
      conversation_id: other.id,
      before: END,
      limit: ROWS,
    }).catch(() => null)
    if (this.chosen === other) this.preview = stretch?.events ?? []
  }

  async #join(): Promise<void> {
    this.busy = true
    this.fault = ''
    try {
      await (this.mode === 'merge' ? this.actions.merge(this.chosen!) : this.actions.link(this.chosen!, true))
      this.#leave()
    } catch (error) {
      this.fault = reasonOf(error, this.desk!.t)
    }
    this.busy = false
  }

  #leave = (): void => this.renderRoot.querySelector('dialog')?.close()

  #done = (): void => void this.dispatchEvent(new Event('deskbell-join-done'))
}
