// What a team notes of a conversation: priority, topic, tags, fields of its own, and the subject. One row of the log
// tells of all that changed.

import type { CommandParsed } from '../../../sdk/protocol/command.ts'
import type { FormField } from '../../../sdk/protocol/site-settings.ts'
import { type CustomValues, type Tag, type Topic, TRIAGE_LIMITS } from '../../../sdk/protocol/triage.ts'
import type { FactsChanged } from '../../../sdk/protocol/triage-event.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { Problem } from '../../platform/problem.ts'
import { fieldFault } from '../../sites/form-answers.ts'
import { actorOf, authorize } from '../access.ts'
import type { AppendResult, Cause, ConversationLog, NewEvent } from '../conversation-log.ts'
import type { ConversationPatch, ConversationRow } from '../conversation-row.ts'

export interface FactsDeps {
  db: Pick<Database, 'query'>
  log: ConversationLog
  department: (workspaceId: string, id: string) => Promise<{ id: string; name: string }>
}

type Input = CommandParsed<'facts.set'>
type TopicRow = Topic & { department_id: string | null }

const bare = ({ id, name }: Topic): Topic => ({ id, name })

export function createFacts({ db, log, department }: FactsDeps) {
  /** Held until the commit, so that none is deleted under a conversation that is just getting it. */
  async function tagsOf(
    row: ConversationRow,
    ids: string[],
    transaction: Transaction,
  ): Promise<Map<string, Tag>> {
    const rows = await db.query<Tag>(
      'select id, name from tags where workspace_id = $1 and id = any($2::uuid[]) order by id for key share',
      [row.workspace_id, ids],
      transaction,
    )
    return new Map(rows.map((tag) => [tag.id, tag]))
  }

  async function topicOf(
    { workspace_id }: ConversationRow,
    id: string,
    transaction: Transaction,
  ): Promise<TopicRow | undefined> {
    const [row] = await db.query<TopicRow>(
      'select id, name, department_id from topics where workspace_id = $1 and id = $2 for key share',
      [workspace_id, id],
      transaction,
    )
    return row
  }

  async function tags(row: ConversationRow, input: Input, transaction: Transaction) {
    const { add_tag_ids: add = [], remove_tag_ids: remove = [] } = input
    if (add.length + remove.length === 0) return null
    const known = await tagsOf(row, [...add, ...remove], transaction)
    if (add.some((id) => !known.has(id))) throw new Problem('tag-not-found', 'Somebody may have deleted it.')
    const gone = new Set(remove)
    const kept = row.tag_ids.filter((id) => !gone.has(id))
    const added = [...new Set(add)].filter((id) => !row.tag_ids.includes(id) && !gone.has(id))
    const removed = row.tag_ids.filter((id) => gone.has(id))
    if (added.length + removed.length === 0) return null
    if (kept.length + added.length > TRIAGE_LIMITS.tagsEach)
      throw new Problem('limit-reached', `A conversation has at most ${TRIAGE_LIMITS.tagsEach} tags.`)
    const named = (ids: string[]): Tag[] => ids.flatMap((id) => known.get(id) ?? [])
    return { ids: [...kept, ...added], change: { added: named(added), removed: named(removed) } }
  }

  /** @throws Problem `field-not-found`, `invalid-request` with a pointer to each fault */
  async function custom(row: ConversationRow, input: Input, transaction: Transaction) {
    const wanted = Object.entries(input.custom ?? {})
    if (wanted.length === 0) return null
    const rows = await db.query<{ field: FormField }>(
      'select field from conversation_fields where workspace_id = $1 and key = any($2)',
      [row.workspace_id, wanted.map(([key]) => key)],
      transaction,
    )
    const fields = new Map(rows.map(({ field }) => [field.key, field]))
    const values: CustomValues = { ...row.custom }
    const changes = wanted.flatMap(([key, given]) => {
      const field = fields.get(key)
      // What no field has any more can still be taken away.
      if (!field && given !== null) throw new Problem('field-not-found', `There is no field ${key}.`)
      const to = given === '' ? null : given
      const from = Object.hasOwn(row.custom, key) ? row.custom[key]! : null
      const fault = field && to !== null && fieldFault({ ...field, required: false }, to)
      if (fault) {
        const errors = [{ pointer: `/custom/${key}`, detail: `This is no ${field.type}.` }]
        throw new Problem('invalid-request', `${field.label}: this is no ${field.type}.`, { errors })
      }
      if (to === null) delete values[key]
      else values[key] = to
      return from === to ? [] : [{ key, label: field?.label ?? key, from, to }]
    })
    return changes.length > 0 ? { values, changes } : null
  }

  /** Null where it stays; a topic of a department moves what is in none. */
  async function topic(row: ConversationRow, id: string | null, transaction: Transaction) {
    if (id === row.topic_id) return null
    const to = id ? await topicOf(row, id, transaction) : undefined
    if (id && !to) throw new Problem('topic-not-found', 'Somebody may have deleted it.')
    const from = row.topic_id ? await topicOf(row, row.topic_id, transaction) : undefined
    const moved =
      to?.department_id && !row.department_id ? await department(row.workspace_id, to.department_id) : null
    return { id, change: { from: from ? bare(from) : null, to: to ? bare(to) : null }, moved }
  }

  return {
    /** @throws Problem `tag-not-found`, `topic-not-found`, `field-not-found`, `transition-refused` where all is so already */
    set(agent: AgentPrincipal, input: Input, cause: Cause): Promise<AppendResult> {
      const at = { workspaceId: agent.workspaceId, conversationId: input.conversation_id }
      return log.append(
        at,
        async (row, transaction) => {
          authorize(agent, row)
          const actor = actorOf(agent)
          const data: FactsChanged = {}
          const patch: ConversationPatch = {}
          const events: NewEvent[] = []
          if (input.priority && input.priority !== row.priority) {
            data.priority = { from: row.priority, to: input.priority }
            patch.priority = input.priority
          }
          if (input.subject !== undefined && input.subject !== row.subject) {
            data.subject = { from: row.subject, to: input.subject }
            patch.subject = input.subject
          }
          const newTopic = input.topic_id === undefined ? null : await topic(row, input.topic_id, transaction)
          if (newTopic) {
            data.topic = newTopic.change
            patch.topic_id = newTopic.id
          }
          const newTags = await tags(row, input, transaction)
          if (newTags) {
            data.tags = newTags.change
            patch.tag_ids = newTags.ids
          }
          const newValues = await custom(row, input, transaction)
          if (newValues) {
            data.custom = newValues.changes
            patch.custom = newValues.values
          }
          if (Object.keys(data).length === 0) throw new Problem('transition-refused', 'It is so already.')
          events.push({ type: 'conversation.facts_changed', actor, public: false, main: true, data })
          if (newTopic?.moved) {
            patch.department_id = newTopic.moved.id
            const moved = { department: newTopic.moved, previous: null }
            events.push({ type: 'conversation.department_changed', actor, public: false, data: moved })
          }
          return { events, patch }
        },
        cause,
      )
    },
  }
}

export type Facts = ReturnType<typeof createFacts>
