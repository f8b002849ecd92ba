// Vectors in the database, by what they are of. Compared there where pgvector can be had, which is found out at run
// time; else they are read, and the process compares them. Knows no article.

import type { Database } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Log } from '../../platform/log.ts'

/** Digest of a text in hex, and its vector. */
export type TextVectors = ReadonlyMap<string, Float32Array>

/** Rows of one statement: a vector is some kilobytes. */
const AT_ONCE = 500

const toBytes = (vector: Float32Array): Buffer =>
  Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength)
const toVector = (bytes: Buffer): Float32Array => new Float32Array(new Uint8Array(bytes).buffer)
/** As pgvector reads it. */
const toText = (vector: Float32Array): string => `[${vector.join(',')}]`

export interface VectorStoreDeps {
  db: Database
  log: Pick<Log, 'info' | 'warn'>
}

export function createVectorStore({ db, log }: VectorStoreDeps) {
  let found: Promise<'pgvector' | 'process'> | undefined

  const hasType = async (): Promise<boolean> =>
    (await db.query(`select 1 from pg_catalog.pg_type where oid = to_regtype('vector')`)).length > 0

  async function look(): Promise<'pgvector' | 'process'> {
    try {
      if (!(await hasType())) {
        const [has] = await db.query(`select 1 from pg_available_extensions where name = 'vector'`)
        if (!has) return 'process'
        await db.query('create extension if not exists vector')
      }
      // No column of a migration: whether there may be one is not known until here, and may differ after a restore.
      await db.query('alter table text_embeddings add column if not exists embedding vector')
      log.info({}, 'search: vectors are compared by pgvector')
      return 'pgvector'
    } catch (error) {
      // Mostly a role that may not create extensions.
      log.info(
        { error: errorFields(error) },
        'search: pgvector cannot be used, vectors are compared in process',
      )
      return 'process'
    }
  }

  const kind = (): Promise<'pgvector' | 'process'> => {
    found ??= look()
    return found
  }

  return {
    kind,

    /** Which of these texts have a vector. */
    async known(workspaceId: string, model: string, digests: readonly string[]): Promise<Set<string>> {
      const rows = await db.query<{ digest: string }>(
        `select encode(digest, 'hex') as digest from text_embeddings
          where workspace_id = $1 and model = $2 and encode(digest, 'hex') = any($3::text[])`,
        [workspaceId, model, digests],
      )
      return new Set(rows.map(({ digest }) => digest))
    },

    /** Numbers of a vector; null where there is none. */
    async dimensions(workspaceId: string, model: string): Promise<number | null> {
      const [row] = await db.query<{ bytes: number }>(
        `select octet_length(vector) as bytes from text_embeddings where workspace_id = $1 and model = $2 limit 1`,
        [workspaceId, model],
      )
      return row ? row.bytes / 4 : null
    },

    async read(
      workspaceId: string,
      model: string,
      digests: readonly string[],
    ): Promise<Map<string, Float32Array>> {
      const vectors = new Map<string, Float32Array>()
      for (let from = 0; from < digests.length; from += AT_ONCE) {
        const rows = await db.query<{ digest: Buffer; vector: Buffer }>(
          `select digest, vector from text_embeddings
            where workspace_id = $1 and model = $2
              and digest = any(select decode(hex, 'hex') from unnest($3::text[]) as hex)`,
          [workspaceId, model, digests.slice(from, from + AT_ONCE)],
        )
        for (const { digest, vector } of rows) vectors.set(digest.toString('hex'), toVector(vector))
      }
      return vectors
    },

    async write(workspaceId: string, model: string, vectors: TextVectors): Promise<void> {
      const digests = [...vectors.keys()]
      const values = [...vectors.values()]
      const own = (await kind()) === 'pgvector'
      await db.query(
        `insert into text_embeddings (workspace_id, model, digest, vector${own ? ', embedding' : ''})
         select $1, $2, decode(v.digest, 'hex'), decode(v.vector, 'hex')${own ? ', v.embedding::vector' : ''}
           from unnest($3::text[], $4::text[], $5::text[]) as v (digest, vector, embedding)
         on conflict (workspace_id, model, digest) do update set vector = excluded.vector
           ${own ? ', embedding = excluded.embedding' : ''}`,
        [
          workspaceId,
          model,
          digests,
          values.map((vector) => toBytes(vector).toString('hex')),
          own ? values.map(toText) : digests.map(() => ''),
        ],
      )
    },

    /** Drops a workspace's vectors of texts that are no more, of other models, and of another length where one is given. */
    async keepOnly(
      workspaceId: string,
      model: string,
      digests: readonly string[],
      dimensions?: number,
    ): Promise<void> {
      await db.query(
        `delete from text_embeddings where workspace_id = $1 and (model <> $2 or octet_length(vector) <> coalesce($4, octet_length(vector))
           or not digest = any(select decode(hex, 'hex') from unnest($3::text[]) as hex))`,
        [workspaceId, model, digests, dimensions === undefined ? null : dimensions * 4],
      )
    },

    /** Whether there were any. */
    async dropOtherLengths(workspaceId: string, model: string, dimensions: number): Promise<boolean> {
      const rows = await db.query(
        `delete from text_embeddings where workspace_id = $1 and model = $2 and octet_length(vector) <> $3
         returning model`,
        [workspaceId, model, dimensions * 4],
      )
      return rows.length > 0
    },

    /** The nearest texts with their cosine, the nearest first. Exact: a workspace has thousands of texts, not millions. */
    async nearest(
      workspaceId: string,
      model: string,
      vector: Float32Array,
      count: number,
    ): Promise<{ digest: string; similarity: number }[]> {
      return db.query(
        `select encode(digest, 'hex') as digest, (1 - (embedding <=> $3::vector))::float8 as similarity
           from text_embeddings where workspace_id = $1 and model = $2 and embedding is not null
            and octet_length(vector) = $5
          order by embedding <=> $3::vector limit $4`,
        [workspaceId, model, toText(vector), count, vector.byteLength],
      )
    },
  }
}

export type VectorStore = ReturnType<typeof createVectorStore>
