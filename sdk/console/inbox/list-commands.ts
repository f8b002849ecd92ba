// What can be done in the list and with the rows chosen in it: for the palette, the keys and the bulk bar alike.

import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { OpenConversationEvent } from './inbox-list.events.ts'
import type { InboxList } from './inbox-list.ts'
import type { PickKind, RowActions } from './row-actions.controller.ts'

/** `select.*` act where rows are chosen, or one other than the open one has the focus. */
export function listCommands(list: InboxList, actions: RowActions, desk: Desk): DeskCommand[] {
  const { t } = desk
  const focused = list.focusedId
  const isHere = list.offsetParent !== null
  const enabled = list.selection.ids.size > 0 || (list.aimedId !== null && list.aimedId !== list.selectedId)
  const act = (
    id: string,
    label: Parameters<typeof t>[0],
    shortcut: string,
    run: () => unknown,
    rest = {},
  ): DeskCommand => ({
    id: `select.${id}`,
    label: t(label),
    section: 'selection',
    ...(shortcut && { shortcut }),
    enabled,
    hint: enabled ? t('act.target', { n: list.selection.ids.size || 1 }) : '',
    run,
    ...rest,
  })
  const pick = (kind: PickKind) => () => actions.pick(kind)
  const move = (
    id: string,
    label: Parameters<typeof t>[0],
    shortcut: string | string[],
    run: () => unknown,
  ): DeskCommand => ({
    id: `list.${id}`,
    label: t(label),
    section: 'go',
    shortcut,
    keysOnly: true,
    repeats: true,
    enabled: isHere,
    run,
  })
  const open = (by: 1 | -1): void => {
    const id = list.beside(list.selectedId, by)
    if (id) list.dispatchEvent(new OpenConversationEvent(id, true))
  }
  return [
    move('next', 'list.next', 'j', () => list.step(1)),
    move('previous', 'list.previous', 'k', () => list.step(-1)),
    move('open-next', 'list.open_next', ']', () => open(1)),
    move('open-previous', 'list.open_previous', '[', () => open(-1)),
    {
      id: 'list.open',
      label: t('list.open'),
      section: 'go',
      shortcut: 'o',
      keysOnly: true,
      enabled: focused !== null,
      run: () => list.dispatchEvent(new OpenConversationEvent(focused!)),
    },
    {
      id: 'list.peek',
      label: t('list.peek'),
      section: 'go',
      shortcut: 'space',
      keysOnly: true,
      enabled: focused !== null,
      run: () => list.peek.toggle(),
    },
    act('row', 'select.row', 'x', () => list.pick(focused ?? list.selectedId!), {
      enabled: (focused ?? list.selectedId) !== null && isHere,
      keysOnly: true,
    }),
    act('range', 'select.range', 'shift+x', () => list.pick(focused ?? list.selectedId!, true), {
      enabled: (focused ?? list.selectedId) !== null && isHere,
      keysOnly: true,
    }),
    act('loaded', 'select.loaded', 'mod+a', () => list.pickAll(), {
      enabled: isHere && list.order.length > 0,
    }),
    act('assign', 'act.assign', 'a', pick('assign'), { icon: 'person' }),
    act(
      'assign-me',
      'act.assign_me',
      'i',
      () => actions.run({ type: 'assign', assignee_id: 'me' }, t('act.assign_me')),
      {
        icon: 'person',
      },
    ),
    act('tag', 'act.tag', 'l', pick('tag'), { icon: 'tag' }),
    act('snooze', 'act.snooze', 'h', pick('snooze'), { icon: 'clock' }),
    act('resolve', 'act.resolve', 'e', () => actions.run({ type: 'resolve' }, t('act.resolve')), {
      icon: 'check',
    }),
    act('move', 'act.move', 'd', pick('move'), { icon: 'people' }),
    act('priority', 'act.priority', 'p', pick('priority'), { icon: 'flag' }),
    act('topic', 'act.topic', 't', pick('topic'), { icon: 'list' }),
    act('field', 'act.field', '', pick('field'), {
      icon: 'list',
      enabled: enabled && (desk.lists.fields.store.get()?.length ?? 0) > 0,
    }),
    act('macro', 'act.macro', 'm', pick('macro'), { icon: 'again' }),
    act('spam', 'act.spam', '!', () => actions.run({ type: 'spam', spam: true }, t('act.spam')), {
      icon: 'block',
    }),
  ]
}
