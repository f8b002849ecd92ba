// What became of a text, in runs of words: same, added, removed. Bounded, whatever the two texts are.

import { diffArrays, diffWordsWithSpace } from 'diff'
import type { ArticleDiff, ArticleVersion, DiffRuns } from '../../../sdk/protocol/article-admin.ts'

/** Edits looked for before two passages count as altogether different. */
const MOST_EDITS = 2000
const PATIENCE_MS = 300

type Run = DiffRuns[number]

/** Neighbours of a kind as one, none empty. */
function merged(runs: readonly Run[]): DiffRuns {
  const found: DiffRuns = []
  for (const run of runs) {
    if (run.text === '') continue
    const last = found.at(-1)
    if (last?.kind === run.kind) last.text += run.text
    else found.push({ ...run })
  }
  return found
}

const replaced = (from: string, to: string): Run[] => [
  { kind: 'removed', text: from },
  { kind: 'added', text: to },
]

function words(from: string, to: string): Run[] {
  const limits = { maxEditLength: MOST_EDITS, timeout: PATIENCE_MS }
  // Languages that put no spaces between words are cut by the locale's own rules.
  const intlSegmenter = new Intl.Segmenter(undefined, { granularity: 'word' })
  const changes = diffWordsWithSpace(from, to, { ...limits, intlSegmenter })
  if (!changes) return replaced(from, to)
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? []

/** Lines first, then the words of those that changed: long texts stay cheap, and a moved word is not found far away. */
export function diffText(from: string, to: string): DiffRuns {
  const changes = diffArrays(linesOf(from), linesOf(to), { maxEditLength: MOST_EDITS, timeout: PATIENCE_MS })
  if (!changes) return merged(replaced(from, to))
  const runs: Run[] = []
  let removed = ''
  let added = ''
  const flush = (): void => {
    if (removed && added) runs.push(...words(removed, added))
    else runs.push(...replaced(removed, added))
    removed = ''
    added = ''
  }
  for (const change of changes) {
    const text = change.value.join('')
    if (change.removed) removed += text
    else if (change.added) added += text
    else {
      flush()
      runs.push({ kind: 'same', text })
    }
  }
  flush()
  return merged(runs)
}

function diffList(from: readonly string[], to: readonly string[]): { added: string[]; removed: string[] } {
  const before = new Set(from)
  const after = new Set(to)
  return { added: to.filter((one) => !before.has(one)), removed: from.filter((one) => !after.has(one)) }
}

export function diffVersions(from: ArticleVersion, to: ArticleVersion): ArticleDiff {
  return {
    from: from.number,
    to: to.number,
    title: diffText(from.title, to.title),
    summary: diffText(from.summary ?? '', to.summary ?? ''),
    body: diffText(from.body, to.body),
    questions: diffList(from.questions, to.questions),
    related: diffList(from.related, to.related),
  }
}
