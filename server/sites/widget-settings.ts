// What of a site's settings a browser gets: only what differs from the defaults, and only the words of its language.

import type { WidgetSettings } from '../../sdk/protocol/site-settings.ts'
import { differenceFrom } from '../platform/merge-patch.ts'
import type { Site } from './site.service.ts'
import { DEFAULT_SETTINGS } from './stored-settings.ts'

/** The owner's own words for a language, those for its region first; undefined where there are none. */
export function ownTexts(
  { settings }: Pick<Site, 'settings'>,
  locale: string,
): Record<string, string> | undefined {
  const tag = locale.toLowerCase().replaceAll('_', '-')
  const [language = '', ...region] = tag.split('-')
  const byTag = new Map(Object.entries(settings.texts).map(([tag, texts]) => [tag.toLowerCase(), texts]))
  // Norwegian is written under three tags, and read under any.
  const general = byTag.get(language) ?? (/^(nn|no)$/.test(language) ? byTag.get('nb') : undefined)
  const special = region.length > 0 ? byTag.get(tag) : undefined
  return general || special ? { ...general, ...special } : undefined
}

/** Undefined for a site nobody has changed, so that it costs no byte. */
export function widgetSettings(site: Pick<Site, 'settings'>, locale: string): WidgetSettings | undefined {
  const { texts: _, ...settings } = site.settings
  const difference = differenceFrom(DEFAULT_SETTINGS, settings) as WidgetSettings | undefined
  const texts = ownTexts(site, locale)
  return texts ? { ...difference, texts } : difference
}
