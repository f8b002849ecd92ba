// An owner's synonyms, a list a language: kept as the lines they wrote, and in force with the next search.

import type { SynonymLanguage } from '../../sdk/protocol/knowledge-memory.ts'
import type { Bus } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { readSynonymLine } from './own-synonyms.ts'

interface Row {
  language: string
  lines: string[]
  updated_at: Date
}

/** Languages of a workspace with lines of their own. */
const MOST_LANGUAGES = 50

const toList = ({ language, lines, updated_at }: Row): SynonymLanguage => ({
  language,
  lines,
  updated_at: updated_at.toISOString(),
})

export interface SynonymsDeps {
  db: Database
  bus: Pick<Bus, 'emit'>
  clock: () => Date
}

export function createOwnSynonyms({ db, bus, clock }: SynonymsDeps) {
  return {
    async list(workspaceId: string): Promise<SynonymLanguage[]> {
      const rows = await db.query<Row>(
        `select language, lines, updated_at from search_synonyms where workspace_id = $1
         order by language limit ${MOST_LANGUAGES}`,
        [workspaceId],
      )
      return rows.map(toList)
    },

    /**
     * Takes the place of the language's lines; none leave it without. Lines that say nothing are left out.
     * @throws Problem `invalid-request` naming each faulty line
     */
    async replace(workspaceId: string, language: string, given: readonly string[]): Promise<SynonymLanguage> {
      const lines = [...new Set(given.map((line) => line.replace(/\s+/gu, ' ').trim()).filter(Boolean))]
      const errors = given.flatMap((line, at) => {
        const read = readSynonymLine(line)
        return typeof read === 'string'
          ? [{ pointer: `/lines/${at}`, detail: `Line ${at + 1} ${read}.` }]
          : []
      })
      if (errors.length > 0) throw new Problem('invalid-request', errors[0]!.detail, { errors })
      const now = clock()
      await db.transaction(async (transaction) => {
        const [kept] = await db.query(
          `insert into search_synonyms as s (workspace_id, language, lines, updated_at)
           select $1, $2, $3::text[], $4
            where exists (select 1 from search_synonyms where workspace_id = $1 and language = $2)
               or (select count(*) from search_synonyms where workspace_id = $1) < ${MOST_LANGUAGES}
           on conflict (workspace_id, language) do update set lines = excluded.lines, updated_at = excluded.updated_at
           returning language`,
          [workspaceId, language, lines, now],
          transaction,
        )
        if (!kept)
          throw new Problem('invalid-request', `There are lists of ${MOST_LANGUAGES} languages already.`)
        if (lines.length === 0)
          await db.query(
            'delete from search_synonyms where workspace_id = $1 and language = $2',
            [workspaceId, language],
            transaction,
          )
        await db.query(
          `insert into knowledge_versions (workspace_id, version) values ($1, 1)
           on conflict (workspace_id) do update set version = knowledge_versions.version + 1`,
          [workspaceId],
          transaction,
        )
      })
      bus.emit('knowledge.changed', { workspaceId })
      return toList({ language, lines, updated_at: now })
    },
  }
}

export type OwnSynonyms = ReturnType<typeof createOwnSynonyms>
