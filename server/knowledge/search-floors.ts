// What plain PostgreSQL makes of a corpus: the least any search must beat, measured on the same questions.

import type { Database } from '../platform/database/database.ts'
import { figuresOf, type SearchFigures } from './search-figures.ts'

/** Only texts that are shaped so can be spliced. */
const QUERIES = {
  /** The words joined by AND, as a search box does it. */
  'plain AND': `websearch_to_tsquery('english', $2)`,
  'plain OR': `replace(plainto_tsquery('english', $2)::text, '&', '|')::tsquery`,
} as const
export type SearchFloor = keyof typeof QUERIES

const VECTOR = `setweight(to_tsvector('english', title), 'A') || to_tsvector('english', body)`

/** @param articleOf the corpus's id of an article, by its slug */
export async function measureFloors(
  db: Database,
  workspaceId: string,
  asked: readonly { question: string; article: string; answers: readonly string[] }[],
  articleOf: ReadonlyMap<string, string>,
): Promise<Record<SearchFloor, SearchFigures>> {
  const measure = async (name: SearchFloor): Promise<SearchFigures> => {
    const placed = []
    for (const { question, article, answers } of asked) {
      const rows = await db.query<{ slug: string }>(
        `select slug from articles, (select ${QUERIES[name]} as query) as asked
         where workspace_id = $1 and (${VECTOR}) @@ query
         order by ts_rank(${VECTOR}, query) desc, slug limit 10`,
        [workspaceId, question],
      )
      placed.push({ article, place: rows.findIndex(({ slug }) => answers.includes(articleOf.get(slug)!)) })
    }
    return figuresOf(placed)
  }
  return { 'plain AND': await measure('plain AND'), 'plain OR': await measure('plain OR') }
}
