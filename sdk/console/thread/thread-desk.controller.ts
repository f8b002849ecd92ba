// What can be done to the open conversation, held together: its actions, its commands, its picker, and the choosing of
// messages and of other conversations.

import { html, nothing, type ReactiveController, type ReactiveElement } from 'lit'
import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { type ConversationActions, createConversationActions } from './conversation-actions.ts'
import { conversationCommands, type PickKind } from './conversation-commands.ts'
import { ConversationPickers } from './conversation-pickers.controller.ts'
import type { JoinConversation } from './join-conversation.ts'
import { takes } from './thread-rule.ts'

interface Options {
  desk: () => Desk | undefined
  view: () => AgentConversationView | null
  act: (done: Promise<unknown>) => void
  accept: () => void
  write: (kind: 'message' | 'note') => void
  open: (conversationId: string) => void
}

export class ThreadDesk implements ReactiveController {
  /** Messages that are being chosen to be split off; null while none are. */
  chosen: ReadonlySet<string> | null = null
  readonly #host: ReactiveElement
  readonly #options: Options
  readonly #pickers: ConversationPickers
  #view: AgentConversationView | null = null
  #actions: ConversationActions | null = null
  #unregister: (() => void) | undefined
  #joining: 'merge' | 'link' | null = null

  constructor(host: ReactiveElement, options: Options) {
    this.#host = host
    this.#options = options
    this.#pickers = new ConversationPickers({
      desk: () => options.desk()!,
      conversation: () => options.view()?.state.get().conversation ?? null,
      actions: () => this.#actions,
      root: () => host.renderRoot,
      act: options.act,
    })
    host.addController(this)
  }

  get actions(): ConversationActions | null {
    return this.#actions
  }

  hostUpdate(): void {
    const desk = this.#options.desk()
    const view = this.#options.view()
    if (!desk) return
    this.#unregister ??= desk.commands.register(() => this.commands())
    if (view === this.#view) {
      this.#pickers.refresh()
      return
    }
    this.#view = view
    this.chosen = null
    this.#joining = null
    this.#pickers.hostDisconnected()
    this.#actions = view && createConversationActions(view, desk)
    // Whether the team has fields of its own decides what can be done here.
    desk.lists.fields.load().then(
      () => this.#host.requestUpdate(),
      () => {},
    )
  }

  hostDisconnected(): void {
    this.#unregister?.()
    this.#unregister = undefined
    this.#pickers.hostDisconnected()
  }

  /** For this moment. */
  commands(): DeskCommand[] {
    const desk = this.#options.desk()
    const conversation = this.#view?.state.get().conversation
    const me = desk?.client.me.get()?.agent
    if (!desk || !conversation || !me || !this.#actions) return []
    return conversationCommands({
      conversation,
      me,
      actions: this.#actions,
      t: desk.t,
      hasFields: (desk.lists.fields.store.get()?.length ?? 0) > 0,
      pick: (kind) => this.pick(kind),
      write: this.#options.write,
      accept: takes(conversation, me) ? this.#options.accept : null,
      merge: () => this.#join('merge'),
      link: () => this.#join('link'),
      split: () => this.#choose(new Set()),
    })
  }

  run = (command: DeskCommand): void => void this.#options.desk()!.commands.run(command)

  /** Opens the picker beside what shows the fact. */
  pick(kind: PickKind): void {
    const root = this.#host.renderRoot
    const own = { assign: '.holder', snooze: '.snooze' } as Partial<Record<PickKind, string>>
    const anchor = root.querySelector(own[kind] ?? '.more') ?? root.querySelector('.more') ?? this.#host
    this.#options.act(this.#pickers.show(kind, anchor))
  }

  toggleChosen = (eventId: string): void => {
    const next = new Set(this.chosen)
    if (!next.delete(eventId)) next.add(eventId)
    this.#choose(next)
  }

  /** What stands below the log while messages or a conversation are being chosen. */
  render() {
    const desk = this.#options.desk()
    if (!desk || !this.#view) return nothing
    return html`${this.chosen ? this.#splitBar(this.chosen, desk) : nothing}${
      this.#joining
        ? html`<deskbell-join-conversation .view=${this.#view} .mode=${this.#joining} .actions=${this.#actions}
          @deskbell-join-done=${() => this.#endJoin()}></deskbell-join-conversation>`
        : nothing
    }`
  }

  #splitBar(chosen: ReadonlySet<string>, { t }: Desk) {
    return html`<form class="strip split" @submit=${this.#split}>
      <p class="grow" role="status">${t('split.chosen', { n: chosen.size })}</p>
      <button class="button" type="button" @click=${() => this.#choose(null)}>${t('split.cancel')}</button>
      <button class="button solid" type="submit" ?disabled=${chosen.size === 0}>${t('split.do')}</button></form>`
  }

  #split = (event: Event): void => {
    event.preventDefault()
    const { act, open } = this.#options
    const ids = [...(this.chosen ?? [])]
    act(
      this.#actions!.split(ids, '').then((id) => {
        this.#choose(null)
        open(id)
      }),
    )
  }

  #choose(chosen: ReadonlySet<string> | null): void {
    this.chosen = chosen
    this.#host.requestUpdate()
  }

  async #join(mode: JoinConversation['mode']): Promise<void> {
    await import('./join-conversation.define.ts')
    this.#joining = mode
    this.#host.requestUpdate()
  }

  #endJoin(): void {
    this.#joining = null
    this.#host.requestUpdate()
    this.#host.renderRoot.querySelector<HTMLElement>('.scroller')?.focus({ preventScroll: true })
  }
}
