// The commands that belong to no list and no thread: palette, keys, undo, search, macros, who I am and how I like it.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import type { Desk } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { assignCommands } from '../palette/assign-commands.ts'
import { macroCommands } from '../palette/macro-commands.ts'
import { GoOfflineEvent } from '../presence/own-presence.controller.ts'
import { SignOutEvent } from '../rail/self-menu.ts'

interface About {
  desk: Desk
  /** The open conversation. */
  view: AgentConversationView | null
  show: (sheet: 'palette' | 'keys' | 'preferences') => void
  /** Where events come from. */
  host: EventTarget
}

export function ownCommands({ desk, view, show, host }: About): DeskCommand[] {
  const { t, undo } = desk
  const { undo: last, redo: next } = undo.next()
  return [
    {
      id: 'palette.open',
      section: 'go',
      label: t('command.palette'),
      icon: 'search',
      shortcut: 'mod+k',
      inText: true,
      keysOnly: true,
      run: () => show('palette'),
    },
    {
      id: 'search.open',
      section: 'go',
      label: t('command.search'),
      icon: 'search',
      shortcut: '/',
      keywords: t('command.search.words'),
      run: () => desk.go('/search'),
    },
    {
      id: 'keys.show',
      section: 'me',
      label: t('command.keys'),
      icon: 'list',
      shortcut: '?',
      run: () => show('keys'),
    },
    {
      id: 'undo.undo',
      section: 'write',
      label: last ? t('command.undo_this', { what: last.label }) : t('undo.undo'),
      icon: 'back',
      shortcut: 'mod+z',
      inText: 'empty',
      enabled: last !== undefined,
      run: () => undo.undo(),
    },
    {
      id: 'undo.redo',
      section: 'write',
      label: next ? t('command.redo_this', { what: next.label }) : t('undo.redo'),
      icon: 'again',
      shortcut: 'mod+shift+z',
      inText: 'empty',
      enabled: next !== undefined,
      run: () => undo.redo(),
    },
    ...(view ? [...assignCommands(view, desk), ...macroCommands(view, desk)] : []),
    ...selfCommands({ desk, show, host }),
  ]
}

function selfCommands({ desk, show, host }: Pick<About, 'desk' | 'show' | 'host'>): DeskCommand[] {
  const { t, client, preferences, undo } = desk
  const me = client.me.get()?.agent
  const now = preferences.state.get()
  const available = (to: 'online' | 'away'): DeskCommand => ({
    id: `me.${to}`,
    section: 'me',
    label: t(`command.${to}`),
    keywords: t('command.presence.words'),
    icon: 'person',
    enabled: me !== undefined && me.availability !== to,
    async run() {
      const before = me!.availability
      await client.setAvailability(to)
      undo.offer({
        label: t(`command.${to}.done`),
        undo: () => client.setAvailability(before),
        redo: () => client.setAvailability(to),
      })
    },
  })
  const theme = (to: 'auto' | 'light' | 'dark'): DeskCommand => ({
    id: `me.theme-${to}`,
    section: 'me',
    label: t(`command.theme_${to}`),
    keywords: t('command.theme.words'),
    icon: to === 'dark' ? 'moon' : to === 'light' ? 'sun' : 'desktop',
    enabled: now !== null && now.theme !== to,
    run: () => preferences.save({ theme: to }),
  })
  const density = now?.density === 'dense' ? 'comfortable' : 'dense'
  return [
    available('online'),
    available('away'),
    {
      id: 'me.offline',
      section: 'me',
      label: t('command.offline'),
      keywords: t('command.presence.words'),
      icon: 'person',
      enabled: me !== undefined && me.availability !== 'offline',
      run: () => host.dispatchEvent(new GoOfflineEvent()),
    },
    theme('auto'),
    theme('light'),
    theme('dark'),
    {
      id: 'me.density',
      section: 'me',
      label: t(`command.${density}`),
      keywords: t('command.density.words'),
      icon: 'list',
      enabled: now !== null,
      run: () => preferences.save({ density }),
    },
    {
      id: 'preferences.open',
      section: 'me',
      label: t('command.preferences'),
      keywords: t('command.preferences.words'),
      icon: 'person',
      enabled: now !== null,
      shortcut: 'g p',
      run: () => show('preferences'),
    },
    {
      id: 'me.sign-out',
      section: 'me',
      label: t('me.sign_out'),
      icon: 'out',
      run: () => host.dispatchEvent(new SignOutEvent()),
    },
  ]
}
