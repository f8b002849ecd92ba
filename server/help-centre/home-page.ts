// The first page of a help centre: search, what is often asked, and the topics with their counts.

import { icon } from './help-icons.ts'
import { type Html, html } from './html.ts'
import { type HelpScene, renderPage, searchForm } from './page-layout.ts'
import type { ListedTopic, ShelfArticle } from './shelf.ts'
import { centreFacts } from './structured-data.ts'

const IN_A_TOPIC = 4
/** Nobody reads on beyond that; search finds the others, and so does the sitemap. */
const MOST_ROWS = 500

/** Rows that lead to articles. */
export function articleRows({ addresses, locale }: HelpScene, articles: readonly ShelfArticle[]): Html {
  return html`<ul class="plain rows two">${articles
    .slice(0, MOST_ROWS)
    .map(
      ({ slug, title }) =>
        html`<li><a href="${addresses.article(locale, slug)}"><span>${title}</span>${icon('chevron')}</a></li>`,
    )}</ul>`
}

/** A topic's articles, and those of the topics below it where it has few itself. */
const firstOf = (topic: ListedTopic): ShelfArticle[] =>
  [...topic.articles, ...topic.children.flatMap(firstOf)].slice(0, IN_A_TOPIC)

export function topicGrid(scene: HelpScene, topics: readonly ListedTopic[]): Html {
  const { addresses, locale, words } = scene
  return html`<ul class="plain topics">${topics.map(
    (topic) => html`<li><h3><a href="${addresses.topic(locale, topic.slug)}">${topic.name}</a></h3>
<span class="count quiet">${words.t('help.count', { n: topic.count })}</span>
<ul class="plain">${firstOf(topic).map(
      ({ slug, title }) => html`<li><a href="${addresses.article(locale, slug)}">${title}</a></li>`,
    )}</ul></li>`,
  )}</ul>`
}

export function homePage(scene: HelpScene): string {
  const { addresses, locale, locales, shelf, site, words } = scene
  const { loose, popular, topics } = shelf.language(locale)
  const greeting = words.t('home.greeting')
  const centre = words.say('centre', { name: site.name })
  const url = addresses.absolute(addresses.home(locale))
  const others = topics.length > 0 ? words.t('help.other') : words.t('help.title')
  return renderPage(scene, {
    title: '',
    description: topics.map(({ name }) => name).join(' · '),
    canonical: addresses.home(locale),
    alternates: [
      ...locales.map((tag) => ({ locale: tag, path: addresses.home(tag) })),
      ...(locales.length > 1 ? [{ locale: 'x-default', path: addresses.base }] : []),
    ],
    facts: [centreFacts(centre, url, addresses.absolute(addresses.search(locale)))],
    body: html`<div class="hero"><div class="wide">
<h1>${greeting}</h1>
${searchForm(scene, { big: true })}
</div></div>
${
  popular.length > 0 &&
  html`<section class="wide band" aria-labelledby="popular"><h2 id="popular">${words.t('home.popular')}</h2>${articleRows(scene, popular)}</section>`
}
${
  topics.length > 0 &&
  html`<section class="wide band" aria-labelledby="topics"><h2 id="topics">${words.t('help.topics')}</h2>${topicGrid(scene, topics)}</section>`
}
${
  loose.length > 0 &&
  html`<section class="wide band" aria-labelledby="others"><h2 id="others">${others}</h2>${articleRows(scene, loose)}</section>`
}`,
  })
}
