// A thread's head: what it is about, who else looks, who answers, and what one does with it. Draws; its owner acts.

import { html, nothing } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { AttentionChange } from '../../protocol/visit.ts'
import { consoleIcon } from '../console-icon.ts'
import { attentionWords } from '../customer/attention-words.ts'
import { deadline } from '../deadline-words.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { shortcutsOf } from '../keys/desk-commands.ts'
import type { ChooseEvent, MenuItem } from '../menu/console-menu.ts'
import { actorName, conversationTitle, customerName } from '../names.ts'
import type { PickKind } from './conversation-commands.ts'
import { isOver } from './thread-rule.ts'

export interface ThreadHeader {
  conversation: AgentConversation
  /** Colleagues who look at it now. */
  viewers: readonly { id: string; name: string }[]
  commands: readonly DeskCommand[]
  phone: boolean
  /** The sidebar is not in sight, so offer it. */
  detailsHidden: boolean
  /** Whether the customer looks; undefined while nobody knows. */
  seen: AttentionChange | undefined
  desk: Desk
  back: () => void
  details: () => void
  pick: (kind: PickKind) => void
  run: (command: DeskCommand) => void
}

/** What stands in the menu, in groups. */
const MENU = [
  ['chat.assign', 'chat.assign-me', 'chat.snooze', 'chat.wake'],
  ['chat.tag', 'chat.priority', 'chat.topic', 'chat.department', 'chat.field', 'chat.follow', 'macro.pick'],
  ['chat.merge', 'chat.unmerge', 'chat.split', 'chat.link', 'chat.copy-link'],
  ['chat.spam', 'chat.block'],
] as const
/** They have buttons of their own where there is room. */
const BUTTONS: ReadonlySet<string> = new Set(['chat.assign', 'chat.snooze'])

export function threadHeader(header: ThreadHeader) {
  const { conversation, phone, desk } = header
  const { t } = desk
  const { reference, channel, department } = conversation
  const name = customerName(conversation.contact, t)
  const due = conversation.due_at ? deadline(conversation.due_at, desk.now(), t, desk.locale) : null
  // The sidebar says it where it is in sight.
  const seen = header.detailsHidden ? attentionWords(header.seen, desk) : ''
  const place = phone
    ? [name, seen, due?.words ?? reference]
    : [seen, reference, t(`channel.${channel}`), department?.name]
  return html`<header>
    ${
      phone
        ? html`<button class="button bare square back" type="button" aria-label=${t('thread.back')}
          @click=${header.back}>${consoleIcon('back')}</button>`
        : nothing
    }
    <div class="grow titles">
      <h2 class="cut" dir="auto">${conversationTitle(conversation, t)}</h2>
      <p class="cut tabular">${place.filter(Boolean).join(' · ')}</p>
    </div>
    ${viewers(header)} ${phone ? nothing : html`${holder(header)}${snooze(header)}`} ${ending(header)} ${more(header)}
    ${
      header.detailsHidden
        ? html`<button class="button bare square" type="button" aria-label=${t('thread.details', { name })}
          @click=${header.details}>${consoleIcon('details')}</button>`
        : nothing
    }
  </header>`
}

function viewers({ viewers, desk: { t } }: ThreadHeader) {
  if (viewers.length === 0) return nothing
  const names = viewers.map(({ name }) => name).join(', ')
  return html`<span class="viewers" role="img" aria-label=${t('thread.viewers', { names })} title=${t('thread.viewers', { names })}
    >${consoleIcon('eye')}${viewers.slice(0, 3).map((viewer) => mark({ ...viewer, kind: 'human' }, 20))}${viewers.length > 3 ? html`<span class="tabular">+${viewers.length - 3}</span>` : nothing}</span>`
}

/** Who answers, and to whom it can be given instead. */
function holder({ conversation, pick, desk: { t } }: ThreadHeader) {
  const { assignee } = conversation
  return html`<button class="button bare holder" type="button" aria-haspopup="dialog" ?disabled=${isOver(conversation)}
      title=${t('assign.label')} @click=${() => pick('assign')}>
    ${assignee ? mark(assignee, 20) : html`<span class="nobody">${consoleIcon('waiting')}</span>`}
    <bdi class="cut">${assignee ? actorName(assignee, t) : t('nobody')}</bdi>${consoleIcon('down')}
    <span class="hidden-text">${t('assign.label')}</span></button>`
}

function snooze({ conversation, pick, desk: { t } }: ThreadHeader) {
  if (isOver(conversation)) return nothing
  const snoozed = conversation.snoozed_until !== null
  return html`<button class="button bare square snooze ${snoozed ? 'on' : ''}" type="button" aria-haspopup="dialog" aria-label=${t('command.snooze')}
    title=${t('command.snooze')} @click=${() => pick('snooze')}>${consoleIcon('moon')}</button>`
}

function ending({ conversation, commands, run, desk: { t } }: ThreadHeader) {
  const command = commands.find(({ id }) => id === 'chat.resolve')
  if (conversation.status === 'closed' || !command) return nothing
  const words = t(isOver(conversation) ? 'thread.reopen' : 'thread.resolve')
  // The second half of a double click would fall on the next conversation, which has come meanwhile.
  const once = ({ detail }: MouseEvent): void => {
    if (detail < 2) run(command)
  }
  return html`<button class="button resolve" type="button" aria-label=${words} @click=${once}
    >${consoleIcon(command.icon!)}<span class="wide">${words}</span></button>`
}

function more({ commands: own, phone, run, desk }: ThreadHeader) {
  const { t } = desk
  // A macro's list is the palette's, wherever it is opened from.
  const commands = [...own, ...[desk.commands.find('macro.pick')].filter((each) => each !== undefined)]
  const items = MENU.flatMap((group) =>
    group
      .filter((id) => phone || !BUTTONS.has(id))
      .flatMap((id) => commands.find((command) => command.id === id && command.enabled !== false) ?? [])
      .map((command, index): MenuItem => {
        const [shortcut] = shortcutsOf(command)
        return {
          id: command.id,
          label: command.label,
          ...(command.icon && { icon: command.icon }),
          ...(shortcut && { key: shortcut.toUpperCase() }),
          apart: index === 0,
        }
      }),
  )
  const [first] = items
  if (first) first.apart = false
  const choose = ({ id }: ChooseEvent): void => {
    const command = commands.find((each) => each.id === id)
    // What has gone meanwhile is done already.
    if (command) run(command)
  }
  return html`<deskbell-console-menu class="more" place="end" .items=${items} .label=${t('thread.more')}
    @deskbell-choose=${choose}>${consoleIcon('more')}</deskbell-console-menu>`
}
