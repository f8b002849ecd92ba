// All conversations of the customer, newest first. It knows their outlines, no log.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import { isUnread } from '../home/unread.ts'
import { firstIcon as icon } from '../icon/icon-shape.ts'
import { markStyles } from '../mark/mark.styles.ts'
import { mark } from '../mark/mark.ts'
import { panelStyles } from '../panel/panel.styles.ts'
import { panelHeader } from '../panel/panel-header.ts'
import { consumeWidget } from '../provider/widget-consumer.ts'
import { conversationsStyles } from './conversations.styles.ts'

export class DeskbellConversations extends LitElement {
  static override styles = [...panelStyles, markStyles, conversationsStyles]

  #widget = consumeWidget(this)
  #life: AbortController | undefined
  #watched: unknown

  override connectedCallback(): void {
    super.connectedCallback()
    this.#life = new AbortController()
    this.#watched = undefined
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#life?.abort()
  }

  override focus(options?: FocusOptions): void {
    const first = this.renderRoot?.querySelector<HTMLElement>('.talk') ?? this.#newChat
    first?.focus(options)
  }

  get #newChat(): HTMLElement | null {
    return this.renderRoot?.querySelector('.foot .button')
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { client } = this.#widget
    if (!client || client === this.#watched) return
    this.#watched = client
    client.conversations.list.subscribe(() => this.requestUpdate(), { signal: this.#life?.signal })
  }

  protected override render(): TemplateResult {
    const { client, navigation, tr } = this.#widget
    const { t } = tr
    const conversations = client?.conversations.list.get() ?? []
    return html`
      ${panelHeader({ t, navigation, title: t('chat.all') })}
      <div class="body">${
        conversations.length > 0
          ? html`<ul>${conversations.map((conversation) => this.#talk(conversation))}</ul>`
          : html`<div class="none"><h2 class="big">${t('chat.empty')}</h2><p>${t('chat.empty_more')}</p></div>`
      }</div>
      <div class="foot"><button class="button solid" type="button" @click=${() => navigation?.open('chat', { conversationId: null })}>
        ${t('chat.new_chat')}</button></div>`
  }

  #talk(conversation: VisitorConversation): TemplateResult {
    const { tr, navigation } = this.#widget
    const { id, channel, subject, last_message, assignee, updated_at, reference } = conversation
    const who = last_message && last_message.actor.kind !== 'contact' ? last_message.actor : assignee
    const unread = isUnread(conversation)
    const at = last_message?.at ?? updated_at
    const state = this.#state(conversation)
    return html`<li><button class="row talk ${unread ? 'unread' : ''}" type="button"
      @click=${() => navigation?.open('chat', { conversationId: id })}>
      ${who ? mark(who, 32) : html`<span class="nobody">${icon(channel === 'ticket' ? 'mail' : 'chat')}</span>`}
      <span class="row-text">
        <span class="row-title"><bdi>${subject || who?.name || tr.t('chat.title')}</bdi></span>
        <span class="row-more said"><bdi>${last_message?.preview ?? ''}</bdi></span>
        <span class="row-more">${state}${state && reference ? ' · ' : ''}<span class="reference">${reference}</span></span>
      </span>
      <span class="side"><time datetime=${at}>${tr.when(at)}</time>
        ${unread ? html`<span class="dot" role="img" aria-label=${tr.t('home.unread')}></span>` : nothing}
      </span>
    </button></li>`
  }

  #state({ status, queue, assignee }: VisitorConversation): string {
    const { t } = this.#widget.tr
    if (status === 'resolved') return t('status.solved')
    if (status === 'closed') return t('chat.is_closed')
    return queue ? t('chat.waits_person') : assignee?.kind === 'human' ? assignee.name : ''
  }
}
