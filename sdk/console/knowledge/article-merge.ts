// One article changed by two people at once, put together by field.

import { type ArticleFields, differing, type SavedField } from './article-draft.ts'

export interface Merged {
  /** Mine where only I have changed it, theirs where only they have; mine where both have. */
  fields: ArticleFields
  /** What both have changed, each in another way: to be asked. */
  both: readonly SavedField[]
}

/** @param base what both began from */
export function merge(base: ArticleFields, mine: ArticleFields, theirs: ArticleFields): Merged {
  const my = differing(base, mine)
  const their = new Set(differing(base, theirs))
  const apart = new Set(differing(mine, theirs))
  return {
    fields: { ...theirs, note: mine.note, ...Object.fromEntries(my.map((name) => [name, mine[name]])) },
    both: my.filter((name) => their.has(name) && apart.has(name)),
  }
}
