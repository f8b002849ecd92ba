// What one can do about oneself: be there, be away, sign out. The rail and the phone's list header show the same.

import type { Agent, Availability } from '../../protocol/agent.ts'
import type { ConsoleTranslate, Desk } from '../desk.context.ts'
import type { MenuItem } from '../menu/console-menu.ts'
import { GoOfflineEvent } from '../presence/own-presence.controller.ts'

export const selfMenu = (
  { availability, role }: Pick<Agent, 'availability' | 'role'>,
  t: ConsoleTranslate,
): MenuItem[] => [
  ...(['online', 'away', 'offline'] as const).map((each) => ({
    id: each,
    label: t(`availability.${each}`),
    hint: t(`availability.${each}.hint`),
    checked: each === availability,
  })),
  { id: 'knowledge', label: t('rail.knowledge'), icon: 'book', apart: true },
  ...(role === 'agent'
    ? []
    : [
        { id: 'assistant', label: t('rail.assistant'), icon: 'bell' } as const,
        { id: 'appearance', label: t('me.appearance'), icon: 'palette' } as const,
      ]),
  { id: 'out', label: t('me.sign_out'), icon: 'out', apart: true },
]

/** Somebody wants to leave. */
export class SignOutEvent extends Event {
  constructor() {
    super('deskbell-sign-out', { bubbles: true, composed: true })
  }
}

const PAGES: Readonly<Record<string, string>> = {
  knowledge: '/articles',
  assistant: '/settings/assistant',
  appearance: '/settings/appearance',
}

/** A failure shows in the connection banner: the choice is simply still the old one. */
export function chooseSelf(host: EventTarget, { client, go }: Pick<Desk, 'client' | 'go'>, id: string): void {
  const page = PAGES[id]
  if (page) go(page)
  else if (id === 'out') host.dispatchEvent(new SignOutEvent())
  else if (id === 'offline') host.dispatchEvent(new GoOfflineEvent())
  else client.setAvailability(id as Availability).catch(() => {})
}
