// The views of the inbox in the order they are shown, with their icons.

import type { Actor } from '../../protocol/actor.ts'
import type { InboxView } from '../../protocol/conversation.ts'
import type { ConsoleIcon } from '../console-icon.ts'

export const VIEWS = [
  'mine',
  'waiting',
  'unassigned',
  'assistant',
  'drafts',
  'mentions',
  'following',
  'open',
  'snoozed',
  'resolved',
  'spam',
] as const satisfies InboxView[]

export const viewIcon: Readonly<Record<InboxView, ConsoleIcon>> = {
  mine: 'person',
  waiting: 'waiting',
  unassigned: 'inbox',
  assistant: 'bell',
  drafts: 'pen',
  mentions: 'at',
  following: 'eye',
  open: 'list',
  snoozed: 'clock',
  resolved: 'check',
  spam: 'block',
}

/** For places that mean the AI agent as such. */
export const ASSISTANT_MARK: Pick<Actor, 'kind' | 'id' | 'name'> = { kind: 'ai', id: null, name: '' }
