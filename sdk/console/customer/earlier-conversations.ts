// What this customer wrote about before, newest first. Reads; leads there.

import { html, nothing, type PropertyValues } from 'lit'
import type { AgentConversation } from '../../protocol/conversation.ts'
import { age } from '../console-time.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import { conversationTitle } from '../names.ts'
import { earlierStyles } from './earlier-conversations.styles.ts'

export class EarlierConversations extends DeskElement {
  static override properties = {
    contactId: {},
    conversationId: {},
    found: { state: true },
    failed: { state: true },
  }
  static override styles = [deskStyles, earlierStyles]

  declare contactId: string
  /** The one on screen, which is not listed. */
  declare conversationId: string
  declare found: readonly AgentConversation[] | null
  declare failed: boolean
  #asked = ''

  constructor() {
    super()
    this.contactId = ''
    this.conversationId = ''
    this.found = null
    this.failed = false
  }

  protected override willUpdate(_changed: PropertyValues): void {
    const asked = `${this.contactId} ${this.conversationId}`
    if (!this.desk || !this.contactId || this.#asked === asked) return
    this.#asked = asked
    void this.#load(asked)
  }

  async #load(asked: string): Promise<void> {
    this.failed = false
    try {
      const { conversations = [] } = await this.desk!.client.rest<{ conversations: AgentConversation[] }>(
        'GET',
        `/contacts/${this.contactId}/conversations`,
      )
      if (asked === this.#asked) this.found = conversations.filter(({ id }) => id !== this.conversationId)
    } catch {
      if (asked === this.#asked) this.failed = true
    }
  }

  protected override render() {
    if (!this.desk) return nothing
    const { t } = this.desk
    const { found, failed } = this
    return html`<deskbell-sidebar-section name="earlier" heading=${t('customer.earlier')}>
      ${found?.length ? html`<span class="muted tabular" slot="aside">${found.length}</span>` : nothing}
      ${
        failed
          ? html`<p class="muted">${t('customer.earlier_failed')} <button class="link" type="button" @click=${() => void this.#load(this.#asked)}>${t('customer.again')}</button></p>`
          : found?.length === 0
            ? html`<p class="muted">${t('customer.earlier_none')}</p>`
            : html`<ul>${(found ?? []).map((each) => this.#row(each))}</ul>`
      }</deskbell-sidebar-section>`
  }

  #row(each: AgentConversation) {
    const { t, now, locale, go } = this.desk!
    const when = age(each.created_at, now(), t, locale)
    return html`<li><button type="button" @click=${() => go(`/open/${each.id}`)}><span class="cut grow" dir="auto">${conversationTitle(each, t)}</span
      ><span class="muted tabular">${each.rating ? t('customer.rated', { when, score: each.rating.score }) : when}</span></button></li>`
  }
}
