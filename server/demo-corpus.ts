// The demo shop's articles with the questions that ship for them, as something to measure search with. Both are in a
// checkout only; nothing else of the server needs them.

import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { readArticleSource } from './knowledge/article-source.ts'
import { readSearchCorpus, type SearchCorpus } from './knowledge/search-corpus.ts'
import { OperatorError } from './platform/operator-error.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const ARTICLES = path.join(ROOT, 'demo-site/articles')
const QUESTIONS = path.join(ROOT, 'test/helpers/search-questions.ts')

interface Asked {
  q: string
  slugs: string[]
  locale?: string
}

/** @throws OperatorError where they are not */
export async function readDemoCorpus(): Promise<SearchCorpus> {
  const missing = () => {
    throw new OperatorError('The demo shop’s articles and questions are in a checkout only: name a file.')
  }
  const files = await readdir(ARTICLES, { recursive: true }).catch(missing)
  const { QUESTIONS: asked }: { QUESTIONS: Asked[] } = await import(pathToFileURL(QUESTIONS).href).catch(
    missing,
  )
  const articles = await Promise.all(
    files
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map(async (file) => readArticleSource(file, await readFile(path.join(ARTICLES, file), 'utf8'))),
  )
  return readSearchCorpus({
    articles: articles.map(({ slug, title, body, locale }) => ({ id: slug, title, body, locale })),
    questions: asked.map(({ q, slugs, locale }) => ({ question: q, article: slugs, locale: locale ?? 'en' })),
  })
}
