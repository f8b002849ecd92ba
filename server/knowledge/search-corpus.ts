// Articles and questions to measure search with, read from anybody's JSON. Knows no search and no database.

import * as z from 'zod'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import { cutText } from '../platform/cut-text.ts'
import { OperatorError } from '../platform/operator-error.ts'

/** What an article may hold; longer ones are cut, as search has no use for the rest. */
const MAX_TITLE = 200
const MAX_BODY = 200_000
const LOCALE = /^[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/
const FAULTS_SHOWN = 5

/** PostgreSQL keeps neither a NUL nor half a surrogate pair. */
const clean = (text: string): string => text.toWellFormed().replaceAll('\0', ' ')
const text = z.string({ error: 'must be text' }).transform(clean)
const words = text.refine((value) => value.trim() !== '', { error: 'must not be empty' })
/** Numbers and text alike: 7 and "7" are the same article. */
const id = z.union([z.string().min(1), z.number()], { error: 'must be text or a number' }).transform(String)
const locale = z.string().regex(LOCALE, { error: 'must be a language tag such as "en" or "pt-BR"' }).nullish()
const question = words.transform((value) => cutText(value.trim(), LIMITS.query))
const list = <T extends z.ZodType>(entry: T) => z.array(entry, { error: 'must be a list' })

const CorpusArticle = z.object(
  {
    id,
    title: words.transform((value) => cutText(value.trim(), MAX_TITLE)),
    body: text.transform((value) => cutText(value, MAX_BODY)),
    locale,
    /** Other ways to ask for it, known beforehand. */
    questions: list(question).default([]),
  },
  { error: 'must be an object with id, title and body' },
)
/** The article that answers; of several any does. */
const answers = z
  .union([id, z.array(id).min(1)], { error: 'must be the id of an article' })
  .transform((value) => (typeof value === 'string' ? [value] : value))
const CorpusQuestion = z.object(
  { question, article: answers, locale },
  { error: 'must be an object with question and article' },
)
const SearchCorpus = z.object(
  {
    articles: list(CorpusArticle).min(1, { error: 'must not be empty' }),
    questions: list(CorpusQuestion).min(1, { error: 'must not be empty' }),
  },
  { error: 'must be an object with articles and questions' },
)
export type SearchCorpus = z.output<typeof SearchCorpus>

/** `["questions", 3, "article"]` → `questions[3].article` */
const place = (path: readonly PropertyKey[]): string =>
  path
    .map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at > 0 ? '.' : ''}${String(part)}`))
    .join('') || 'the file'

function complain(faults: readonly string[]): never {
  const shown = faults.slice(0, FAULTS_SHOWN)
  if (faults.length > shown.length) shown.push(`and ${faults.length - shown.length} more.`)
  throw new OperatorError(shown.join('\n'))
}

/** @throws OperatorError with one line a fault that names the entry. */
export function readSearchCorpus(value: unknown): SearchCorpus {
  const parsed = SearchCorpus.safeParse(value)
  if (!parsed.success)
    return complain(parsed.error.issues.map(({ path, message }) => `${place(path)}: ${message}.`))
  const { articles, questions } = parsed.data
  const known = new Map<string, number>()
  const faults: string[] = []
  articles.forEach((article, at) => {
    const first = known.get(article.id)
    if (first === undefined) known.set(article.id, at)
    else faults.push(`articles[${at}].id: "${article.id}" is articles[${first}] already.`)
  })
  questions.forEach(({ article }, at) => {
    for (const one of article)
      if (!known.has(one)) faults.push(`questions[${at}].article: there is no article "${one}".`)
  })
  return faults.length > 0 ? complain(faults) : parsed.data
}
