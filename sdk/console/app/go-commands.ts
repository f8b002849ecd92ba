// Ways to every list and page, for the palette and the keys: g, then a letter.

import type { Desk } from '../desk.context.ts'
import { VIEWS, viewIcon } from '../inbox/inbox-view.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import type { ConsolePage } from './console-route.ts'

const KEYS: Partial<Record<(typeof VIEWS)[number], string>> = {
  mine: 'g m',
  waiting: 'g w',
  unassigned: 'g u',
  assistant: 'g a',
  drafts: 'g d',
  mentions: 'g n',
  open: 'g o',
  snoozed: 'g s',
  resolved: 'g r',
}

/** @param page what stands in the place of the inbox; settings have an Esc of their own */
export function goCommands({ client, t, go }: Desk, page: ConsolePage | undefined): DeskCommand[] {
  const isAdmin = client.me.get()?.agent.role !== 'agent'
  const to = (path: string, label: string, rest: Partial<DeskCommand> = {}): DeskCommand => ({
    id: `go.${path.slice(1)}`,
    label: t('go.to', { name: label }),
    section: 'go',
    run: () => go(path),
    ...rest,
  })
  return [
    ...VIEWS.map((view) =>
      to(`/${view}`, t(`view.${view}`), {
        icon: viewIcon[view],
        ...(KEYS[view] && { shortcut: KEYS[view] }),
      }),
    ),
    ...client.views.state.get().map(({ id, name }) => to(`/saved/${id}`, name, { icon: 'filter' })),
    ...client.departments.get().map(({ id, name }) => to(`/team/${id}`, name, { icon: 'people' })),
    to('/articles', t('rail.knowledge'), { icon: 'book', shortcut: 'g k' }),
    to('/board', t('rail.board'), { icon: 'board', shortcut: 'g b' }),
    ...(isAdmin ? [to('/settings', t('rail.settings'), { icon: 'sliders', shortcut: 'g t' })] : []),
    to('/', '', {
      label: t('thread.back'),
      shortcut: 'escape',
      keysOnly: true,
      enabled: page !== undefined && page !== 'settings',
    }),
  ]
}
