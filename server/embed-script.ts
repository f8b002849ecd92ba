// embed.js as it is served: the built loader with the site's look and the names of the panel's files written in, so that
// the page needs no second request before the visitor acts.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { Request, RequestHandler, Response } from 'express'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'
import { launcherCss } from './sites/look.ts'
import type { Site } from './sites/site.service.ts'

const PLACEHOLDER = '__DESKBELL_SETTINGS__'
/** What the loader fetches by itself, under the names the manifest has for them. */
const ENTRIES = {
  panel: 'widget/panel.ts',
  api: 'widget/page-api.ts',
  proactive: 'widget/proactive.ts',
} as const

/** Language, the launcher's name, "Close", "Support cannot be reached". */
type Words = readonly [lang: string, label: string, close: string, unreachable: string]

interface Bundle {
  loader: string
  /** File names below `assets/`. */
  files: Readonly<Record<keyof typeof ENTRIES, string>>
  words: Readonly<Record<string, Words>>
}

async function readBundle(dir: string): Promise<Bundle> {
  try {
    const [loader, manifest, words] = await Promise.all(
      ['embed.js', 'manifest.json', 'words.json'].map((file) => readFile(path.join(dir, file), 'utf8')),
    )
    const built = JSON.parse(manifest!) as Record<string, { file: string }>
    const files = Object.fromEntries(
      Object.entries(ENTRIES).map(([name, source]) => [name, path.basename(built[source]!.file)]),
    ) as Bundle['files']
    return { loader: loader!, files, words: JSON.parse(words!) }
  } catch (error) {
    throw new Problem('unavailable', 'The widget has not been built on this server.', { cause: error })
  }
}

/** What is written in; the widget's own `InlinedSettings`. */
function settingsOf({ files, words }: Bundle, site: Site | null) {
  const [lang, label, close, unreachable] = words[site?.locale.slice(0, 2) ?? 'en'] ?? words.en!
  const name = site?.name ?? ''
  const { position, label: shown } = site?.appearance ?? {}
  const { consent, proactive } = site?.settings ?? {}
  return {
    panel: files.panel,
    api: files.api,
    words: [lang, label.replace('{name}', name).trim(), close, unreachable],
    name,
    css: site ? launcherCss(site) : undefined,
    ...(position === 'bottom-left' && { position }),
    ...(shown && { label: shown }),
    ...(consent === 'ask' && { consent }),
    ...(proactive && proactive.length > 0 && { idle: files.proactive, proactive }),
  }
}

export interface EmbedScriptDeps {
  /** Folder of the built widget. */
  dir: string
  sites: Pick<Rooms['sites'], 'byOrigin'>
  /** Read the files anew for every request: while developing, they change under a running server. */
  reread: boolean
}

/** Which of the built files, and the settings of the site that embeds it, found by the page's origin. */
export function embedScript({ dir, sites, reread }: EmbedScriptDeps): RequestHandler {
  let kept: Promise<Bundle> | undefined
  const compressed = createCompressor()

  async function bundle(): Promise<Bundle> {
    if (reread || !kept) kept = readBundle(dir)
    return kept.catch((error: unknown) => {
      kept = undefined
      throw error
    })
  }

  /** A script request has no Origin; its Referer holds the page's, unless the page withholds it. */
  async function siteOf(request: Request): Promise<Site | null> {
    const address = request.get('referer') ?? request.get('origin')
    return address && URL.canParse(address) ? sites.byOrigin(new URL(address).origin) : null
  }

  async function send(request: Request, response: Response, script: string): Promise<void> {
    // Asked one by one: browsers name gzip first, and that would win among equals.
    const encoding = ['br', 'gzip'].find((name) => request.acceptsEncodings(name)) ?? 'identity'
    // A module script, and one with an integrity, is fetched by the rules of CORS. There is nothing secret in it.
    response.type('text/javascript; charset=utf-8').set('Access-Control-Allow-Origin', '*')
    if (encoding !== 'identity') response.set('Content-Encoding', encoding)
    response.send(await compressed(script, encoding))
  }

  return async function embedScript(request, response) {
    const built = await bundle()
    const settings = settingsOf(built, await siteOf(request))
    response.set('Cache-Control', 'public, max-age=300').vary('Referer, Origin, Accept-Encoding')
    await send(request, response, withSettings(built.loader, settings))
  }
}

const withSettings = (loader: string, settings: unknown): string =>
  loader.replaceAll(PLACEHOLDER, () => asScript(settings))

/** JSON inside a script: a closing tag or a line separator would end it. */
const asScript = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const FORMS_KEPT = 200

/** Compresses each form once; sites are few, and so are their settings. */
function createCompressor() {
  const kept = new Map<string, Promise<Buffer>>()
  return (script: string, encoding: string): Promise<Buffer> => {
    const key = `${encoding} ${script}`
    let form = kept.get(key)
    if (!form) {
      if (kept.size >= FORMS_KEPT) kept.clear()
      form =
        encoding === 'br'
          ? promisify(brotliCompress)(script)
          : encoding === 'gzip'
            ? promisify(gzip)(script, { level: 9 })
            : Promise.resolve(Buffer.from(script))
      kept.set(key, form)
    }
    return form
  }
}
