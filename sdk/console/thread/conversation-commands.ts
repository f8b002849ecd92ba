// What can be done to the open conversation, as commands: the same for menus, keys and the palette.

import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { DeskCommand } from '../keys/desk-commands.ts'
import { customerName } from '../names.ts'
import type { ConversationActions } from './conversation-actions.ts'
import { isOver } from './thread-rule.ts'

export type PickKind = 'assign' | 'priority' | 'topic' | 'department' | 'tag' | 'field' | 'snooze'

export interface CommandSource {
  conversation: AgentConversation
  me: Agent
  actions: ConversationActions
  t: ConsoleTranslate
  /** The team has fields of its own. */
  hasFields: boolean
  pick: (kind: PickKind) => void
  write: (kind: 'message' | 'note') => void
  merge: () => void
  split: () => void
  link: () => void
  accept: (() => void) | null
}

export function conversationCommands(source: CommandSource): DeskCommand[] {
  const { conversation, me, actions, t, pick, write } = source
  const detail = customerName(conversation.contact, t)
  const over = isOver(conversation)
  const follows = conversation.follower_ids.includes(me.id)
  const blocked = conversation.blocked ?? false
  const { spam, snoozed_until: snoozed } = conversation
  const chat = (id: string, label: string, rest: Omit<DeskCommand, 'id' | 'label' | 'section' | 'detail'>) =>
    ({ id: `chat.${id}`, label, section: 'chat', detail, ...rest }) as const
  return [
    ...(source.accept
      ? [chat('accept', t('accept.button'), { icon: 'check', shortcut: 'i', run: source.accept })]
      : [
          chat('assign-me', t('command.assign_me'), {
            icon: 'person',
            shortcut: 'i',
            enabled: !over && conversation.assignee?.id !== me.id,
            run: () => actions.assign(me.id),
          }),
        ]),
    chat('assign', t('command.assign'), {
      icon: 'people',
      shortcut: 'a',
      enabled: !over,
      run: () => pick('assign'),
    }),
    over
      ? chat('resolve', t('thread.reopen'), {
          icon: 'reopen',
          shortcut: 'e',
          enabled: conversation.status !== 'closed',
          run: () => actions.reopen(),
        })
      : chat('resolve', t('thread.resolve'), { icon: 'check', shortcut: 'e', run: () => actions.resolve() }),
    chat('snooze', t('command.snooze'), {
      icon: 'moon',
      shortcut: 'h',
      enabled: !over,
      run: () => pick('snooze'),
    }),
    chat('wake', t('command.wake'), {
      icon: 'sun',
      enabled: snoozed !== null,
      run: () => actions.snooze(null),
    }),
    chat('tag', t('command.tag'), { icon: 'tag', shortcut: 'l', run: () => pick('tag') }),
    chat('priority', t('command.priority'), { icon: 'flag', shortcut: 'p', run: () => pick('priority') }),
    chat('topic', t('command.topic'), { icon: 'list', shortcut: 't', run: () => pick('topic') }),
    chat('department', t('command.department'), {
      icon: 'people',
      shortcut: 'd',
      enabled: !over,
      run: () => pick('department'),
    }),
    chat('field', t('command.field'), {
      icon: 'list',
      enabled: source.hasFields,
      run: () => pick('field'),
    }),
    chat('follow', t(follows ? 'command.unfollow' : 'command.follow'), {
      icon: 'bell',
      shortcut: 'f',
      run: () => actions.follow(!follows),
    }),
    chat('merge', t('command.merge'), {
      icon: 'merge',
      enabled: !conversation.merged_into,
      run: source.merge,
    }),
    chat('unmerge', t('command.unmerge'), {
      icon: 'split',
      enabled: conversation.merged_into !== undefined,
      run: () => actions.unmerge(),
    }),
    chat('split', t('command.split'), { icon: 'split', run: source.split }),
    chat('link', t('command.link'), { icon: 'link', run: source.link }),
    chat('copy-link', t('command.copy_link'), { icon: 'copy', run: () => actions.copyLink() }),
    chat('spam', t(spam ? 'command.not_spam' : 'command.spam'), {
      icon: 'alert',
      shortcut: '!',
      run: () => actions.spam(!spam),
    }),
    chat('block', t(blocked ? 'command.unblock' : 'command.block', { name: detail }), {
      icon: 'block',
      run: () => actions.block(!blocked),
    }),
    {
      id: 'write.reply',
      label: t('command.reply', { name: detail }),
      section: 'write',
      icon: 'chat',
      shortcut: 'r',
      enabled: !over,
      run: () => write('message'),
    },
    {
      id: 'write.note',
      label: t('command.note'),
      section: 'write',
      icon: 'lock',
      shortcut: 'n',
      run: () => write('note'),
    },
  ]
}
