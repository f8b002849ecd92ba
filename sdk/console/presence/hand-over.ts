// <deskbell-hand-over>: what becomes of the chats of somebody who goes offline: back into the queue, to a colleague,
// or theirs still. One dialog; fetched when it is first asked.

import { css, html, nothing } from 'lit'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { openOnce } from '../open-once.ts'

const styles = css`
  dialog {
    inline-size: min(440px, calc(100vw - 32px)); padding: 20px; border: 0; border-radius: 16px; background: var(--db-surface);
    color: var(--db-text); box-shadow: var(--db-shadow); font: var(--db-small);
  }
  dialog::backdrop { background: rgb(0 0 0 / 0.3) }
  h2 { font: 600 15px/24px system-ui, sans-serif }
  ul { display: grid; gap: 4px; margin-inline: -4px; padding: 16px 4px; max-block-size: 50vh; overflow-y: auto }
  .choice { display: flex; align-items: center; gap: 12px; inline-size: 100%; min-block-size: 48px; padding: 4px 12px; border-radius: 8px; background: var(--db-fill) }
  .choice:hover:not([aria-disabled='true']) { background: var(--db-fill-2) }
  .choice > span { display: grid }
  .face { inline-size: 24px; place-items: center; color: var(--db-muted) }
  .hint { font: var(--db-tiny); color: var(--db-muted) }
  .foot { display: flex; align-items: center; gap: 12px; justify-content: end }
  .fault { flex: 1; color: var(--db-danger) }
  @media (forced-colors: active) { dialog, .choice { border: 1px solid } }
`

export class HandOver extends DeskElement {
  static override properties = {
    chats: { attribute: false },
    done: { state: true },
    fault: { state: true },
    worded: { state: true },
  }
  static override styles = [deskStyles, markStyles, styles]

  declare chats: readonly AgentConversation[]
  /** How many have been handed over; null while nothing is under way. */
  protected declare done: number | null
  protected declare fault: string
  protected declare worded: boolean
  /** Told once it is over: whether they may go offline. */
  finish: (go: boolean) => void = () => {}

  constructor() {
    super()
    this.chats = []
    this.done = null
    this.fault = ''
    this.worded = false
  }

  protected override willUpdate(): void {
    const { desk } = this
    // In the language of now: it may be another than the one the console began with.
    if (!desk || this.worded) return
    desk.loadTexts('board').then(
      () => {
        this.worded = true
      },
      () => this.finish(false),
    )
  }

  protected override updated(): void {
    openOnce(this)
  }

  protected override render() {
    const { desk } = this
    if (!desk || !this.worded) return nothing
    const { t, client } = desk
    const me = client.me.get()!.agent
    const colleagues = client.agents
      .get()
      .filter(({ kind, id, availability }) => kind === 'human' && id !== me.id && availability === 'online')
    return html`<dialog aria-labelledby="title" @cancel=${this.#onCancel} @keydown=${(event: Event) => event.stopPropagation()}>
      <h2 id="title">${t('handover.title', { n: this.chats.length })}</h2>
      <p class="muted">${t('handover.detail')}</p>
      <ul>
        <li>${this.#choice(html`<span class="face">${consoleIcon('waiting')}</span>`, t('handover.queue'), t('handover.queue.hint'), () => this.#give(null))}</li>
        ${colleagues.map(
          (agent) =>
            html`<li>${this.#choice(mark(agent, 24), t('handover.colleague', { name: agent.name }), '', () => this.#give(agent.id))}</li>`,
        )}
        <li>${this.#choice(html`<span class="face">${consoleIcon('inbox')}</span>`, t('handover.keep'), t('handover.keep.hint'), () => this.finish(true))}</li>
      </ul>
      <div class="foot">
        ${this.fault ? html`<p class="fault" role="alert">${this.fault}</p>` : nothing}
        ${this.done === null ? nothing : html`<p class="muted tabular" role="status">${t('handover.working', { done: this.done, all: this.chats.length })}</p>`}
        <button class="button" type="button" @click=${() => this.finish(false)}>${t('handover.cancel')}</button>
      </div>
    </dialog>`
  }

  #choice(face: unknown, label: string, hint: string, choose: () => void) {
    return html`<button class="choice" type="button" aria-disabled=${this.done !== null}
      @click=${() => this.done === null && choose()}>${face}<span>${label}${
        hint ? html`<span class="hint">${hint}</span>` : nothing
      }</span></button>`
  }

  #onCancel(event: Event): void {
    event.preventDefault()
    this.finish(false)
  }

  /** One after the other; what fails stays, and is said. */
  async #give(agentId: string | null): Promise<void> {
    const { client, t } = this.desk!
    const stayed: AgentConversation[] = []
    let reason = ''
    this.done = 0
    for (const chat of this.chats) {
      try {
        await client.call('conversation.assign', { conversation_id: chat.id, assignee_id: agentId })
      } catch (error) {
        stayed.push(chat)
        reason = reasonOf(error, t)
      }
      this.done++
    }
    this.done = null
    if (stayed.length === 0) {
      this.finish(true)
      return
    }
    this.chats = stayed
    this.fault = t('handover.failed', { n: stayed.length, reason })
  }
}

if (!customElements.get('deskbell-hand-over')) customElements.define('deskbell-hand-over', HandOver)

/** Resolves with whether they go offline. */
export function askHandOver(chats: readonly AgentConversation[], root: ParentNode): Promise<boolean> {
  const dialog = document.createElement('deskbell-hand-over') as HandOver
  dialog.chats = chats
  root.append(dialog)
  return new Promise((resolve) => {
    dialog.finish = (go) => {
      // Closed first: that gives the focus back to what had it, however deep that stands.
      dialog.renderRoot.querySelector('dialog')?.close()
      dialog.remove()
      resolve(go)
    }
  })
}
