// What a customer's page calls before anybody chats: settings, availability, a session.

import { type Request, type Response, Router } from 'express'
import { OpenVisitorSession, type WidgetConfig } from '../sdk/protocol/site.ts'
import { refuseOtherMethods } from './platform/http/other-methods.ts'
import { sendPublicJson } from './platform/http/public-json.ts'
import { byIp, byIpAndSite, type RateLimits } from './platform/http/rate-limit.ts'
import { parse } from './platform/parse.ts'
import { Problem } from './platform/problem.ts'
import { createShortCache } from './platform/short-cache.ts'
import type { Rooms } from './rooms.ts'
import { lookCss } from './sites/look.ts'
import type { Site } from './sites/site.service.ts'
import { logoPath } from './sites/site-logo.ts'
import { widgetSettings } from './sites/widget-settings.ts'

/** The site a request is about, as the CORS middleware found it. @throws Problem `site-not-found` */
export function siteOf(response: Response): Site {
  const site = response.locals.site as Site | null | undefined
  if (!site) throw new Problem('site-not-found', 'Pass the site’s key as `site`.')
  return site
}

/** Every page asks what a workspace has; on which site, and whether somebody is in, is looked at each time. */
const REMEMBER_MS = 1000

/** Often asked articles in the first answer, which every opening waits for. */
const POPULAR = 4

export interface WidgetRoutesDeps {
  rooms: Rooms
  limits: RateLimits
  publicUrl: string
  clock: () => Date
}

export function widgetRoutes({ rooms, limits, publicUrl, clock }: WidgetRoutesDeps): Router {
  const { articles, availability, bus, departments, visitorSessions, assistantOf } = rooms
  const router = Router()
  const known = createShortCache<Awaited<ReturnType<typeof look>>>({ ms: REMEMBER_MS, clock })
  bus.on('knowledge.changed', known.clear)
  bus.on('agent.changed', known.clear)

  async function look({ id: siteId, workspaceId }: Site, locale: string) {
    const [list, assistant, popular, count] = await Promise.all([
      departments.list(workspaceId),
      assistantOf(workspaceId),
      articles.popular(workspaceId, locale, { siteId, limit: POPULAR }),
      articles.count(workspaceId, { siteId }),
    ])
    return { list, assistant, popular, count }
  }

  router.get('/config', limits.limit('load', byIp), async function widgetConfig(request: Request, response) {
    const site = siteOf(response)
    const asked = request.query.locale
    const locale = typeof asked === 'string' ? asked.slice(0, 35) : site.locale
    const [{ list, assistant, popular, count }, { message: _message, ...staffing }] = await Promise.all([
      known.get(`${site.id} ${locale}`, () => look(site, locale)),
      availability.of(site),
    ])
    const settings = widgetSettings(site, locale)
    const style = lookCss(site)
    const config: WidgetConfig = {
      site: { name: site.name },
      ...(site.logo && { logo_url: `${publicUrl}${logoPath(site)}` }),
      ...(!site.logo && site.appearance.logo_path && { logo_path: site.appearance.logo_path }),
      // Said in one language only, unless the owner has given it in others.
      greeting: settings?.texts?.['home.greeting'] ?? site.greeting,
      departments: list,
      assistant: site.assistantEnabled && assistant ? { id: assistant.id!, name: assistant.name } : null,
      availability: staffing,
      popular,
      article_count: count,
      ...(settings && { settings }),
      ...(style && { style }),
      ...(rooms.mail.enabled && { mail: true as const }),
    }
    await sendPublicJson(request, response.set('Cache-Control', 'no-store'), config)
  })

  router.get(
    '/chat/availability',
    limits.limit('search', byIpAndSite),
    async function chatAvailability(_request, response) {
      // Not by `json`, which makes an ETag: nobody keeps it.
      const support = JSON.stringify(await availability.of(siteOf(response)))
      response.set('Cache-Control', 'no-store').type('json').end(support)
    },
  )

  router.post(
    '/session',
    limits.limit('session', byIpAndSite),
    async function openSession(request, response) {
      const site = siteOf(response)
      const { locale } = parse(OpenVisitorSession, request.body ?? {})
      const session = await visitorSessions.open({ workspaceId: site.workspaceId, siteId: site.id, locale })
      response.status(201).set('Cache-Control', 'no-store').json(session)
    },
  )

  return refuseOtherMethods(router)
}
