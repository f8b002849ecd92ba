// What an agent does to a conversation besides writing, each with the way back. No DOM: menus, keys and the palette all
// end here.

import type { AgentConversationView } from '../../client/agent-client.api.ts'
import { clientId } from '../../client/client-id.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { CustomValues, Priority, Tag } from '../../protocol/triage.ts'
import { clockTime, dayAndMonth } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import { actorName, customerName } from '../names.ts'
import type { Assignment } from '../picker/picker-choices.ts'

type Ref = Pick<AgentConversation, 'id' | 'reference'>

export type ConversationActions = ReturnType<typeof createConversationActions>

export function createConversationActions(
  view: AgentConversationView,
  desk: Pick<Desk, 'client' | 'lists' | 'locale' | 't' | 'undo' | 'go'>,
) {
  const { t, undo, client } = desk
  const now = (): AgentConversation => view.state.get().conversation!

  /** Does it, and offers the way back once it is done. */
  async function did(
    label: string,
    act: () => Promise<unknown>,
    back: () => Promise<unknown>,
  ): Promise<void> {
    await act()
    undo.offer({ label, undo: back, redo: act })
  }

  const nameOf = (id: string): string => {
    const agent = client.agents.get().find((each) => each.id === id)
    return agent ? actorName(agent, t) : ''
  }

  const facts = (input: Parameters<typeof view.act<'facts.set'>>[1]) => view.act('facts.set', input)

  return {
    assign(id: string | null): Promise<void> {
      const before = now().assignee?.id ?? null
      const label = id ? t('did.assigned', { name: nameOf(id) }) : t('did.unassigned')
      return did(
        label,
        () => view.assign(id),
        () => view.assign(before),
      )
    },
    /** To a person or the machine, or into a queue: with a team named, into that team's. */
    give({ department_id, assignee_id }: Assignment): Promise<void> {
      const { assignee, department } = now()
      const place = department?.id ?? null
      if (department_id === undefined) return this.assign(assignee_id)
      const name = client.departments.get().find(({ id }) => id === department_id)?.name ?? ''
      // What nobody has only goes to another queue.
      const hands = assignee_id !== (assignee?.id ?? null)
      return did(
        assignee_id
          ? t('did.assigned_in', { name: nameOf(assignee_id), team: name })
          : t('did.queued', { team: name }),
        async () => {
          if (place !== department_id) await view.move(department_id)
          if (hands) await view.assign(assignee_id)
        },
        async () => {
          if (hands) await view.assign(assignee?.id ?? null)
          if (place !== department_id) await view.move(place)
        },
      )
    },
    move(id: string | null): Promise<void> {
      const before = now().department?.id ?? null
      const name = client.departments.get().find((each) => each.id === id)?.name
      const label = name ? t('did.moved', { name }) : t('did.moved_nowhere')
      return did(
        label,
        () => view.move(id),
        () => view.move(before),
      )
    },
    priority(priority: Priority): Promise<void> {
      const before = now().priority
      const label = t('did.priority', { priority: t(`priority.${priority}`) })
      return did(
        label,
        () => facts({ priority }),
        () => facts({ priority: before }),
      )
    },
    topic(topic_id: string | null, name: string): Promise<void> {
      const before = now().topic?.id ?? null
      const label = topic_id ? t('did.topic', { name }) : t('did.no_topic')
      return did(
        label,
        () => facts({ topic_id }),
        () => facts({ topic_id: before }),
      )
    },
    field(key: string, label: string, value: CustomValues[string] | null): Promise<void> {
      const before = now().custom[key] ?? null
      return did(
        t('customer.field_set', { label }),
        () => facts({ custom: { [key]: value } }),
        () => facts({ custom: { [key]: before } }),
      )
    },
    tag({ id, name }: Tag, on: boolean): Promise<void> {
      const set = (to: boolean) => facts(to ? { add_tag_ids: [id] } : { remove_tag_ids: [id] })
      return did(
        t(on ? 'did.tagged' : 'did.untagged', { name }),
        () => set(on),
        () => set(!on),
      )
    },
    async newTag(name: string): Promise<void> {
      const tag = await client.rest<Tag>('POST', '/tags', { body: { name } })
      void desk.lists.tags.again().catch(() => {})
      await this.tag(tag, true)
    },
    snooze(until: string | null): Promise<void> {
      const before = now().snoozed_until
      const set = (to: string | null) => view.act('conversation.snooze', { until: to })
      const label = until
        ? t('did.snoozed', { time: `${dayAndMonth(until, desk.locale)}, ${clockTime(until, desk.locale)}` })
        : t('did.woken')
      return did(
        label,
        () => set(until),
        () => set(before),
      )
    },
    resolve: (): Promise<void> =>
      did(
        t('did.resolved'),
        () => view.resolve(),
        () => view.reopen(),
      ),
    reopen: (): Promise<void> =>
      did(
        t('did.reopened'),
        () => view.reopen(),
        () => view.resolve(),
      ),
    spam(spam: boolean): Promise<void> {
      const set = (to: boolean) => view.act('conversation.spam', { spam: to })
      return did(
        t(spam ? 'did.spam' : 'did.not_spam'),
        () => set(spam),
        () => set(!spam),
      )
    },
    block(blocked: boolean): Promise<void> {
      const set = (to: boolean) => view.act('contact.block', { blocked: to })
      const name = customerName(now().contact, t)
      return did(
        t(blocked ? 'did.blocked' : 'did.unblocked', { name }),
        () => set(blocked),
        () => set(!blocked),
      )
    },
    follow(follow: boolean): Promise<void> {
      const set = (to: boolean) => view.act('conversation.follow', { follow: to })
      return did(
        t(follow ? 'did.followed' : 'did.unfollowed'),
        () => set(follow),
        () => set(!follow),
      )
    },
    merge(into: Ref): Promise<void> {
      const label = t('did.merged', { reference: into.reference })
      return did(
        label,
        () => view.act('conversation.merge', { into_id: into.id }),
        () => view.act('conversation.unmerge', {}),
      )
    },
    unmerge: () => view.act('conversation.unmerge', {}),
    /** The new one's id. It cannot be taken back; the messages stay here, too. */
    async split(message_ids: string[], subject: string): Promise<string> {
      const new_id = clientId()
      await view.act('conversation.split', { message_ids, new_id, subject })
      undo.say(t('did.split'))
      return new_id
    },
    link(other: Ref, linked: boolean): Promise<void> {
      const set = (to: boolean) => view.act('conversation.link', { other_id: other.id, linked: to })
      const label = t(linked ? 'did.linked' : 'did.unlinked', { reference: other.reference })
      return did(
        label,
        () => set(linked),
        () => set(!linked),
      )
    },
    /** @param eventId of a message; without it, of the conversation */
    async copyLink(eventId?: string): Promise<void> {
      const hash = `#/open/${view.id}${eventId ? `/${eventId}` : ''}`
      await navigator.clipboard.writeText(`${location.origin}${location.pathname}${hash}`)
      undo.say(t('did.copied'))
    },
  }
}
