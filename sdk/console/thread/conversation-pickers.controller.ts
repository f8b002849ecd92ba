// The one picker of a thread: what it lists for each kind of fact, and what follows from a choice.

import type { ReactiveController } from 'lit'
import { createStore } from '../../client/store.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { Priority } from '../../protocol/triage.ts'
import type { Desk } from '../desk.context.ts'
import type { PickEvent, PickNewEvent } from '../picker/desk-picker.events.ts'
import type { DeskPicker } from '../picker/desk-picker.ts'
import { type Choices, loadChoices } from '../picker/load-choices.ts'
import type { ConversationActions } from './conversation-actions.ts'
import type { PickKind } from './conversation-commands.ts'

interface Options {
  desk: () => Desk
  conversation: () => AgentConversation | null
  actions: () => ConversationActions | null
  root: () => ParentNode
  /** Tells the agent when it fails. */
  act: (done: Promise<unknown>) => void
}

export class ConversationPickers implements ReactiveController {
  /** What is being picked. */
  readonly open = createStore<PickKind | null>(null)
  readonly #options: Options
  #picker: DeskPicker | null = null
  #choices: Choices | null = null
  /** What was picked last; the picker may have closed by then. */
  #kind: PickKind | null = null

  constructor(options: Options) {
    this.#options = options
  }

  hostDisconnected(): void {
    this.#picker?.remove()
    this.#picker = null
    this.open.set(null)
  }

  async show(kind: PickKind, anchor: Element): Promise<void> {
    const { desk: getDesk, root } = this.#options
    const desk = getDesk()
    this.#choices ??= await loadChoices()
    // What it does not know yet is fetched while it is open.
    const list = kind === 'tag' ? desk.lists.tags : kind === 'topic' ? desk.lists.topics : null
    if (list) await list.load().catch(() => {})
    if (!this.#options.conversation()) return
    this.#picker ??= this.#make(root())
    this.#kind = kind
    this.open.set(kind)
    this.#fill(kind)
    this.#picker.show(anchor)
    // Nobody waits for how much each has: it comes where it stands.
    if (kind === 'assign') {
      await desk.lists.loads.load().catch(() => {})
      this.refresh()
    }
  }

  /** Its choices are those of now. */
  refresh(): void {
    const kind = this.open.get()
    if (kind) this.#fill(kind)
  }

  #make(root: ParentNode): DeskPicker {
    const picker = document.createElement('deskbell-desk-picker')
    picker.addEventListener('deskbell-pick', (event) => this.#picked(event as PickEvent))
    picker.addEventListener('deskbell-pick-new', ({ name }: Event & Partial<PickNewEvent>) =>
      this.#options.act(this.#options.actions()!.newTag(name!)),
    )
    picker.addEventListener('deskbell-pick-done', () => this.open.set(null))
    root.append(picker)
    return picker
  }

  #fill(kind: PickKind): void {
    const desk = this.#options.desk()
    const { t } = desk
    const conversation = this.#options.conversation()
    const picker = this.#picker
    const choices = this.#choices
    if (!picker || !conversation || !choices) return
    picker.label = t(`pick.${kind}`)
    picker.multiple = kind === 'tag'
    picker.creates = kind === 'tag' ? t('pick.new_tag') : ''
    picker.time = kind === 'snooze'
    picker.items = {
      assign: () =>
        choices.assignChoices(
          {
            agents: desk.client.agents.get(),
            departments: desk.client.departments.get(),
            me: desk.client.me.get()!.agent,
            assigneeId: conversation.assignee?.id ?? null,
            loads: desk.lists.loads.store.get(),
          },
          t,
        ),
      priority: () => choices.priorityChoices(conversation.priority, t),
      topic: () =>
        choices.topicChoices(desk.lists.topics.store.get() ?? [], conversation.topic?.id ?? null, t),
      department: () =>
        choices.departmentChoices(desk.client.departments.get(), conversation.department?.id ?? null, t),
      tag: () =>
        choices.tagChoices(
          desk.lists.tags.store.get() ?? conversation.tags,
          new Set(conversation.tags.map(({ id }) => id)),
        ),
      field: () =>
        choices.fieldChoices(desk.lists.fields.store.get() ?? [], conversation.custom, t, desk.locale),
      snooze: () => choices.snoozeChoices(desk.now(), desk.locale, t),
    }[kind]()
  }

  #picked({ id, checked }: PickEvent): void {
    const { actions: get, act, desk } = this.#options
    const kind = this.#kind
    const actions = get()
    const choices = this.#choices
    if (!actions || !kind || !choices) return
    const orNull = (): string | null => (id === choices.NONE ? null : id)
    const { lists } = desk()
    const label = this.#picker!.items.find((item) => item.id === id)?.label ?? ''
    if (kind === 'assign') act(actions.give(choices.assignmentOf(id)))
    else if (kind === 'priority') act(actions.priority(id as Priority))
    else if (kind === 'topic') act(actions.topic(orNull(), label))
    else if (kind === 'department') act(actions.move(orNull()))
    else if (kind === 'field') {
      const { key, value } = choices.fieldOf(id)
      const name = lists.fields.store.get()?.find((field) => field.key === key)?.label ?? key
      act(actions.field(key, name, value))
    } else if (kind === 'snooze') act(actions.snooze(id))
    else {
      const tag = lists.tags.store.get()?.find((each) => each.id === id) ?? { id, name: label }
      act(actions.tag(tag, checked))
    }
  }
}
