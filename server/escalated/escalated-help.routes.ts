// What Escalated's widget asks before anybody writes: how it looks, whether somebody is there, help articles.

import { type Request, Router } from 'express'
import type { Department } from '../../sdk/protocol/agent.ts'
import type { Articles } from '../knowledge/article.service.ts'
import type { Search } from '../knowledge/search.service.ts'
import { treeToHtml } from '../platform/markdown/tree-html.ts'
import { parse } from '../platform/parse.ts'
import { Problem } from '../platform/problem.ts'
import type { SupportHours } from '../routing/availability.service.ts'
import type { Site } from '../sites/site.service.ts'
import { EscalatedSearch } from './escalated-input.ts'
import { localeOf, siteHere } from './escalated-request.ts'
import { wantsCodes } from './guest-proof.ts'

const ARTICLES = 10

export interface EscalatedHelpDeps {
  articles: Pick<Articles, 'get' | 'count'>
  search: Pick<Search, 'search'>
  availability: Pick<SupportHours, 'of'>
  departmentsOf: (workspaceId: string) => Promise<Department[]>
}

export function escalatedHelpRoutes({
  articles,
  search,
  availability,
  departmentsOf,
}: EscalatedHelpDeps): Router {
  const router = Router()

  function demandHelp({ settings }: Site): void {
    if (!settings.home.search) throw new Problem('not-found', 'The help articles are switched off.')
  }

  router.get('/config', async function escalatedConfig(_request, response) {
    const site = siteHere(response)
    const [departments, count] = await Promise.all([
      departmentsOf(site.workspaceId),
      articles.count(site.workspaceId, { siteId: site.id }),
    ])
    response.json({
      enabled: true,
      color: site.appearance.light.solid,
      position: site.appearance.position,
      greeting: site.greeting,
      departments: departments.map(({ id, name }) => ({ id, name })),
      kb_enabled: count > 0 && site.settings.home.search,
      guest_tickets_enabled: site.settings.home.ticket,
      ...(wantsCodes(site) && { guest_verification_required: true }),
    })
  })

  router.get('/chat/availability', async function escalatedAvailability(_request, response) {
    const site = siteHere(response)
    const { available, message, estimated_wait_seconds } = await availability.of(site)
    // The AI agent answers at any hour; where it does not, a chat needs somebody who is in.
    const isOn = site.settings.home.chat && (available || site.assistantEnabled)
    response.json({
      available: isOn,
      // What there is to say of nobody being in is about tickets.
      message: available ? message : '',
      estimated_wait: estimated_wait_seconds,
    })
  })

  for (const path of ['/articles/search', '/articles'])
    router.get(path, async function escalatedSearch(request, response) {
      const site = siteHere(response)
      demandHelp(site)
      const { q } = parse(EscalatedSearch, request.query)
      const locale = localeOf(request) ?? site.locale
      const found = await search.search(site.workspaceId, q, { locale, limit: ARTICLES, siteId: site.id })
      response.json({
        articles: found.articles.map(({ slug, title, excerpt }) => ({ slug, title, excerpt })),
      })
    })

  router.get(
    '/articles/:slug',
    async function escalatedArticle(request: Request<{ slug: string }>, response) {
      const site = siteHere(response)
      demandHelp(site)
      const { slug, title, category, content } = await articles.get(site.workspaceId, request.params.slug, {
        siteId: site.id,
      })
      response.json({ slug, title, category, body: treeToHtml(content) })
    },
  )

  return router
}
