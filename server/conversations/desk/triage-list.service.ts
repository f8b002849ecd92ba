// The lists a team sorts by: tags, topics, and fields of its own.

import type { FormField } from '../../../sdk/protocol/site-settings.ts'
import {
  type AdminTag,
  type AdminTopic,
  type ConversationField,
  TRIAGE_LIMITS,
} from '../../../sdk/protocol/triage.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import type { Database } from '../../platform/database/database.ts'
import { isUniqueViolation } from '../../platform/database/unique-violation.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { checkRoom } from './room-left.ts'
import type { StripGone } from './strip-gone.ts'

declare module '../../platform/jobs/jobs.ts' {
  interface JobPayloads {
    /** As the release before began it. */
    'tag.strip': { workspace_id: string; tag_id: string }
  }
}

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

export interface TriageListDeps {
  db: Database
  jobs: Jobs
  stripGone: Pick<StripGone, 'begin'>
}

export function createTriageLists({ db, jobs, stripGone }: TriageListDeps) {
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

  // What the release before had still to do.
  jobs.handle('tag.strip', ({ workspace_id, tag_id }) =>
    db.transaction((transaction) => stripGone.begin(workspace_id, 'tag', tag_id, transaction)),
  )

  return {
    tags: {
      list: async (workspaceId: string): Promise<AdminTag[]> =>
        (
          await db.query<TagRow>(`${TAG} where t.workspace_id = $1 order by lower(t.name)`, [workspaceId])
        ).map(toTag),

      /** @throws Problem `name-taken`, `limit-reached` */
      async create(by: AgentPrincipal, { name }: { name: string }): Promise<AdminTag> {
        const { workspaceId } = by
        const id = uuidv7()
        await named(() =>
          db.transaction(async (transaction) => {
            const each = { column: 'created_by', most: TRIAGE_LIMITS.each.tags } as const
            await checkRoom(db, by, { table: 'tags', most: TRIAGE_LIMITS.tags, each }, transaction)
            await db.query(
              'insert into tags (id, workspace_id, name, created_by) values ($1, $2, $3, $4) returning id',
              [id, workspaceId, name, by.id],
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
          await stripGone.begin(workspaceId, 'tag', id, transaction)
          return gone
        }),
    },

    topics: {
      list: (workspaceId: string): Promise<AdminTopic[]> =>
        db.query<AdminTopic>(`${TOPIC} where t.workspace_id = $1 order by lower(t.name)`, [workspaceId]),

      /** @throws Problem `name-taken`, `limit-reached` */
      async create(
        by: AgentPrincipal,
        { name, department_id }: { name: string; department_id: string | null },
      ): Promise<AdminTopic> {
        const { workspaceId } = by
        const id = uuidv7()
        await named(() =>
          db.transaction(async (transaction) => {
            await checkRoom(db, by, { table: 'topics', most: TRIAGE_LIMITS.topics }, transaction)
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
      remove: (workspaceId: string, id: string): Promise<{ name: string }> =>
        db.transaction(async (transaction) => {
          const [gone] = await db.query<{ name: string }>(
            'delete from topics where workspace_id = $1 and id = $2 returning name',
            [workspaceId, id],
            transaction,
          )
          if (!gone) throw new Problem('topic-not-found')
          await stripGone.begin(workspaceId, 'topic', id, transaction)
          return gone
        }),
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
      async create(by: AgentPrincipal, field: FormField): Promise<ConversationField> {
        const { workspaceId } = by
        const id = uuidv7()
        await named(() =>
          db.transaction(async (transaction) => {
            const most = TRIAGE_LIMITS.fields
            await checkRoom(db, by, { table: 'conversation_fields', most }, transaction)
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
