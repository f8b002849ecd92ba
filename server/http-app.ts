// The Express app: what is mounted where, and behind what. Rooms are handed in; nothing is created here but routes.

import path from 'node:path'
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
  Router,
} from 'express'
import type { SiteTags } from '../sdk/protocol/site-admin.ts'
import { accountRoutes } from './accounts/account.routes.ts'
import { consoleCors, shownByOf } from './accounts/console-cors.ts'
import { consoleSessionRoutes } from './accounts/console-session.routes.ts'
import { agentOf, requireAgent } from './accounts/require-agent.ts'
import type { SessionCookie } from './accounts/session-cookie.ts'
import { teamAdminRoutes } from './accounts/team-admin.routes.ts'
import { toolRoutes } from './assistant/actions/tool.routes.ts'
import { assistantRoutes } from './assistant/assistant.routes.ts'
import { copilotRoutes } from './assistant/copilot/copilot.routes.ts'
import { draftRoutes } from './assistant/drafts/draft.routes.ts'
import { evaluationRoutes } from './assistant/evaluation/evaluation.routes.ts'
import { policyOf } from './command-quota.ts'
import type { Config } from './config.ts'
import { deviceOf } from './contacts/device.ts'
import type { VisitorPrincipal } from './contacts/visitor.ts'
import {
  agentAttachmentRoutes,
  attachmentBytes,
  visitorAttachmentRoutes,
} from './conversations/attachment.routes.ts'
import { attachmentDownload } from './conversations/attachment-download.routes.ts'
import { bulkRoutes } from './conversations/desk/bulk.routes.ts'
import { deskNews } from './conversations/desk/desk-news.ts'
import { deskToolRoutes } from './conversations/desk/desk-tool.routes.ts'
import { triageListRoutes } from './conversations/desk/triage-list.routes.ts'
import { savedViewRoutes } from './conversations/inbox/saved-view.routes.ts'
import { ticketRoutes } from './conversations/ticket.routes.ts'
import { transcriptRoutes } from './conversations/transcript.routes.ts'
import { mountDeskRooms } from './desk-rooms.ts'
import type { DeskToolRooms } from './desk-tool-rooms.ts'
import { embedRoutes } from './embed.routes.ts'
import { escalatedRoutes } from './escalated/escalated.routes.ts'
import { healthRoutes } from './health.routes.ts'
import { helpCentreRoutes } from './help-centre/help-centre.routes.ts'
import { identityRoutes } from './identity.routes.ts'
import { identityKeyRoutes } from './identity-key.routes.ts'
import { articleAdminRoutes } from './knowledge/articles/article-admin.routes.ts'
import { articleExportRoutes } from './knowledge/articles/article-export.routes.ts'
import { categoryAdminRoutes } from './knowledge/articles/category-admin.routes.ts'
import { importFileRoutes, importRoutes } from './knowledge/imports/import.routes.ts'
import { knowledgeRoutes } from './knowledge/knowledge.routes.ts'
import { memoryRoutes } from './knowledge/memory/memory.routes.ts'
import { missedRoutes } from './knowledge/missed/missed.routes.ts'
import { synonymRoutes } from './knowledge/synonym.routes.ts'
import { createPinnedLoaders } from './pinned-loaders.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import { commandRoutes } from './platform/commands/command-routes.ts'
import type { Database } from './platform/database/database.ts'
import { consoleGuard } from './platform/http/console-guard.ts'
import { jsonBody } from './platform/http/json-body.ts'
import { isOriginAllowed, isOwnOrigin } from './platform/http/origin-rule.ts'
import { notFound, problemHandler } from './platform/http/problem-handler.ts'
import { byIpAndSite, type RateLimits } from './platform/http/rate-limit.ts'
import { requestId } from './platform/http/request-id.ts'
import { consoleHeaders, resourceHeaders } from './platform/http/security-headers.ts'
import { staticFiles } from './platform/http/static-files.ts'
import { widgetCors } from './platform/http/widget-cors.ts'
import type { Log } from './platform/log.ts'
import type { Metrics } from './platform/metrics.ts'
import { Problem } from './platform/problem.ts'
import type { Rooms } from './rooms.ts'
import { signedOutErrors } from './signed-out.ts'
import { siteRoutes } from './sites/site.routes.ts'
import type { Site } from './sites/site.service.ts'
import { siteLogoRoutes } from './sites/site-logo.routes.ts'
import { siteOf, widgetRoutes } from './widget.routes.ts'
import { latestTag, pinnedScript, pinnedTag, readWidgetBundle } from './widget-bundle.ts'

const ARTICLE_PATHS = ['/articles', '/knowledge/categories', '/knowledge/imports', '/knowledge/export']
/** An article in any script, as JSON. */
const ARTICLE_BODY_BYTES = 1536 * 1024

const CONSOLE_SCRIPT = /^\/(?:embed|assets\/[\w.-]+)\.js$/

/** A page of another origin that `consoleCors` has let on, with a bearer token. */
const admitted = (response: Response): boolean => shownByOf(response) !== null

export interface HttpAppDeps {
  config: Config
  rooms: Rooms
  deskTools: DeskToolRooms
  db: Database
  commands: CommandRegistry
  cookie: SessionCookie
  limits: RateLimits
  metrics: Metrics
  log: Log
  clock: () => Date
  /** Folder of the built browser bundles. */
  dist: string
  isStopping: () => boolean
}

export function createHttpApp(deps: HttpAppDeps): Express {
  const { config, rooms, deskTools, db, commands, cookie, limits, metrics, log, clock, dist, isStopping } =
    deps
  const { sites, visitorSessions, sessions } = rooms
  const files = {
    upload: rooms.attachmentUpload,
    links: rooms.attachmentLinks,
    access: rooms.attachmentAccess,
  }
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', config.trustProxy)
  app.set('query parser', 'simple')
  app.use(requestId(), metrics.http())
  app.use(healthRoutes({ db, isStopping }))
  app.get('/metrics', metrics.handler())
  app.use('/support/widget', resourceHeaders(config), widgetRouter())
  app.use('/support/attachments', resourceHeaders(config), attachmentDownload({ ...files, limits }))
  const { workspacesShownBy } = rooms.workspaceSettings
  app.use('/api/v1', resourceHeaders(config), consoleCors({ workspacesShownBy, ownOrigin: config.publicUrl }))
  app.use('/api/v1', importFileRouter())
  app.use('/api/v1', consoleGuard({ admitted }), articleRouter(), jsonBody(), agentRouter())
  app.use(
    helpCentreRoutes({
      help: rooms.helpCentre,
      signing: rooms.signing,
      limits,
      searched: rooms.missed.searched,
      viewed: ({ request, ...view }) =>
        rooms.articles.viewed({
          ...view,
          userAgent: request.get('user-agent'),
          purpose: request.get('sec-purpose') ?? request.get('purpose'),
        }),
      publicUrl: config.publicUrl,
      log,
      clock,
    }),
  )
  app.use('/console', consoleHeaders(config), consoleRouter())
  app.get('/', (_request, response) => response.redirect('/console'))
  app.use(notFound(), problemHandler({ log }))
  return app

  async function tagsOf(site: Site): Promise<SiteTags> {
    const { publicUrl } = config
    const bundle = await readWidgetBundle(path.join(dist, 'widget')).catch(() => null)
    return {
      latest: latestTag(site, publicUrl),
      pinned: bundle && pinnedTag(pinnedScript(bundle), site, publicUrl),
    }
  }

  /** By the key a request names; else by the page's origin. */
  async function resolveSite(request: Request): Promise<Site | null> {
    const { site: key } = request.query
    if (typeof key === 'string') return sites.byKey(key)
    // A GET to one's own origin names its page only so: a site may hand these paths on to this server.
    const referer = request.get('referer')
    const page = referer && URL.canParse(referer) ? new URL(referer).origin : undefined
    const origin = request.headers.origin ?? page
    return origin ? sites.byOrigin(origin) : null
  }

  /** A key in the body names the site as one in the query does, and is held to the same origins. */
  async function siteOfBody(request: Request, response: Response, next: NextFunction): Promise<void> {
    const key = (request.body as { site?: unknown } | undefined)?.site
    if (typeof key === 'string' && request.query.site === undefined) {
      const site = await sites.byKey(key)
      const { origin } = request.headers
      const own = isOwnOrigin(request.headers, config.publicUrl)
      if (site && origin !== undefined && !own && !isOriginAllowed(site.allowedOrigins, origin))
        throw new Problem('origin-not-allowed', 'Add this origin to the allowed origins of the site.')
      response.locals.site = site
    }
    next()
  }

  /** The visitor whose token the request carries; null without one. @throws Problem `unauthenticated` for a dead one */
  async function visitorOf(request: Request): Promise<VisitorPrincipal | null> {
    const header = request.get('authorization')
    if (header === undefined) return null
    const token = /^Bearer +(\S+)$/i.exec(header)?.[1]
    const visitor = token ? await visitorSessions.verify(token) : null
    const site = request.res?.locals.site as Site | null | undefined
    // A token is good for its own site only.
    if (!visitor || (site && site.id !== visitor.siteId)) throw new Problem('unauthenticated')
    request.res!.locals.visitor = visitor
    const device = deviceOf(request.headers)
    return device ? { ...visitor, device } : visitor
  }

  function widgetRouter(): Router {
    const router = Router()
    const dir = path.join(dist, 'widget')
    router.use(
      embedRoutes({ dir, sites, pinned: createPinnedLoaders({ db }), reread: !config.production, log }),
    )
    router.use(siteLogoRoutes({ ...rooms, limits }))
    // CORS first, so that a page can read also what is wrong with its body.
    // Agents too put the bytes of files here, with a ticket for each; their console may stand in another page.
    const admits = async (request: Request, origin: string): Promise<boolean> =>
      request.path.startsWith('/attachments/') &&
      (await rooms.workspaceSettings.workspacesShownBy(origin)).size > 0
    router.use(widgetCors({ resolveSite, ownOrigin: config.publicUrl, admits }))
    // Before the JSON reader: these bodies are files.
    router.use(attachmentBytes({ ...files, limits }))
    router.use(jsonBody(), siteOfBody)
    router.use(escalatedRoutes({ ...rooms, ...rooms.escalated, limits }))
    router.use(widgetRoutes({ rooms, limits, publicUrl: config.publicUrl, clock }))
    router.use(identityRoutes({ rooms, limits, siteOf, visitorOf }))
    const { articles, categories, search } = rooms
    router.use(knowledgeRoutes({ articles, categories, search, missed: rooms.missed, limits, siteOf }))
    const peopleOf = (workspaceId: string): string[] =>
      rooms.presence.people(workspaceId).map(({ name }) => name)
    router.use(visitorAttachmentRoutes({ ...files, tickets: rooms.tickets, limits, siteOf, visitorOf }))
    router.use(
      ticketRoutes({
        tickets: rooms.tickets,
        views: rooms.views,
        verifications: rooms.verifications,
        limits,
        siteOf,
        visitorOf,
        peopleOf,
      }),
    )
    router.use(transcriptRoutes({ transcripts: rooms.transcripts, limits, visitorOf }))
    router.use(signedOutErrors(visitorSessions))
    router.use(
      commandRoutes({
        commands,
        side: 'visitor',
        async principalOf(request) {
          const visitor = await visitorOf(request)
          if (!visitor) throw new Problem('unauthenticated', 'Open a session first.')
          return visitor
        },
        async spend(request, name, principal) {
          const response = request.res as Response
          const policy = policyOf(name, 'visitor') ?? 'poll'
          await limits.consumeFor(response, policy, (principal as VisitorPrincipal).id)
          if (name === 'conversation.start')
            await limits.consumeFor(response, 'conversationSite', byIpAndSite(request, response)!)
        },
      }),
    )
    return router
  }

  function agentsOnly(): RequestHandler[] {
    return [
      requireAgent({ sessions, cookie }),
      limits.limit('api', (_request, response) => agentOf(response).id),
    ]
  }

  /** Before all that reads JSON: its bodies are files. */
  function importFileRouter(): Router {
    const router = Router()
    router.use('/knowledge/imports/:id/files', consoleGuard({ bytes: true, admitted }), ...agentsOnly())
    router.use(importFileRoutes(rooms))
    return router
  }

  /** Before the others: their bodies are whole articles, which only agents may send. */
  function articleRouter(): Router {
    const router = Router()
    router.use(ARTICLE_PATHS, ...agentsOnly(), jsonBody({ limit: ARTICLE_BODY_BYTES }))
    router.use(articleAdminRoutes(rooms))
    router.use(categoryAdminRoutes(rooms))
    router.use(importRoutes(rooms))
    router.use(articleExportRoutes({ ...rooms, limits }))
    return router
  }

  function agentRouter(): Router {
    const router = Router()
    router.use(consoleSessionRoutes({ ...rooms, limits }))
    router.use(accountRoutes({ ...rooms, cookie, limits }))
    router.use(...agentsOnly())
    router.use(deskNews(rooms))
    router.use(teamAdminRoutes({ ...rooms, publicUrl: config.publicUrl }))
    router.use(siteRoutes({ ...rooms, tagsOf }))
    router.use(assistantRoutes(rooms))
    router.use(agentAttachmentRoutes({ ...files, agentOf }))
    router.use(identityKeyRoutes({ rooms }))
    router.use(draftRoutes(rooms))
    router.use(savedViewRoutes(rooms))
    router.use(triageListRoutes({ ...rooms, ...deskTools }))
    router.use(deskToolRoutes({ ...rooms, ...deskTools }))
    router.use(bulkRoutes(deskTools))
    mountDeskRooms(router, rooms, limits)
    router.use(copilotRoutes({ copilot: rooms.copilot, limits, log }))
    router.use(evaluationRoutes(rooms))
    router.use(toolRoutes({ ...rooms, clock }))
    router.use(memoryRoutes(rooms))
    router.use(missedRoutes(rooms))
    router.use(synonymRoutes({ synonyms: rooms.ownSynonyms, audit: rooms.audit }))
    router.use(
      commandRoutes({
        commands,
        side: 'agent',
        principalOf: async (request) => agentOf(request.res as Response),
      }),
    )
    return router
  }

  function consoleRouter(): Router {
    const router = Router()
    const dir = path.join(dist, 'console')
    // Pages of other origins load the console's scripts; what these may then ask is decided where they ask it.
    const scripts = staticFiles({ dir, immutable: true, crossOrigin: true })
    router.use((request, response, next) =>
      CONSOLE_SCRIPT.test(request.path) ? scripts(request, response, next) : next(),
    )
    router.use(staticFiles({ dir, immutable: true }))
    const page =
      (file: string): RequestHandler =>
      (_request, response, next) => {
        response.set('Cache-Control', 'no-cache')
        response.sendFile(path.join(dir, file), (error) => {
          if (error)
            next(
              new Problem('unavailable', 'The console has not been built on this server.', { cause: error }),
            )
        })
      }
    // What a page shows is its own affair.
    router.get('/', page('console.html'))
    // Addresses of pages that have moved into the console.
    for (const old of ['settings', 'settings/appearance', 'settings/assistant'])
      router.get(`/${old.split('/').at(-1)}`, (_request, response) => response.redirect(`/console#/${old}`))
    // Where it stood before. A browser takes what follows the # along.
    router.get('/knowledge', (_request, response) => response.redirect('/console?was=articles'))
    // In a frame of the console, so that the real widget stands on a page of its own; also where the console does in a
    // page of another origin, of those that may show the console of the site's workspace.
    router.get(
      '/appearance/preview',
      async function previewHeaders(request, response, next) {
        const { site: key, from } = request.query
        const known = typeof from === 'string' && typeof key === 'string' && (await sites.byKey(key))
        const shown = known && (await rooms.workspaceSettings.workspacesShownBy(from)).has(known.workspaceId)
        consoleHeaders({ ...config, framedBy: shown ? [from] : [] })(request, response, next)
      },
      page('appearance/preview.html'),
    )
    return router
  }
}
