// Who the customer is talking to: the person, the team they wait for, or the AI agent. Decided here, drawn by the header.

import { html, nothing } from 'lit'
import type { Translator } from '../../locales/translator.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import type { WidgetConfig } from '../../protocol/site.ts'
import { aiTag, isMachine, mark } from '../mark/mark.ts'

export interface ChatPartner {
  marks: readonly Pick<Actor, 'kind' | 'id' | 'name'>[]
  title: string
  machine: boolean
  more: string
}

export function chatPartner(
  conversation: VisitorConversation | null,
  config: WidgetConfig | null,
  { t }: Pick<Translator, 't'>,
): ChatPartner {
  const plain = { marks: [], title: t('chat.title'), machine: false, more: '' }
  if (!conversation) return plain
  const { assignee, department, queue, status } = conversation
  const people = config?.availability.people ?? []
  const team = department?.name ?? ''
  if (assignee?.kind === 'human') {
    const here = status !== 'resolved' && status !== 'closed' && people.some(({ id }) => id === assignee.id)
    const more = here ? (team ? t('chat.here_now', { team }) : t('chat.here')) : team
    return { marks: [assignee], title: assignee.name, machine: false, more }
  }
  if (queue?.staffed) {
    return {
      marks: people.slice(0, 2),
      title: team || config?.site.name || plain.title,
      machine: false,
      more: people.length > 0 ? t('chat.people_answering', { n: people.length }) : '',
    }
  }
  if (queue) return { ...plain, title: team || plain.title, more: conversation.reference }
  const machine: Actor | null =
    assignee && isMachine(assignee)
      ? assignee
      : config?.assistant
        ? { kind: 'ai', ...config.assistant }
        : null
  if (!machine) return { ...plain, title: team || plain.title }
  return {
    marks: [machine],
    title: machine.name || t('common.assistant'),
    machine: true,
    more: t('chat.answers_from'),
  }
}

/** The partner as parts of the panel's header. */
export const partnerParts = ({ marks, title, machine, more }: ChatPartner, { t }: Pick<Translator, 't'>) => ({
  lead:
    marks.length > 0
      ? html`<span class="marks">${marks.map((actor) => mark(actor, marks.length > 1 ? 28 : 32))}</span>`
      : nothing,
  title: html`<h1 class="bar-title">${title}${machine ? aiTag(t) : nothing}</h1>`,
  subtitle: more,
})
