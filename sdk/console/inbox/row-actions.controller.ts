// Does what was chosen to the rows it was chosen for: asks in a picker where there is something to pick, then hands
// the work to the server as one operation, which can be taken back as one.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { DeskAction } from '../../protocol/desk-tools.ts'
import type { Priority, Tag } from '../../protocol/triage.ts'
import type { BulkRuns, BulkTargets, BulkWork } from '../bulk/bulk-run.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { Desk } from '../desk.context.ts'
import { actionsText } from '../palette/action-words.ts'
import { loadMacros } from '../palette/macro-commands.ts'
import type { PickEvent, PickNewEvent } from '../picker/desk-picker.events.ts'
import type { DeskPicker, PickerItem } from '../picker/desk-picker.ts'
import { type Choices, loadChoices } from '../picker/load-choices.ts'
import type { InboxList } from './inbox-list.ts'

export type PickKind = 'assign' | 'move' | 'priority' | 'topic' | 'tag' | 'field' | 'snooze' | 'macro'

interface Deps {
  desk: () => Desk | undefined
  bulk: () => BulkRuns | null
}

export class RowActions implements ReactiveController {
  readonly #list: InboxList
  readonly #deps: Deps
  #picker: DeskPicker | null = null
  #choices: Choices | null = null
  #kind: PickKind = 'assign'
  /** For whom the picker stands open, whatever has the focus meanwhile. */
  #targets: BulkTargets = { ids: [] }

  constructor(list: InboxList & ReactiveControllerHost, deps: Deps) {
    this.#list = list
    this.#deps = deps
    list.addController(this)
  }

  hostDisconnected(): void {
    this.#picker?.remove()
    this.#picker = null
  }

  /** @throws ApiError where the server refuses to begin */
  async run(action: DeskAction, label: string): Promise<void> {
    await this.#work({ actions: [action] }, label, this.#list.bulkTargets)
  }

  async pick(kind: PickKind): Promise<void> {
    const desk = this.#deps.desk()
    if (!desk) return
    this.#kind = kind
    this.#targets = this.#list.bulkTargets
    const anchor = this.#list.actionAnchor(`select.${kind}`)
    this.#choices ??= await loadChoices()
    const items = await this.#items(kind, desk)
    const picker = this.#picker ?? this.#make()
    this.#picker = picker
    picker.items = items
    picker.label = desk.t(`act.${kind}`)
    picker.time = kind === 'snooze'
    picker.creates = kind === 'tag' ? desk.t('act.new_tag') : ''
    picker.show(anchor)
    if (kind !== 'assign') return
    // Nobody waits for how much each has: it comes where it stands.
    await desk.lists.loads.load().catch(() => {})
    if (this.#kind === 'assign') picker.items = await this.#items('assign', desk)
  }

  #make(): DeskPicker {
    const picker = document.createElement('deskbell-desk-picker')
    picker.addEventListener('deskbell-pick', (event) => this.#picked((event as PickEvent).id))
    picker.addEventListener('deskbell-pick-new', (event) =>
      this.#newTag((event as unknown as PickNewEvent).name),
    )
    this.#list.renderRoot.append(picker)
    return picker
  }

  async #items(kind: PickKind, desk: Desk): Promise<PickerItem[]> {
    const { client, lists, t } = desk
    const choices = this.#choices!
    // What a picker lists comes with it.
    switch (kind) {
      case 'assign':
        return choices.assignChoices(
          {
            agents: client.agents.get(),
            departments: client.departments.get(),
            me: client.me.get()!.agent,
            assigneeId: undefined,
            loads: lists.loads.store.get(),
          },
          t,
        )
      case 'move':
        return choices.departmentChoices(client.departments.get(), undefined, t)
      case 'priority':
        return choices.priorityChoices(undefined, t)
      case 'topic':
        return choices.topicChoices(await lists.topics.load(), undefined, t)
      case 'tag':
        return choices.tagChoices(await lists.tags.load(), new Set())
      case 'field':
        return choices.fieldChoices(await lists.fields.load(), null, t, desk.locale)
      case 'snooze':
        return choices.snoozeChoices(desk.now(), desk.locale, t)
      case 'macro':
        return (await loadMacros(lists)).map(({ id, name, actions }) => ({
          id,
          label: name,
          icon: 'again',
          hint: actionsText(actions, desk),
        }))
    }
  }

  async #picked(id: string): Promise<void> {
    const choices = this.#choices!
    const orNull = (): string | null => (id === choices.NONE ? null : id)
    const work: Record<PickKind, () => BulkWork> = {
      assign: () => {
        const { department_id, assignee_id } = choices.assignmentOf(id)
        const hands = { type: 'assign', assignee_id } as const
        return { actions: department_id ? [{ type: 'move', department_id }, hands] : [hands] }
      },
      move: () => ({ actions: [{ type: 'move', department_id: orNull() }] }),
      priority: () => ({ actions: [{ type: 'facts', priority: id as Priority }] }),
      topic: () => ({ actions: [{ type: 'facts', topic_id: orNull() }] }),
      tag: () => ({ actions: [{ type: 'facts', add_tag_ids: [id] }] }),
      field: () => {
        const { key, value } = choices.fieldOf(id)
        return { actions: [{ type: 'facts', custom: { [key]: value } }] }
      },
      snooze: () => ({ actions: [{ type: 'snooze_until', until: id }] }),
      macro: () => ({ macroId: id }),
    }
    await this.#attempt(work[this.#kind](), this.#targets)
  }

  async #newTag(name: string): Promise<void> {
    const desk = this.#deps.desk()!
    try {
      const tag = await desk.client.rest<Tag>('POST', '/tags', { body: { name } })
      void desk.lists.tags.again().catch(() => {})
      await this.#attempt({ actions: [{ type: 'facts', add_tag_ids: [tag.id] }] }, this.#targets)
    } catch (error) {
      await this.#failed(error)
    }
  }

  /** For what comes of a picker: nobody else would say that it failed. */
  async #attempt(work: BulkWork, targets: BulkTargets): Promise<void> {
    try {
      await this.#work(work, this.#deps.desk()!.t(`act.${this.#kind}`), targets)
    } catch (error) {
      await this.#failed(error)
    }
  }

  async #failed(error: unknown): Promise<void> {
    const { undo, t } = this.#deps.desk()!
    undo.fail({ what: t(`act.${this.#kind}`), reason: reasonOf(error, t) })
  }

  async #work(work: BulkWork, label: string, targets: BulkTargets): Promise<void> {
    if ('ids' in targets && targets.ids.length === 0) return
    await this.#deps.bulk()?.run(targets, work, label)
    this.#list.pickNone()
  }
}
