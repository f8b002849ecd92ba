// What pages fetch of the widget: embed.js with their site's look written in, so that they need no second request before
// the visitor acts; the same without any site's settings under the digest of its bytes; and the panel's files.

import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { type Request, type Response, Router } from 'express'
import type { PinnedLoaders } from './pinned-loaders.ts'
import { errorFields } from './platform/error-fields.ts'
import { FOREVER } from './platform/http/cache-forever.ts'
import { staticFiles } from './platform/http/static-files.ts'
import type { Log } from './platform/log.ts'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'
import type { Site } from './sites/site.service.ts'
import { pinnedScript, presentName, readWidgetBundle, scriptFor, type WidgetBundle } from './widget-bundle.ts'

/** Of no other name anything was ever kept. */
const DIGEST = /^[0-9a-f]{16}$/
const FIVE_MINUTES = 'public, max-age=300'

export interface EmbedRoutesDeps {
  /** Folder of the built widget. */
  dir: string
  sites: Pick<Rooms['sites'], 'byOrigin' | 'byKey'>
  pinned: PinnedLoaders
  /** Read the files anew for every request: while developing, they change under a running server. */
  reread: boolean
  log: Pick<Log, 'warn'>
}

export function embedRoutes({ dir, sites, pinned, reread, log }: EmbedRoutesDeps): Router {
  const router = Router()
  const compressed = createCompressor()
  let kept: Promise<WidgetBundle> | undefined
  /** The loader that was kept last: once is enough, and it is asked for by every page. */
  let keptDigest: string | undefined

  async function bundle(): Promise<WidgetBundle> {
    if (reread || !kept) kept = readWidgetBundle(dir)
    return kept.catch((error: unknown) => {
      kept = undefined
      throw error
    })
  }

  /**
   * By its key where the tag names it, as the help centre's does: its pages of all sites are of one origin. Else by the
   * page: a plain script request has no Origin, and its Referer holds the page's, unless the page withholds it.
   */
  async function siteOf(request: Request): Promise<Site | null> {
    if (typeof request.query.site === 'string') return sites.byKey(request.query.site)
    const address = request.get('origin') ?? request.get('referer')
    return address && URL.canParse(address) ? sites.byOrigin(new URL(address).origin) : null
  }

  const older = (digest: string): Promise<string | null> =>
    DIGEST.test(digest) ? pinned.find(digest) : Promise.resolve(null)

  async function send(request: Request, response: Response, script: string): Promise<void> {
    // Asked one by one: browsers name gzip first, and that would win among equals.
    const encoding = ['br', 'gzip'].find((name) => request.acceptsEncodings(name)) ?? 'identity'
    // A module script, and one with an integrity, is fetched by the rules of CORS. There is nothing secret in it.
    response.type('text/javascript; charset=utf-8').set('Access-Control-Allow-Origin', '*')
    response.vary('Accept-Encoding')
    if (encoding !== 'identity') response.set('Content-Encoding', encoding)
    response.send(await compressed(script, encoding))
  }

  router.get('/embed.js', async (request, response) => {
    const script = scriptFor(await bundle(), await siteOf(request))
    response.set('Cache-Control', FIVE_MINUTES).vary('Referer, Origin')
    await send(request, response, script)
  })

  router.get('/embed-:digest.js', async (request, response) => {
    const { digest } = request.params
    const present = await bundle().then(pinnedScript, () => null)
    if (present?.digest === digest && digest !== keptDigest)
      // Whoever pins it asks for it while it is the present one. That it cannot be kept now is no reason to withhold it.
      pinned
        .keep(present)
        .then(() => {
          keptDigest = digest
        })
        .catch((error: unknown) =>
          log.warn({ error: errorFields(error) }, 'widget: a pinned loader could not be kept'),
        )
    const script = present?.digest === digest ? present.script : await older(digest)
    if (script === null) throw new Problem('not-found', 'No release of this server had this loader.')
    response.set('Cache-Control', FOREVER)
    await send(request, response, script)
  })

  router.use('/assets', staticFiles({ dir: path.join(dir, 'assets'), immutable: true, crossOrigin: true }))

  // A loader that is pinned, cached, or from another node in the middle of a deploy, names files this release has under
  // another name: it gets those.
  router.get('/assets/:file', async (request, response, next) => {
    const name = presentName(await bundle(), request.params.file)
    if (name === null) return next()
    response.set('Cache-Control', FIVE_MINUTES)
    await send(request, response, `export*from"./${name}"\n`)
  })

  return router
}

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
