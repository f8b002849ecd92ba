// One topic: the topics below it, and its articles.

import { cutText } from '../platform/cut-text.ts'
import { articleRows, topicGrid } from './home-page.ts'
import { html } from './html.ts'
import { type HelpScene, renderPage, type Step, trail } from './page-layout.ts'
import type { ListedTopic } from './shelf.ts'
import { breadcrumbFacts } from './structured-data.ts'

/** From the top down, the topic itself last. */
export const stepsTo = ({ addresses, locale }: HelpScene, topic: ListedTopic | null | undefined): Step[] => {
  const steps: Step[] = []
  for (let at = topic ?? null; at; at = at.parent)
    steps.unshift({ name: at.name, path: addresses.topic(locale, at.slug) })
  return steps
}

/** The same in full, with the home page in front. */
export const fullSteps = ({ addresses, locale, words }: HelpScene, steps: readonly Step[]): Step[] =>
  [{ name: words.t('help.title'), path: addresses.home(locale) }, ...steps].map(({ name, path }) => ({
    name,
    path: addresses.absolute(path),
  }))

export function topicPage(scene: HelpScene, topic: ListedTopic): string {
  const { addresses, locale, locales, shelf, words } = scene
  const steps = stepsTo(scene, topic)
  const there = locales.filter((tag) => shelf.language(tag).topic.has(topic.slug))
  const path = (tag: string): string => addresses.topic(tag, topic.slug)
  return renderPage(scene, {
    title: topic.name,
    description: topic.description ?? cutText(topic.articles.map(({ title }) => title).join(' · '), 300),
    canonical: path(locale),
    alternates: there.map((tag) => ({ locale: tag, path: path(tag) })),
    switchTo: (tag) => (there.includes(tag) ? path(tag) : undefined),
    facts: [breadcrumbFacts(fullSteps(scene, steps))],
    find: true,
    body: html`<div class="wide">
${trail(scene, steps.slice(0, -1))}
<div class="head"><h1 class="title">${topic.name}</h1>${topic.description && html`<p class="lead">${topic.description}</p>`}
<p class="meta">${words.t('help.count', { n: topic.count })}</p></div>
${topic.articles.length > 0 && html`<section class="results" aria-label="${topic.name}">${articleRows(scene, topic.articles)}</section>`}
${topic.children.length > 0 && html`<section class="band" aria-labelledby="topics"><h2 id="topics">${words.t('help.topics')}</h2>${topicGrid(scene, topic.children)}</section>`}
</div>`,
  })
}
