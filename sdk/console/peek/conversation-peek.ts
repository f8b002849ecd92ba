// The last words of a conversation beside its row: to be read and no more. Nobody is told that somebody looks.

import { html, nothing } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { type FoldedMessage, type FoldedNote, foldMessages } from '../../client/folded-messages.ts'
import { markStyles } from '../../elements/mark/mark.styles.ts'
import { mark } from '../../elements/mark/mark.ts'
import { richTextStyles } from '../../elements/rich-text/rich-text.styles.ts'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { consoleIcon } from '../console-icon.ts'
import { age } from '../console-time.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { keyCaps } from '../keys/key-caps.ts'
import { actorName, conversationTitle, customerName } from '../names.ts'
import { Watch } from '../watch.controller.ts'
import { peekStyles } from './conversation-peek.styles.ts'

/** So many of the last messages and notes. */
const SHOWN = 6

export class ConversationPeek extends DeskElement {
  static override properties = { conversation: { attribute: false }, view: { attribute: false } }
  static override styles = [deskStyles, markStyles, richTextStyles, peekStyles]

  /** As its row has it. */
  declare conversation: AgentConversation | null
  declare view: AgentConversationView | null

  #state = new Watch(this, () => this.view?.state)

  constructor() {
    super()
    this.conversation = null
    this.view = null
  }

  /** The box itself, to be placed. */
  get box(): HTMLElement | null {
    return this.renderRoot.querySelector<HTMLElement>('.box')
  }

  protected override updated(): void {
    const words = this.renderRoot.querySelector('.words')
    if (words) words.scrollTop = words.scrollHeight
  }

  protected override render() {
    const { desk, conversation } = this
    if (!desk || !conversation) return nothing
    const { t } = desk
    const name = customerName(conversation.contact, t)
    return html`<div class="box" popover="manual" role="region" aria-live="polite" aria-label=${t('peek.label', { name })}>
      <div class="head">${mark({ kind: 'contact', id: conversation.contact.id, name }, 24)}
        <div class="grow"><p class="cut"><b><bdi>${name}</bdi></b></p><p class="cut muted"><bdi>${conversationTitle(conversation, t)}</bdi></p></div>
        <span class="keys muted">${keyCaps('enter')} ${t('peek.open')}</span><span class="keys muted">${keyCaps('escape')} ${t('peek.close')}</span></div>
      <div class="words">${this.#words(name)}</div></div>`
  }

  #words(customer: string) {
    const { t } = this.desk!
    const state = this.#state.value
    if (state?.phase === 'failed') return html`<p class="muted">${t('peek.failed')}</p>`
    if (state?.phase !== 'ready')
      return html`<p class="blocks" aria-label=${t('peek.loading')}><i></i><i></i></p>`
    const said = foldMessages(state.events).filter(
      (event): event is FoldedMessage | FoldedNote =>
        (event.type === 'message.created' || event.type === 'note.created') && !event.deleted,
    )
    if (said.length === 0) return html`<p class="muted">${t('peek.empty')}</p>`
    return said.slice(-SHOWN).map((event) => this.#line(event, customer))
  }

  #line({ type, actor, at, data }: FoldedMessage | FoldedNote, customer: string) {
    const { t, locale, now, shared } = this.desk!
    const isNote = type === 'note.created'
    const name = actor.kind === 'contact' ? customer : actorName(actor, t)
    const files = data.attachments?.length ?? 0
    return html`<article class=${isNote ? 'note' : actor.kind}>
      <p class="who"><b class="cut">${isNote ? consoleIcon('lock') : nothing}<bdi>${name}</bdi></b><span class="muted tabular">${age(at, now(), t, locale)}</span></p>
      <div class="body" dir="auto">${richText(data.content, { translator: shared })}</div>
      ${files > 0 ? html`<p class="muted">${consoleIcon('clip')}${t('peek.files', { n: files })}</p>` : nothing}</article>`
  }
}
