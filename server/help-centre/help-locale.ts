// Which of a help centre's languages a reader gets.

import { languageOf } from '../knowledge/article-row.ts'
import type { Site } from '../sites/site.service.ts'
import type { Shelf } from './shelf.ts'

/** The site's own language first, then those with most articles; a centre without articles has the site's. */
export function offeredLocales(shelf: Shelf, site: Pick<Site, 'locale'>): string[] {
  const own = shelf.locales.find((tag) => tag.toLowerCase() === site.locale.toLowerCase())
  const near = own ?? shelf.locales.find((tag) => languageOf(tag) === languageOf(site.locale))
  const all = near ? [near, ...shelf.locales.filter((tag) => tag !== near)] : shelf.locales
  return all.length > 0 ? all : [site.locale]
}

/** The very tag, else its language; undefined where neither is offered. */
export const nearestLocale = (offered: readonly string[], wanted: string): string | undefined =>
  offered.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
  offered.find((tag) => languageOf(tag) === languageOf(wanted))

/** Of what a browser accepts, in its order; else the first offered. */
export function acceptedLocale(offered: readonly string[], accepted: readonly string[]): string {
  for (const tag of accepted) {
    const found = nearestLocale(offered, tag)
    if (found) return found
  }
  return offered[0]!
}
