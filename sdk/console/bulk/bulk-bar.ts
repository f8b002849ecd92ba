// What can be done with the rows that are chosen: stands in the list's head while any is.

import { html, nothing } from 'lit'
import { type ConsoleIcon, consoleIcon } from '../console-icon.ts'
import { DeskElement } from '../desk.context.ts'
import { deskStyles } from '../desk.styles.ts'
import type { InboxList } from '../inbox/inbox-list.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import { bulkBarStyles } from './bulk-bar.styles.ts'

/** In the bar itself; the rest is in its menu. */
const TOOLS = [
  ['select.assign', 'person', 'act.assign'],
  ['select.tag', 'tag', 'act.tag'],
  ['select.snooze', 'clock', 'act.snooze'],
  ['select.resolve', 'check', 'act.resolve'],
] as const satisfies readonly (readonly [string, ConsoleIcon, string])[]

const MORE = [
  ['select.move', 'people', 'act.move'],
  ['select.priority', 'flag', 'act.priority'],
  ['select.topic', 'list', 'act.topic'],
  ['select.field', 'list', 'act.field'],
  ['select.macro', 'again', 'act.macro'],
  ['select.spam', 'block', 'act.spam'],
] as const satisfies readonly (readonly [string, ConsoleIcon, string])[]

/** Runs the desk's commands by their ids; what they do is theirs. */
export class BulkBar extends DeskElement {
  static override properties = { list: { attribute: false }, count: { type: Number } }
  static override styles = [deskStyles, bulkBarStyles]

  declare list: InboxList | null
  /** How many are chosen. */
  declare count: number

  #fields = this.watch((desk) => desk.lists.fields.store)

  constructor() {
    super()
    this.list = null
    this.count = 0
  }

  protected override firstUpdated(): void {
    // A team without fields of its own has nothing to set there.
    this.desk?.lists.fields.load().catch(() => {})
  }

  protected override render() {
    const desk = this.desk
    if (!desk) return nothing
    const { t } = desk
    const items: MenuItem[] = MORE.filter(([id]) => id !== 'select.field' || this.#fields.value?.length).map(
      ([id, icon, label]) => ({ id, icon, label: t(label) }),
    )
    return html`<div role="toolbar" aria-label=${t('select.count', { n: this.count })}>
      <button class="button bare square" type="button" aria-label=${t('select.clear')} title=${t('select.clear')}
        @click=${() => this.#clear()}>${consoleIcon('close')}</button>
      <span class="grow cut count" role="status">${t('select.count', { n: this.count })}</span>
      ${TOOLS.map(
        ([id, icon, label]) => html`<button class="button bare square" type="button" data-command=${id}
          aria-label=${t(label)} title=${t(label)} @click=${() => desk.commands.run(id)}>${consoleIcon(icon)}</button>`,
      )}
      <deskbell-console-menu place="end" .items=${items} .label=${t('act.more')}
        @deskbell-choose=${(event: ChooseEvent) => desk.commands.run(event.id)}>${consoleIcon('more')}</deskbell-console-menu>
    </div>`
  }

  #clear(): void {
    const { list } = this
    list?.pickNone()
    list?.focusRow(list.focusId)
  }
}
