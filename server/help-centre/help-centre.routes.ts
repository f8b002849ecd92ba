// The help centre over HTTP: which page an address means, how long a browser may keep it, and a vote by a plain form.

import express, { type ErrorRequestHandler, type Request, type Response, Router } from 'express'
import type { FinishedSearch } from '../knowledge/missed/missed.service.ts'
import { asProblem } from '../platform/as-problem.ts'
import { errorFields } from '../platform/error-fields.ts'
import { FOREVER } from '../platform/http/cache-forever.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { byIp, byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { requestIdOf } from '../platform/http/request-id.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import type { Signing } from '../platform/signing.ts'
import type { Voted } from './article-page.ts'
import type { HelpCentre, Place } from './help-centre.service.ts'
import { helpHeaders } from './help-headers.ts'
import type { HelpSite } from './help-sites.ts'
import { isOwnForm, readVote, voteId } from './help-vote.ts'
import { type MadePage, madePage, sendPage } from './page-cache.ts'

/** Asked for again each time, and mostly answered by "the same": what was taken down must be gone. */
const LOOK_AGAIN = 'public, max-age=0, must-revalidate'
/** Of an address, not of what it was about. */
const OUR_WORDS = new Set(['articles', 'topics', 'feedback', 'search'])
const MOST_SHEETS = 100
const FIVE_MINUTES = 'public, max-age=300'

export interface HelpCentreRoutesOptions {
  help: HelpCentre
  signing: Pick<Signing, 'sign'>
  limits: Pick<RateLimits, 'limit' | 'permits'>
  /** Counts that an article was opened; never fails. */
  viewed: (view: { workspaceId: string; articleId: string; request: Request }) => void
  /** Told of every search, to count those that find no answer. */
  searched: (search: FinishedSearch) => void
  publicUrl: string
  log: Pick<Log, 'error'>
  clock: () => Date
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')
const siteIn = (response: Response): HelpSite => response.locals.helpSite as HelpSite

export function helpCentreRoutes(options: HelpCentreRoutesOptions): Router {
  const { help, limits, publicUrl } = options
  const router = Router()
  const pages = pageRoutes(options)

  router.use('/help', helpHeaders(publicUrl), limits.limit('help', byIp))
  router.use('/help/s/:key', async function findSite(request, response, next) {
    const found = await help.site(request.params.key)
    if (!found) return next()
    response.locals.helpSite = found
    response.locals.site = found.site
    pages(request, response, next)
  })
  router.use('/help', async function findFirstSite(request, response, next) {
    // Another site's centre by its key, as the widget's addresses name sites.
    const { site: key, ...query } = request.query
    const named = typeof key === 'string' && request.method === 'GET' ? await help.site(key) : null
    if (named) {
      const base = named.key === null ? '/help' : `/help/s/${encodeURIComponent(named.key)}`
      const rest = new URLSearchParams(query as Record<string, string>).toString()
      response.redirect(302, `${base}${request.path === '/' ? '' : request.path}${rest && `?${rest}`}`)
      return
    }
    const found = await help.site(null)
    if (!found) return next()
    response.locals.helpSite = found
    response.locals.site = found.site
    pages(request, response, next)
  })
  router.get('/robots.txt', async function robotsTxt(request, response, next) {
    const found = await help.site(null)
    if (!found) return next()
    response.set('Cache-Control', FIVE_MINUTES)
    await sendPage(request, response, help.robots(await help.accepted(found, [])))
  })
  router.use('/help', failures(options))
  return router
}

function pageRoutes({
  help,
  signing,
  limits,
  viewed,
  searched,
  publicUrl,
  clock,
}: HelpCentreRoutesOptions): Router {
  const router = Router()
  const send = (request: Request, response: Response, page: MadePage): Promise<void> =>
    sendPage(request, response.set('Cache-Control', LOOK_AGAIN), page)

  /** In a language of the reader's: an address that names none. */
  function accepted(request: Request, response: Response): Promise<Place> {
    response.vary('Accept-Language')
    return help.accepted(siteIn(response), [textOf(request.query.lang), ...request.acceptsLanguages()])
  }

  async function missing(request: Request, response: Response): Promise<void> {
    const place =
      (await help.named(siteIn(response), pathParts(request)[0] ?? '')) ?? (await accepted(request, response))
    response.set('Cache-Control', 'no-store')
    const words = pathParts(request).filter((part) => part !== place.locale && !OUR_WORDS.has(part))
    const query = words
      .join(' ')
      .replaceAll(/[-_.+]+/g, ' ')
      .trim()
    await sendPage(request, response, await help.missing(place, query))
  }

  /** The place an address names; one that is written otherwise leads to the right one. */
  async function named(request: Request<{ locale: string }>, response: Response): Promise<Place | null> {
    const place = await help.named(siteIn(response), request.params.locale)
    if (place) return place
    await missing(request as Request, response)
    return null
  }

  /** Of a site there is one at a time, and its compressed forms are kept with it. */
  const sheets = new Map<string, MadePage>()
  function sheetOf(css: string): MadePage {
    const sheet = sheets.get(css) ?? madePage(css, { type: 'css' })
    sheets.set(css, sheet)
    if (sheets.size > MOST_SHEETS) sheets.delete(sheets.keys().next().value!)
    return sheet
  }

  router.get('/style-:digest.css', async function styleSheet(request, response) {
    const { css, digest } = help.styleOf(siteIn(response).site)
    // Of another release or another node's moment: today's will do.
    response.set('Cache-Control', request.params.digest === digest ? FOREVER : FIVE_MINUTES)
    await sendPage(request as Request, response, sheetOf(css))
  })
  for (const path of ['/sitemap.xml', '/sitemap-:part.xml'])
    router.get(path, async function siteMap(request: Request<{ part?: string }>, response) {
      const place = await help.accepted(siteIn(response), [])
      const { part } = request.params
      // Of one spelling each, so that nobody fills the cache with the same file.
      if (part !== undefined && !/^[1-9]\d{0,5}$/.test(part)) throw new Problem('not-found')
      await send(
        request as Request,
        response,
        await help.sitemap(place, part === undefined ? null : Number(part)),
      )
    })

  router.get('/', async function home(request, response) {
    const place = await accepted(request, response)
    if (textOf(request.query.lang)) return response.redirect(302, place.addresses.home(place.locale))
    await send(request, response, await help.home(place))
  })
  router.get('/search', async function searchAnywhere(request, response) {
    const place = await accepted(request, response)
    response.redirect(302, place.addresses.search(place.locale, textOf(request.query.q)))
  })
  router.get('/articles/:slug', async function articleAnywhere(request, response) {
    const place = await accepted(request as Request, response)
    const entry = place.shelf.find(request.params.slug, place.locale)
    if (!entry) return missing(request as Request, response)
    response.redirect(302, place.addresses.article(place.locale, entry.slug))
  })

  router.get('/:locale', async function homeInLanguage(request, response) {
    const { locale } = request.params
    const place = await help.named(siteIn(response), locale)
    if (place) {
      if (place.locale !== locale) return response.redirect(301, place.addresses.home(place.locale))
      return send(request as Request, response, await help.home(place))
    }
    // As authors write to each other's articles: /help/returns.
    const anywhere = await accepted(request as Request, response)
    const entry = anywhere.shelf.find(locale, anywhere.locale)
    if (!entry) return missing(request as Request, response)
    response.redirect(302, anywhere.addresses.article(anywhere.locale, entry.slug))
  })
  router.get('/:locale/feed.xml', async function changes(request, response) {
    const place = await named(request, response)
    if (place) await send(request as Request, response, await help.feed(place))
  })
  router.get(
    '/:locale/search',
    limits.limit('search', byIpAndSite),
    async function search(request, response) {
      const place = await named(request as Request<{ locale: string }>, response)
      if (!place) return
      response.set('Cache-Control', 'no-store')
      const query = textOf(request.query.q)
      searched({
        workspaceId: place.site.workspaceId,
        siteId: place.site.id,
        who: byIpAndSite(request as Request, response) ?? '',
        query,
        locale: place.locale,
      })
      await sendPage(request as Request, response, await help.search(place, query))
    },
  )
  router.get('/:locale/topics/:topic', async function topic(request, response) {
    const place = await named(request, response)
    if (!place) return
    const found = place.shelf.language(place.locale).topic.get(request.params.topic)
    if (!found) return missing(request as Request, response)
    await send(request as Request, response, await help.topic(place, found))
  })
  router.get('/:locale/articles/:slug', async function article(request, response) {
    const { locale, slug } = request.params
    // A language that is not offered (any more) is no reason to withhold the article.
    const place =
      (await help.named(siteIn(response), locale)) ?? (await accepted(request as Request, response))
    const entry = place.shelf.find(slug, place.locale)
    if (!entry) return missing(request as Request, response)
    if (entry.slug !== slug || place.locale !== locale)
      return response.redirect(302, place.addresses.article(place.locale, entry.slug))
    const voted = (['yes', 'no', 'said'] as const).find((one) => one === request.query.voted) ?? null
    const page = await help.article(place, entry, voted, textOf(request.query.q))
    if (voted === null)
      viewed({ workspaceId: place.site.workspaceId, articleId: entry.id, request: request as Request })
    await send(request as Request, response, page)
  })
  router.get('/:locale/articles/:slug/feedback', async function voteAgain(request, response) {
    const place = await named(request, response)
    if (place) response.redirect(302, place.addresses.article(place.locale, request.params.slug))
  })
  router.post(
    '/:locale/articles/:slug/feedback',
    limits.limit('feedback', byIpAndSite),
    express.urlencoded({ extended: false, limit: '32kb', parameterLimit: 10 }),
    async function vote(request: Request<{ locale: string; slug: string }>, response) {
      if (!isOwnForm(request as Request, publicUrl))
        throw new Problem('forbidden', 'Votes are taken from the help centre’s own pages.')
      const place = await named(request, response)
      if (!place) return
      const entry = place.shelf.find(request.params.slug, place.locale)
      if (!entry) return missing(request as Request, response)
      const given = readVote(request.body)
      let voted: Voted | null = null
      if (given) {
        const cid = await voteId(signing, request as Request, entry.id, clock())
        const who = byIpAndSite(request as Request, response)
        await help.vote(
          place.site.workspaceId,
          entry.slug,
          { ...given, cid },
          {
            siteId: place.site.id,
            mayTeach: (articleId) => limits.permits('teaching', `${who} ${articleId}`),
          },
        )
        voted = given.comment === undefined ? (given.helpful ? 'yes' : 'no') : 'said'
      }
      const back = place.addresses.article(place.locale, entry.slug)
      response.redirect(303, voted ? `${back}?voted=${voted}#vote` : back)
    },
  )
  refuseOtherMethods(router)
  router.use((request, response) => missing(request, response))
  return router
}

function pathParts(request: Request): string[] {
  return request.path.split('/').flatMap((part) => {
    try {
      return decodeURIComponent(part).trim() || []
    } catch {
      return []
    }
  })
}

/** A path or a form that cannot be read is its sender's fault, not the server's. */
function problemOf(error: unknown): Problem {
  if (error instanceof URIError) return new Problem('not-found', undefined, { cause: error })
  const { status } = (error ?? {}) as { status?: unknown }
  if (!(error instanceof Problem) && typeof status === 'number' && status >= 400 && status < 500)
    return new Problem(status === 413 ? 'body-too-large' : 'invalid-request', undefined, { cause: error })
  return asProblem(error)
}

/** People get a page that says what happened, in their language where that can be known. */
function failures({ help, log }: HelpCentreRoutesOptions): ErrorRequestHandler {
  return async function helpFailed(error, request, response, next) {
    const problem = problemOf(error)
    const site = response.locals.helpSite as HelpSite | undefined
    if (response.headersSent || problem.status === 405) return next(error)
    const place = site && (await help.accepted(site, request.acceptsLanguages()).catch(() => undefined))
    response.set('Cache-Control', 'no-store')
    if (problem.extras.retryAfter !== undefined)
      response.set('Retry-After', String(problem.extras.retryAfter))
    if (problem.status >= 500)
      log.error(
        { error: errorFields(problem.cause ?? problem), requestId: requestIdOf(response) },
        problem.code,
      )
    const page = place ? help.failed(place, problem.status) : help.bare(problem.status)
    await sendPage(request, response, page)
  }
}
