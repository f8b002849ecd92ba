// What a macro will do, in words, before it does it.

import { intlLocale } from '../../locales/messages.ts'
import type { DeskAction } from '../../protocol/desk-tools.ts'
import { duration } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { fieldValue } from '../field-value.ts'

type Names = readonly { id: string; name: string }[] | null

const nameOf = (id: string | null | undefined, names: Names): string | undefined =>
  names?.find((each) => each.id === id)?.name

function actionText(action: DeskAction, desk: Desk): string[] {
  const { t, client, lists, locale } = desk
  switch (action.type) {
    case 'assign': {
      if (action.assignee_id === null) return [t('macro.unassign')]
      if (action.assignee_id === 'me') return [t('macro.assign_me')]
      return [t('macro.assign', { name: nameOf(action.assignee_id, client.agents.get()) ?? '…' })]
    }
    case 'move':
      return [
        action.department_id === null
          ? t('macro.move_nowhere')
          : t('macro.move', { name: nameOf(action.department_id, client.departments.get()) ?? '…' }),
      ]
    case 'facts': {
      const said: string[] = []
      const tags = lists.tags.store.get()
      const named = (ids: readonly string[] = []): string =>
        new Intl.ListFormat(locale, { type: 'unit' }).format(ids.map((id) => nameOf(id, tags) ?? '…'))
      if (action.priority) said.push(t('macro.priority', { priority: t(`priority.${action.priority}`) }))
      if (action.topic_id !== undefined)
        said.push(
          action.topic_id === null
            ? t('macro.no_topic')
            : t('macro.topic', { name: nameOf(action.topic_id, lists.topics.store.get()) ?? '…' }),
        )
      if (action.add_tag_ids?.length) said.push(t('macro.tag', { names: named(action.add_tag_ids) }))
      if (action.remove_tag_ids?.length) said.push(t('macro.untag', { names: named(action.remove_tag_ids) }))
      if (action.custom) {
        const fields = lists.fields.store.get()
        const words = Object.entries(action.custom).map(([key, value]) => {
          const label = fields?.find((field) => field.key === key)?.label ?? key
          return t('filter.custom.words', {
            label,
            value: value === null ? t('macro.field_empty') : fieldValue(value, t, locale),
          })
        })
        said.push(t('macro.fields', { names: words.join(', ') }))
      }
      return said
    }
    case 'snooze':
      return [t('macro.snooze', { time: duration(action.minutes * 60, t) })]
    case 'snooze_until':
      return [
        action.until === null
          ? t('macro.wake')
          : t('macro.snooze_until', {
              time: new Intl.DateTimeFormat(intlLocale(locale), {
                dateStyle: 'medium',
                timeStyle: 'short',
              }).format(new Date(action.until)),
            }),
      ]
    case 'reply':
      return [t('macro.reply', { text: cut(action.body) })]
    case 'note':
      return [t('macro.note', { text: cut(action.body) })]
    case 'resolve':
      return [t('macro.resolve')]
    case 'reopen':
      return [t('macro.reopen')]
    case 'spam':
      return [t(action.spam ? 'macro.spam' : 'macro.no_spam')]
    case 'follow':
      return [t(action.follow ? 'macro.follow' : 'macro.unfollow')]
  }
}

const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text)

/** One line for all of them, in their order. */
export const actionsText = (actions: readonly DeskAction[], desk: Desk): string =>
  actions.flatMap((action) => actionText(action, desk)).join(' · ')
