// One article, with its contents, its neighbours, a vote that needs no script, and what is related.

import type { Article } from '../../sdk/protocol/help-article.ts'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import { languageOf } from '../knowledge/article-row.ts'
import { articleHtml, type Heading, headingsOf } from './article-html.ts'
import { icon } from './help-icons.ts'
import { articleRows } from './home-page.ts'
import { type Html, html } from './html.ts'
import { type HelpScene, renderPage, trail } from './page-layout.ts'
import type { ListedTopic, ShelfArticle } from './shelf.ts'
import { articleFacts, breadcrumbFacts, questionFacts } from './structured-data.ts'
import { fullSteps, stepsTo } from './topic-page.ts'

/** Below this a table of contents says nothing a glance does not. */
const ENOUGH_HEADINGS = 3
const MOST_NEIGHBOURS = 14
const MOST_RELATED = 4

/** What the reader has just said, on the page they come back to. */
export type Voted = 'yes' | 'no' | 'said'

function contents(
  headings: readonly Heading[],
  words: HelpScene['words'],
): { side: Html; fold: Html } | null {
  if (headings.length < ENOUGH_HEADINGS) return null
  const list = html`<ul class="plain">${headings.map(({ id, text }) => html`<li><a href="#${id}">${text}</a></li>`)}</ul>`
  const title = words.t('article.contents')
  return {
    side: html`<nav class="aside contents" aria-label="${title}"><div><h2>${title}</h2>${list}</div></nav>`,
    fold: html`<details class="aside contents"><summary>${title}</summary>${list}</details>`,
  }
}

function neighbours(
  { addresses, locale, words }: HelpScene,
  topic: ListedTopic,
  article: ShelfArticle,
): Html | null {
  const others = topic.articles.slice(0, MOST_NEIGHBOURS)
  if (topic.articles.length < 2) return null
  return html`<nav class="aside neighbours" aria-label="${words.say('inTopic')}"><div><h2>${topic.name}</h2><ul class="plain">${others.map(
    ({ id, slug, title }) =>
      html`<li><a href="${addresses.article(locale, slug)}"${id === article.id && html` aria-current="page"`}>${title}</a></li>`,
  )}</ul></div></nav>`
}

function vote({ addresses, locale, words }: HelpScene, { entry, voted, query }: ArticlePageInput): Html {
  const { slug } = entry
  const asked = query && html`<input type="hidden" name="q" value="${query}">`
  const action = addresses.feedback(locale, slug)
  if (voted === null)
    return html`<section class="vote" id="vote" aria-labelledby="vote-title"><h2 id="vote-title">${words.t('article.helped')}</h2>
<form method="post" action="${action}">${asked}<button class="button" name="helpful" value="yes">${words.t('article.yes')}</button><button class="button" name="helpful" value="no">${words.t('article.no')}</button></form></section>`
  const thanks = html`<p class="said" role="status">${icon('check')}${words.t('article.thanks')}</p>`
  if (voted === 'said') return html`<section class="vote" id="vote">${thanks}</section>`
  const label = words.t(voted === 'no' ? 'article.missing' : 'rating.comment')
  return html`<section class="vote" id="vote">${thanks}
<form class="more" method="post" action="${action}"><input type="hidden" name="helpful" value="${voted}">
<label for="comment">${label}</label><textarea id="comment" name="comment" maxlength="${LIMITS.comment}" required></textarea>
<button class="button">${words.t('article.send')}</button></form></section>`
}

export interface ArticlePageInput {
  entry: ShelfArticle
  article: Pick<Article, 'content' | 'reading_minutes'>
  voted: Voted | null
  /** What was searched for when it was found. */
  query: string
}

export function articlePage(scene: HelpScene, input: ArticlePageInput): string {
  const { entry, article } = input
  const { addresses, locale, locales, shelf, site, words } = scene
  const view = shelf.language(locale)
  const topic = view.topicOf.get(entry.id) ?? null
  const steps = stepsTo(scene, topic)
  const toc = contents(headingsOf(article.content), words)
  const beside = topic && neighbours(scene, topic, entry)
  const body = articleHtml(article.content, {
    articleAddress(slug) {
      const found = shelf.find(slug, locale)
      return found ? addresses.article(locale, found.slug) : null
    },
    tableLabel: words.t('article.table'),
  })
  const related = entry.related
    .flatMap((slug) => shelf.find(slug, locale) ?? [])
    .filter(({ id }) => id !== entry.id)
    .slice(0, MOST_RELATED)
  const family = shelf.family(entry)
  const path = (one: ShelfArticle): string => addresses.article(one.locale, one.slug)
  // Right only for the article's own language: under another it is a guest.
  const canonical = path(entry)
  const url = addresses.absolute(canonical)
  const isGuest = languageOf(entry.locale) !== languageOf(locale)
  const questions = questionFacts(article.content, entry.locale)
  const updated = html`<time datetime="${entry.updated_at.toISOString()}">${words.date(entry.updated_at)}</time>`
  const [before, after] = words
    .t('article.updated', {
      minutes: words.t('article.minutes', { n: article.reading_minutes }),
      date: '\u0000',
    })
    .split('\u0000')
  const layout = `columns${beside ? ' with-aside' : ''}${toc ? ' with-contents' : ''}`
  return renderPage(scene, {
    title: entry.title,
    description: entry.summary,
    canonical,
    alternates: family.length > 1 ? family.map((one) => ({ locale: one.locale, path: path(one) })) : [],
    switchTo(tag) {
      const other = family.find((one) => languageOf(one.locale) === languageOf(tag))
      return other && addresses.article(tag, other.slug)
    },
    openGraph: 'article',
    facts: [
      articleFacts(
        { ...entry, updated_at: entry.updated_at.toISOString() },
        { url, publisher: site.name, section: topic?.name ?? null },
      ),
      breadcrumbFacts(fullSteps(scene, [...steps, { name: entry.title, path: canonical }])),
      ...(questions ? [questions] : []),
    ],
    find: true,
    body: html`<div class="wide">
${trail(scene, steps)}
<div class="${layout}">
${beside}
<article${locales.length > 1 && html` lang="${entry.locale}"`}>
<div class="head"><h1 class="title">${entry.title}</h1>
<p class="meta" lang="${words.locale}">${before}${updated}${after}</p>
${entry.summary && html`<p class="lead">${entry.summary}</p>`}</div>
${isGuest && html`<p class="notice" lang="${words.locale}">${icon('globe')}${words.say('onlyIn', { language: words.languageName(entry.locale) })}</p>`}
${toc?.fold}
<div class="prose">${body}</div>
<div lang="${words.locale}">${vote(scene, input)}
${related.length > 0 && html`<section class="related" aria-labelledby="related"><h2 id="related">${words.t('article.related')}</h2>${articleRows(scene, related)}</section>`}</div>
</article>
${toc?.side}
</div>
</div>`,
  })
}
