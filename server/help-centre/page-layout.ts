// What every help page has around its content: head, header, the way to people, footer. No script but the site's own tag.

import type { Site } from '../sites/site.service.ts'
import { logoPath } from '../sites/site-logo.ts'
import type { HelpAddresses } from './help-addresses.ts'
import { icon, logo, logoPicture } from './help-icons.ts'
import { type HelpWords, ownName } from './help-words.ts'
import { type Html, html, jsonForScript } from './html.ts'
import type { Shelf } from './shelf.ts'

/** What the pages of one request have in common. */
export interface HelpScene {
  site: Site
  addresses: HelpAddresses
  words: HelpWords
  /** Of the articles listed: one of `locales`. */
  locale: string
  /** Offered in the language switch. */
  locales: readonly string[]
  shelf: Shelf
  /** Of the style sheet. */
  style: string
}

export interface HelpPage {
  /** Without the name of the centre. Empty: the centre's name alone. */
  title: string
  description?: string | null
  /** Path of the page itself, in its one right form. Missing: it is not to be indexed. */
  canonical?: string
  /** Paths of the same page in other languages, its own among them. */
  alternates?: readonly { locale: string; path: string }[]
  /** For the language switch: where another language's reader gets; else its home. */
  switchTo?: (locale: string) => string | undefined
  openGraph?: 'website' | 'article'
  /** Facts for search engines, schema.org. */
  facts?: readonly object[]
  /** Whether the search field stands in the header. */
  find?: boolean
  query?: string
  /** The page shows the way to people itself. */
  asks?: boolean
  body: Html
}

export function searchForm({ addresses, locale, words }: HelpScene, { big = false, query = '' } = {}): Html {
  const label = words.t('help.search')
  return html`<form class="find${big && ' big'}" role="search" action="${addresses.search(locale)}">
${icon('search')}<input type="search" name="q" value="${query}" aria-label="${label}" placeholder="${label}" maxlength="200" autocomplete="off" enterkeyhint="search">${
    big && html`<button class="button solid">${words.say('search')}</button>`
  }
</form>`
}

/** The tag's own page: only where it can be read by all, and never a local one. */
const homeOf = (site: Site): { href: string; host: string } | null => {
  const origin = site.allowedOrigins.find((candidate) => candidate.startsWith('https://'))
  return origin ? { href: `${origin}/`, host: new URL(origin).host } : null
}

function languageSwitch({ words, locale, locales, addresses }: HelpScene, page: HelpPage): Html | null {
  if (locales.length < 2) return null
  const links = locales.map((tag) => {
    const path = page.switchTo?.(tag) ?? addresses.home(tag)
    const current = tag === locale && html` aria-current="true"`
    return html`<li><a href="${path}" lang="${tag}" hreflang="${tag}"${current}>${ownName(tag)}${tag === locale && icon('check')}</a></li>`
  })
  return html`<details class="languages"><summary>${icon('globe')}<span class="hidden">${words.say('language')}: </span>${ownName(locale)}${icon('down')}</summary><ul class="plain">${links}</ul></details>`
}

function header(scene: HelpScene, page: HelpPage): Html {
  const { site, addresses, locale, words } = scene
  const away = homeOf(site)
  const { logo_path: path } = site.appearance
  const mark = site.logo ? logoPicture(logoPath(site)) : path && logo(path)
  return html`<header class="top"><div class="wide">
<a class="name" href="${addresses.home(locale)}">${mark}<span>${site.name}</span><span class="part">${words.t('help.title')}</span></a>
${page.find && searchForm(scene, { query: page.query ?? '' })}
<div class="end">${away && html`<a class="away" href="${away.href}">${away.host}</a>`}${languageSwitch(scene, page)}</div>
</div></header>`
}

/** The site's own widget opens from these; without scripts there is none, and that is said. */
export function askButtons({ site, words }: Pick<HelpScene, 'site' | 'words'>): Html | null {
  const { chat, ticket } = site.settings.home
  if (!chat && !ticket) return null
  return html`<div class="buttons">${
    chat &&
    html`<button type="button" class="button solid" data-deskbell-open="chat">${icon('chat')}${words.t('home.chat')}</button>`
  }${
    ticket &&
    html`<button type="button" class="button" data-deskbell-open="ticket">${icon('mail')}${words.t('home.ticket')}</button>`
  }</div><p class="unscripted quiet">${words.say('noScript')}</p>`
}

function footer(scene: HelpScene, page: HelpPage): Html {
  const { site, words, addresses, locale } = scene
  const buttons = page.asks ? null : askButtons(scene)
  const answers = words.t(site.assistantEnabled ? 'home.ai_first' : 'home.person_answers')
  return html`<footer class="foot"><div class="wide">
${
  buttons &&
  html`<section class="ask" aria-labelledby="ask"><div><h2 id="ask">${words.say('still')}</h2><p>${answers}. ${words.t('home.foot_open')}</p></div>
<div>${buttons}</div></section>`
}
<p class="small"><a href="${addresses.feed(locale)}">${words.say('changes')}</a></p>
</div></footer>`
}

function head(scene: HelpScene, page: HelpPage): Html {
  const { site, addresses, words, locale, style } = scene
  const centre = words.say('centre', { name: site.name })
  const title = page.title ? `${page.title} · ${centre}` : centre
  const description = page.description || null
  const url = page.canonical && addresses.absolute(page.canonical)
  const alternates = (page.alternates ?? []).map(
    (other) =>
      html`<link rel="alternate" hreflang="${other.locale}" href="${addresses.absolute(other.path)}">\n`,
  )
  return html`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${description && html`<meta name="description" content="${description}">`}
${url ? html`<link rel="canonical" href="${url}">` : html`<meta name="robots" content="noindex, follow">`}
${alternates}<link rel="stylesheet" href="${addresses.style(style)}">
<link rel="alternate" type="application/atom+xml" title="${words.say('changes')}" href="${addresses.absolute(addresses.feed(locale))}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" media="(prefers-color-scheme: light)" content="#ffffff">
<meta name="theme-color" media="(prefers-color-scheme: dark)" content="#191816">
<meta name="format-detection" content="telephone=no">
<meta property="og:title" content="${page.title || centre}">
${description && html`<meta property="og:description" content="${description}">`}
<meta property="og:type" content="${page.openGraph ?? 'website'}">
<meta property="og:site_name" content="${centre}">
<meta property="og:locale" content="${locale.replace('-', '_')}">
${url && html`<meta property="og:url" content="${url}">`}
<meta name="twitter:card" content="summary">
<link rel="icon" href="data:,">
${(page.facts ?? []).map((facts) => html`<script type="application/ld+json">${jsonForScript(facts)}</script>\n`)}<script src="/support/widget/embed.js?site=${encodeURIComponent(site.key)}" data-site="${site.key}" data-locale="${locale}" async></script>
</head>`
}

export function renderPage(scene: HelpScene, page: HelpPage): string {
  const { words } = scene
  return html`<!doctype html>
<html lang="${words.locale}" dir="${words.dir}">
${head(scene, page)}
<body>
<a class="skip" href="#content">${words.say('skip')}</a>
${header(scene, page)}
<main id="content" tabindex="-1">
${page.body}
</main>
${footer(scene, page)}
</body>
</html>
`.toString()
}

export interface Step {
  name: string
  path: string
}

/** The way from the home page to here; the page itself is its heading. */
export function trail({ words, addresses, locale }: HelpScene, steps: readonly Step[]): Html {
  const all = [{ name: words.t('help.title'), path: addresses.home(locale) }, ...steps]
  return html`<nav class="trail" aria-label="${words.say('trail')}"><ol class="plain">${all.map(
    ({ name, path }, at) => html`<li>${at > 0 && icon('chevron')}<a href="${path}">${name}</a></li>`,
  )}</ol></nav>`
}
