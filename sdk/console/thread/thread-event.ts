// What one small event says, in words, and its icon. The actor is kept apart so that a thread can draw it bold.

import type { DraftDecision } from '../../protocol/assistant-event.ts'
import type { LogEvent, LogEventOf } from '../../protocol/event.ts'
import type { ConsoleIcon } from '../console-icon.ts'
import { duration } from '../console-time.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { actorName } from '../names.ts'
import { ACTOR, OTHER, type Telling, type Told, triageLines } from './triage-line.ts'

interface Part {
  text: string
  strong: boolean
  /** The conversation this leads to. */
  leadsTo?: string
}

export interface ThreadEvent {
  icon: ConsoleIcon
  /** Pieces of the sentence; the actor's name is the strong one. */
  parts: readonly Part[]
}

/** Of what a tool reported, so much is shown in its line. */
const LONGEST_RESULT = 300

/** One event may be several sentences, each on a line of its own; none where others have said it already. */
export function threadEvents(event: LogEvent, telling: Telling): ThreadEvent[] {
  const lone = (): Told[] => {
    const told = tell(event, telling.customer, telling.t)
    return told ? [told] : []
  }
  return (triageLines(event, telling) ?? lone()).map(({ icon, text }) => ({
    icon,
    parts: text
      .split(/([\uE000\uE001])/)
      .filter((piece) => piece !== '')
      .map((piece) => part(piece, event, telling)),
  }))
}

function part(text: string, event: LogEvent, { customer, t }: Telling): Part {
  if (text === ACTOR)
    return { text: event.actor.kind === 'contact' ? customer : actorName(event.actor, t), strong: true }
  if (text !== OTHER || !('other' in event.data)) return { text, strong: false }
  const { id, reference, subject } = event.data.other
  return { text: subject ? `${reference} ${subject}` : reference, strong: false, leadsTo: id }
}

function tell(event: LogEvent, customer: string, t: ConsoleTranslate): Told | null {
  const actor = ACTOR
  switch (event.type) {
    case 'conversation.created': {
      const page = event.data.page?.title || ''
      if (event.data.channel === 'ticket')
        return {
          icon: 'inbox',
          text: page ? t('event.sent_ticket_from', { actor, page }) : t('event.sent_ticket', { actor }),
        }
      return {
        icon: 'chat',
        text: page ? t('event.started_chat_from', { actor, page }) : t('event.started_chat', { actor }),
      }
    }
    case 'draft.requested':
      return { icon: 'pen', text: t('event.draft_requested', { actor, instruction: event.data.instruction }) }
    case 'draft.decided':
      return draftDecided(event.data, t)
    case 'conversation.handed_over': {
      const line = handedOver(event.data, event.actor.kind === 'contact', customer, t)
      const { staffed, reference } = event.data
      return { icon: 'person', text: staffed ? line : t('event.unstaffed', { line, customer, reference }) }
    }
    case 'conversation.assigned':
      return {
        icon: event.data.assignee ? 'check' : 'waiting',
        text: assigned(event.data, event.actor.id, t),
      }
    case 'conversation.status_changed':
      if (event.data.to === 'resolved') return { icon: 'check', text: t('event.resolved', { actor }) }
      if (event.data.to === 'closed') return { icon: 'check', text: t('event.closed', { actor }) }
      return { icon: 'reopen', text: t('event.reopened', { actor }) }
    case 'conversation.department_changed':
      return {
        icon: 'people',
        text: event.data.department
          ? t('event.moved', { actor, department: event.data.department.name })
          : t('event.moved_nowhere', { actor, department: event.data.previous?.name ?? '' }),
      }
    case 'conversation.rated':
      return {
        icon: 'star',
        text: event.data.comment
          ? t('event.rated_comment', { actor, score: event.data.score, comment: event.data.comment })
          : t('event.rated', { actor, score: event.data.score }),
      }
    case 'contact.updated': {
      const { name, email } = event.data
      if (name && email) return { icon: 'person', text: t('event.contact_both', { actor, name, email }) }
      if (email) return { icon: 'person', text: t('event.contact_email', { actor, email }) }
      return { icon: 'person', text: t('event.contact_name', { actor, name }) }
    }
    case 'action.requested':
      return { icon: 'out', text: t('event.action_requested', { actor, title: event.data.title }) }
    case 'action.decided':
      // What time or a takeover has decided is said by its end.
      if (event.actor.kind === 'system') return null
      return {
        icon: event.data.approved ? 'check' : 'close',
        text: t(event.data.approved ? 'event.action_approved' : 'event.action_declined', { actor }),
      }
    case 'action.completed': {
      const { outcome } = event.data
      if (outcome === 'declined') return null
      const result = event.data.result.slice(0, LONGEST_RESULT) || '–'
      return {
        icon: outcome === 'succeeded' ? 'check' : 'alert',
        text: t(`event.action_${outcome}`, { result }),
      }
    }
    default:
      return null
  }
}

/** What was sent stands there already; that a conversation went on needs no line of its own. */
function draftDecided({ outcome, reason }: DraftDecision, t: ConsoleTranslate): Told | null {
  if (outcome === 'superseded') return null
  const actor = ACTOR
  if (outcome === 'discarded')
    return {
      icon: 'pen',
      text: t('event.draft_discarded', { actor, reason: t(`draft.reason.${reason ?? 'other'}`) }),
    }
  return {
    icon: 'pen',
    text: t(outcome === 'edited' ? 'event.draft_edited' : 'event.draft_approved', { actor }),
  }
}

/** A customer does not hand over; a customer asks. */
function handedOver(
  { department, reason: why }: LogEventOf<'conversation.handed_over'>['data'],
  byCustomer: boolean,
  customer: string,
  t: ConsoleTranslate,
): string {
  const actor = ACTOR
  const reason = t(`reason.${why}`, { customer })
  if (byCustomer)
    return department
      ? t('event.asked_in', { actor, department: department.name })
      : t('event.asked', { actor })
  return department
    ? t('event.handed_over_to', { actor, department: department.name, reason })
    : t('event.handed_over', { actor, reason })
}

function assigned(
  data: LogEventOf<'conversation.assigned'>['data'],
  by: string | null,
  t: ConsoleTranslate,
): string {
  const actor = ACTOR
  const { assignee, previous, waited_seconds: waited } = data
  if (!assignee) return t('event.unassigned', { actor })
  if (assignee.id !== by) return t('event.assigned', { actor, assignee: actorName(assignee, t) })
  if (waited !== null)
    return waited < 1
      ? t('event.accepted', { actor })
      : t('event.accepted_after', { actor, duration: duration(waited, t) })
  if (assignee.kind === 'ai') return t('event.started_answering', { actor })
  if (previous) return t('event.took_from', { actor, previous: actorName(previous, t) })
  return t('event.took', { actor })
}
