// The lists a team sorts by: tags, topics, and fields of its own.

import type { FormField } from '../../../sdk/protocol/site-settings.ts'
import {
  type AdminTag,
  type AdminTopic,
  type ConversationField,
  TRIAGE_LIMITS,
} from '../../../sdk/protocol/triage.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { isUniqueViolation } from '../../platform/database/unique-violation.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** Takes a tag that is no more from the conversations that have it. */
    'tag.strip': { workspace_id: string; tag_id: string }
  }
}

const AT_ONCE = 1000

const TAG = `select t.id, t.name, t.created_at,
    (select count(*)::int from conversations c where c.workspace_id = t.workspace_id and c.tag_ids @> array[t.id]
        and c.tag_ids <> '{}') as conversations
  from tags t`
const TOPIC = `select t.id, t.name, t.department_id,
    (select count(*)::int from conversations c where c.workspace_id = t.workspace_id and c.topic_id = t.id)
      as conversations
  from topics t`

/** A unique name that is taken is the caller's to mend. */
async function named<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    throw new Problem('name-taken', 'Names differ by more than capitals.', {
      errors: [{ pointer: '/name', detail: 'Another one has this name.' }],
    })
  }
}

interface TagRow extends Omit<AdminTag, 'created_at'> {
  created_at: Date
}
const toTag = (row: TagRow): AdminTag => ({ ...row, created_at: row.created_at.toISOString() })

export function createTriageLists({ db, jobs }: { db: Database; jobs: Jobs }) {
  /** Of all its kind, one after another: so no two find the last place free. */
  async function room(
    table: 'tags' | 'topics' | 'conversation_fields',
    workspaceId: string,
    most: number,
    transaction: Transaction,
  ): Promise<void> {
    await db.query('select id from workspaces where id = $1 for no key update', [workspaceId], transaction)
    const [{ held }] = (await db.query<{ held: number }>(
      `select count(*)::int as held from ${table} where workspace_id = $1`,
      [workspaceId],
      transaction,
    )) as [{ held: number }]
    if (held >= most) throw new Problem('limit-reached', `At most ${most}.`)
  }

  async function tagOf(workspaceId: string, id: string): Promise<AdminTag> {
    const [row] = await db.query<TagRow>(`${TAG} where t.workspace_id = $1 and t.id = $2`, [workspaceId, id])
    if (!row) throw new Problem('tag-not-found')
    return toTag(row)
  }

  async function topicOf(workspaceId: string, id: string): Promise<AdminTopic> {
    const [row] = await db.query<AdminTopic>(`${TOPIC} where t.workspace_id = $1 and t.id = $2`, [
      workspaceId,
      id,
    ])
    if (!row) throw new Problem('topic-not-found')
    return row
  }

  jobs.handle('tag.strip', async ({ workspace_id, tag_id }) => {
    for (;;) {
      // One that somebody holds is left for the next round.
      const rows = await db.query(
        `update conversations set tag_ids = array_remove(tag_ids, $2::uuid)
          where id in (select id from conversations
                        where workspace_id = $1 and tag_ids @> array[$2::uuid] and tag_ids <> '{}'
                        limit ${AT_ONCE} for no key update)
          returning id`,
        [workspace_id, tag_id],
      )
      if (rows.length === 0) return
    }
  })

  return {
    tags: {
      list: async (workspaceId: string): Promise<AdminTag[]> =>
        (
          await db.query<TagRow>(`${TAG} where t.workspace_id = $1 order by lower(t.name)`, [workspaceId])
        ).map(toTag),

      /** @throws Problem `name-taken`, `limit-reached` */
      async create(workspaceId: string, { name }: { name: string }): Promise<AdminTag> {
        const id = uuidv7()
        await named(() =>
          db.transaction(async (transaction) => {
            await room('tags', workspaceId, TRIAGE_LIMITS.tags, transaction)
            await db.query(
              'insert into tags (id, workspace_id, name) values ($1, $2, $3) returning id',
              [id, workspaceId, name],
              transaction,
            )
          }),
        )
        return tagOf(workspaceId, id)
      },

      /** @throws Problem `tag-not-found`, `name-taken` */
      async change(workspaceId: string, id: string, { name }: { name: string }): Promise<AdminTag> {
        await named(() =>
          db.query('update tags set name = $3 where workspace_id = $1 and id = $2 returning id', [
            workspaceId,
            id,
            name,
          ]),
        )
        return tagOf(workspaceId, id)
      },

      /** @throws Problem `tag-not-found` */
      remove: (workspaceId: string, id: string): Promise<{ name: string }> =>
        db.transaction(async (transaction) => {
          const [gone] = await db.query<{ name: string }>(
            'delete from tags where workspace_id = $1 and id = $2 returning name',
            [workspaceId, id],
            transaction,
          )
          if (!gone) throw new Problem('tag-not-found')
          await jobs.add('tag.strip', { workspace_id: workspaceId, tag_id: id }, {}, transaction)
          return gone
        }),
    },

    topics: {
      list: (workspaceId: string): Promise<AdminTopic[]> =>
        db.query<AdminTopic>(`${TOPIC} where t.workspace_id = $1 order by lower(t.name)`, [workspaceId]),

      /** @throws Problem `name-taken`, `limit-reached` */
      async create(
        workspaceId: string,
        { name, department_id }: { name: string; department_id: string | null },
      ): Promise<AdminTopic> {
        const id = uuidv7()
        await named(() =>
          db.transaction(async (transaction) => {
            await room('topics', workspaceId, TRIAGE_LIMITS.topics, transaction)
            await db.query(
              'insert into topics (id, workspace_id, name, department_id) values ($1, $2, $3, $4) returning id',
              [id, workspaceId, name, department_id],
              transaction,
            )
          }),
        )
        return topicOf(workspaceId, id)
      },

      /** @throws Problem `topic-not-found`, `name-taken` */
      async change(
        workspaceId: string,
        id: string,
        { name, department_id }: { name: string; department_id: string | null },
      ): Promise<AdminTopic> {
        await named(() =>
          db.query(
            'update topics set name = $3, department_id = $4 where workspace_id = $1 and id = $2 returning id',
            [workspaceId, id, name, department_id],
          ),
        )
        return topicOf(workspaceId, id)
      },

      /** @throws Problem `topic-not-found` */
      async remove(workspaceId: string, id: string): Promise<{ name: string }> {
        const [gone] = await db.query<{ name: string }>(
          'delete from topics where workspace_id = $1 and id = $2 returning name',
          [workspaceId, id],
        )
        if (!gone) throw new Problem('topic-not-found')
        return gone
      },
    },

    fields: {
      async list(workspaceId: string): Promise<ConversationField[]> {
        const rows = await db.query<{ id: string; field: FormField }>(
          'select id, field from conversation_fields where workspace_id = $1 order by position, created_at',
          [workspaceId],
        )
        return rows.map(({ id, field }) => ({ id, ...field }))
      },

      /** @throws Problem `name-taken` for a key that is in use, `limit-reached` */
      async create(workspaceId: string, field: FormField): Promise<ConversationField> {
        const id = uuidv7()
        await named(() =>
          db.transaction(async (transaction) => {
            await room('conversation_fields', workspaceId, TRIAGE_LIMITS.fields, transaction)
            await db.query(
              `insert into conversation_fields (id, workspace_id, key, field, position)
               select $1, $2, $3, $4::jsonb, count(*)::int from conversation_fields where workspace_id = $2
               returning id`,
              [id, workspaceId, field.key, JSON.stringify(field)],
              transaction,
            )
          }),
        )
        return { id, ...field }
      },

      /** Its key stays: conversations hold their values by it. @throws Problem `field-not-found` */
      async change(workspaceId: string, id: string, field: FormField): Promise<ConversationField> {
        const [row] = await db.query<{ key: string }>(
          `update conversation_fields set field = $3::jsonb || jsonb_build_object('key', key)
            where workspace_id = $1 and id = $2 returning key`,
          [workspaceId, id, JSON.stringify(field)],
        )
        if (!row) throw new Problem('field-not-found')
        return { id, ...field, key: row.key }
      },

      /** What conversations hold by it stays with them. @throws Problem `field-not-found` */
      async remove(workspaceId: string, id: string): Promise<{ name: string }> {
        const [gone] = await db.query<{ name: string }>(
          'delete from conversation_fields where workspace_id = $1 and id = $2 returning key as name',
          [workspaceId, id],
        )
        if (!gone) throw new Problem('field-not-found')
        return gone
      },
    },
  }
}

export type TriageLists = ReturnType<typeof createTriageLists>
