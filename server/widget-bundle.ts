// The built widget as the server hands it out: the loader with settings written in, and what its files are called.

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from './platform/problem.ts'
import { launcherCss } from './sites/look.ts'
import type { Site } from './sites/site.service.ts'
import { ownTexts } from './sites/widget-settings.ts'

const PLACEHOLDER = '__DESKBELL_SETTINGS__'
/** What the loader fetches by itself, under the names the manifest has for them. */
const ENTRIES = {
  panel: 'widget/panel.ts',
  api: 'widget/page-api.ts',
  proactive: 'widget/proactive.ts',
} as const

/** Language, the launcher's name, "Close", "Support cannot be reached". */
type Words = readonly [lang: string, label: string, close: string, unreachable: string]

export interface WidgetBundle {
  readonly loader: string
  /** File names below `assets/`. */
  readonly files: Readonly<Record<keyof typeof ENTRIES, string>>
  readonly words: Readonly<Record<string, Words>>
}

/** @throws Problem `unavailable` where nothing was built */
export async function readWidgetBundle(dir: string): Promise<WidgetBundle> {
  try {
    const [loader, manifest, words] = await Promise.all(
      ['embed.js', 'manifest.json', 'words.json'].map((file) => readFile(path.join(dir, file), 'utf8')),
    )
    const built = JSON.parse(manifest!) as Record<string, { file: string }>
    const files = Object.fromEntries(
      Object.entries(ENTRIES).map(([name, source]) => [name, path.basename(built[source]!.file)]),
    ) as WidgetBundle['files']
    return { loader: loader!, files, words: JSON.parse(words!) }
  } catch (error) {
    throw new Problem('unavailable', 'The widget has not been built on this server.', { cause: error })
  }
}

/** What is written into the loader: the widget's `InlinedSettings`. Without a site, what every page needs. */
function settingsOf({ files, words }: WidgetBundle, site: Site | null) {
  const [lang, label, close, unreachable] = words[site?.locale.slice(0, 2) ?? 'en'] ?? words.en!
  const name = site?.name ?? ''
  const own = site && ownTexts(site, site.locale)
  const always = {
    panel: files.panel,
    api: files.api,
    words: [
      lang,
      (own?.['launcher.label'] ?? label).replace('{name}', () => name).trim(),
      own?.['common.close'] ?? close,
      own?.['launcher.unreachable'] ?? unreachable,
    ],
    name,
  }
  if (!site) return always
  const { appearance, settings } = site
  return {
    ...always,
    css: launcherCss(site),
    ...(appearance.position === 'bottom-left' && { position: appearance.position }),
    ...(appearance.label && { label: appearance.label }),
    ...(settings.consent === 'ask' && { consent: settings.consent }),
    ...(settings.proactive.length > 0 && { idle: files.proactive, proactive: settings.proactive }),
  }
}

/** embed.js for a site's pages. */
export const scriptFor = (bundle: WidgetBundle, site: Site | null): string =>
  bundle.loader.replaceAll(PLACEHOLDER, () => asScript(settingsOf(bundle, site)))

/** JSON inside a script: a closing tag or a line separator would end it. */
const asScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

export interface PinnedScript {
  script: string
  /** Of the script's name, `embed-….js`. */
  digest: string
  /** For the tag's `integrity` (W3C Subresource Integrity). */
  integrity: string
}

/** The loader without any site's settings, so that its bytes are the same for everybody until the next release. */
export function pinnedScript(bundle: WidgetBundle): PinnedScript {
  const script = scriptFor(bundle, null)
  const hash = createHash('sha384').update(script)
  return {
    script,
    digest: hash.copy().digest('hex').slice(0, 16),
    integrity: `sha384-${hash.digest('base64')}`,
  }
}

/** The tag that names the very bytes; what embed.js would have been told by the server stands in it. */
export function pinnedTag({ digest, integrity }: PinnedScript, site: Site, publicUrl: string): string {
  const { position, label } = site.appearance
  const said = {
    site: site.key,
    name: site.name,
    css: launcherCss(site),
    label: label || undefined,
    position: position === 'bottom-left' ? position : undefined,
    consent: site.settings.consent === 'ask' ? 'ask' : undefined,
  }
  const data = Object.entries(said)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` data-${name}="${escapeAttribute(value!)}"`)
  const src = `${publicUrl}/support/widget/embed-${digest}.js`
  return `<script src="${src}" integrity="${integrity}" crossorigin${data.join('')} async></script>`
}

/** The tag that follows every release and every change of the settings by itself. */
export const latestTag = ({ key }: Pick<Site, 'key'>, publicUrl: string): string =>
  `<script src="${publicUrl}/support/widget/embed.js" data-site="${key}" async></script>`

const escapeAttribute = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')

/** The present name of a file that an older loader, or another node's, knows by another; null for all other files. */
export function presentName({ files }: WidgetBundle, asked: string): string | null {
  const stem = (name: string): string => name.replace(/(-[\w-]{8})?\.js$/, '')
  return Object.values(files).find((name) => name !== asked && stem(name) === stem(asked)) ?? null
}
