// Facts about help pages for search engines: schema.org as JSON-LD. Plain objects; who writes them out escapes them.

import type { Article } from '../../sdk/protocol/help-article.ts'
import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import { cutText } from '../platform/cut-text.ts'
import { inlineText, treeToText } from '../platform/markdown/tree-text.ts'
import type { Step } from './page-layout.ts'

const SCHEMA = 'https://schema.org'
const ANSWER = 2000
const MOST_QUESTIONS = 30

export function articleFacts(
  article: Pick<Article, 'title' | 'summary' | 'locale' | 'updated_at'>,
  { url, publisher, section }: { url: string; publisher: string; section: string | null },
): object {
  return {
    '@context': SCHEMA,
    '@type': 'Article',
    headline: article.title,
    ...(article.summary && { description: article.summary }),
    inLanguage: article.locale,
    dateModified: article.updated_at,
    ...(section && { articleSection: section }),
    mainEntityOfPage: url,
    publisher: { '@type': 'Organization', name: publisher },
    author: { '@type': 'Organization', name: publisher },
  }
}

/** `steps` with addresses in full, from the home page to the page itself. */
export const breadcrumbFacts = (steps: readonly Step[]): object => ({
  '@context': SCHEMA,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, path }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: path,
  })),
})

/** Sections whose heading is a question, with what stands below them; null unless there are two. */
export function questionFacts(content: readonly Block[], locale: string): object | null {
  const found: { question: string; answer: Block[] }[] = []
  let open = false
  for (const block of content) {
    if (block.type === 'heading') {
      const question = inlineText(block.children).trim()
      open = /[?？؟]$/.test(question)
      if (open) found.push({ question, answer: [] })
    } else if (open) found.at(-1)!.answer.push(block)
  }
  const answered = found.filter(({ answer }) => answer.length > 0).slice(0, MOST_QUESTIONS)
  if (answered.length < 2) return null
  return {
    '@context': SCHEMA,
    '@type': 'FAQPage',
    inLanguage: locale,
    mainEntity: answered.map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: cutText(treeToText(answer), ANSWER) },
    })),
  }
}

/** A centre that can be searched. */
export const centreFacts = (name: string, url: string, search: string): object => ({
  '@context': SCHEMA,
  '@type': 'WebSite',
  name,
  url,
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${search}?q={search_term_string}` },
    'query-input': 'required name=search_term_string',
  },
})
