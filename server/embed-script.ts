// embed.js as it is served: the built loader with the site's colours and the panel's hashed name written in,
// so that the page needs no second request before the visitor acts.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import type { RequestHandler } from 'express'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'
import { launcherCss } from './sites/look.ts'
import type { Site } from './sites/site.service.ts'

const PLACEHOLDER = '__DESKBELL_SETTINGS__'
const PANEL = 'widget/panel.ts'

interface Bundle {
  loader: string
  /** Path of the panel's chunk on this server. */
  panel: string
}

async function readBundle(dir: string): Promise<Bundle> {
  try {
    const [loader, manifest] = await Promise.all([
      readFile(path.join(dir, 'embed.js'), 'utf8'),
      readFile(path.join(dir, 'manifest.json'), 'utf8'),
    ])
    const { file } = (JSON.parse(manifest) as Record<string, { file: string }>)[PANEL]!
    return { loader, panel: `/support/widget/${file}` }
  } catch (error) {
    throw new Problem('unavailable', 'The widget has not been built on this server.', { cause: error })
  }
}

/** Which of the built files, and the settings of the site that embeds it, found by the page's origin. */
export function embedScript({
  dir,
  sites,
  reread,
}: {
  dir: string
  sites: Rooms['sites']
  reread: boolean
}): RequestHandler {
  let kept: Promise<Bundle> | undefined
  const compressed = createCompressor()

  /** A script request has no Origin; its Referer holds the page's, unless the page withholds it. */
  async function siteOf(referer: string | undefined): Promise<Site | null> {
    return referer && URL.canParse(referer) ? sites.byOrigin(new URL(referer).origin) : null
  }

  return async function embedScript(request, response) {
    // While developing, the files change under a running server.
    if (reread || !kept) kept = readBundle(dir)
    const { loader, panel } = await kept.catch((error: unknown) => {
      kept = undefined
      throw error
    })
    const site = await siteOf(request.get('referer'))
    const settings = {
      panel,
      ...(site && {
        css: launcherCss(site),
        position: site.appearance.position,
        label: site.appearance.label,
        name: site.name,
      }),
    }
    const script = loader.replaceAll(PLACEHOLDER, () => asScript(settings))
    // Asked one by one: browsers name gzip first, and that would win among equals.
    const encoding = ['br', 'gzip'].find((name) => request.acceptsEncodings(name)) ?? 'identity'
    response
      .type('text/javascript; charset=utf-8')
      .set('Cache-Control', 'public, max-age=300')
      .vary('Referer, Accept-Encoding')
    if (encoding !== 'identity') response.set('Content-Encoding', encoding)
    response.send(await compressed(script, encoding))
  }
}

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
