// Help articles over REST, for a customer's page: search in both spellings of its path, read, judge.

import { type Request, type Response, Router } from 'express'
import { type ArticleCategories, ArticleFeedback, SearchQuery } from '../../sdk/protocol/help-article.ts'
import { goneSignal } from '../platform/http/gone-signal.ts'
import { refuseOtherMethods } from '../platform/http/other-methods.ts'
import { sendPublicJson } from '../platform/http/public-json.ts'
import { byIpAndSite, type RateLimits } from '../platform/http/rate-limit.ts'
import { parse } from '../platform/parse.ts'
import type { Articles } from './article.service.ts'
import type { Categories } from './category.service.ts'
import type { MissedSearchCounts } from './missed/missed.service.ts'
import type { Search } from './search.service.ts'

export interface KnowledgeRoutesOptions {
  articles: Pick<Articles, 'get' | 'feedback' | 'viewed'>
  categories: Categories
  search: Pick<Search, 'search'>
  /** Told of every search, to count those that find no answer. */
  missed?: Pick<MissedSearchCounts, 'searched'>
  limits: Pick<RateLimits, 'limit' | 'permits'>
  /** The site of the request; throws Problem `site-not-found`. */
  siteOf: (response: Response) => { id: string; workspaceId: string; locale: string }
}

export function knowledgeRoutes({
  articles,
  categories,
  search,
  missed,
  limits,
  siteOf,
}: KnowledgeRoutesOptions): Router {
  const router = Router()

  // One handler under both spellings.
  for (const path of ['/articles/search', '/articles'])
    router.get(path, limits.limit('search', byIpAndSite), async function searchArticles(request, response) {
      const site = siteOf(response)
      const { q, locale = site.locale, limit } = parse(SearchQuery, request.query)
      const found = await search.search(site.workspaceId, q, {
        locale,
        limit,
        siteId: site.id,
        signal: goneSignal(response),
      })
      missed?.searched({
        workspaceId: site.workspaceId,
        who: byIpAndSite(request, response) ?? '',
        query: q,
        locale,
        siteId: site.id,
      })
      await sendPublicJson(request, response.set('Cache-Control', 'no-store'), found)
    })

  const localeOf = (request: Request, site: { locale: string }): string =>
    typeof request.query.locale === 'string' ? request.query.locale.slice(0, 35) : site.locale

  // Before the slugs: no article is reached under this name, as none is under `search`.
  router.get(
    '/articles/categories',
    limits.limit('article', byIpAndSite),
    async function listCategories(request, response) {
      const site = siteOf(response)
      const found: ArticleCategories = {
        categories: await categories.list(site.workspaceId, localeOf(request, site), { siteId: site.id }),
      }
      await sendPublicJson(request, response, found)
    },
  )
  router.get(
    '/articles/categories/:id',
    limits.limit('article', byIpAndSite),
    async function readCategory(request: Request<{ id: string }>, response) {
      const site = siteOf(response)
      const { id } = request.params
      await sendPublicJson(
        request,
        response,
        await categories.get(site.workspaceId, id, localeOf(request as Request, site), { siteId: site.id }),
      )
    },
  )

  router.get(
    '/articles/:slug',
    limits.limit('article', byIpAndSite),
    async function readArticle(request: Request<{ slug: string }>, response) {
      const { id: siteId, workspaceId } = siteOf(response)
      const article = await articles.get(workspaceId, request.params.slug, { siteId })
      const purpose = request.get('sec-purpose') ?? request.get('purpose')
      articles.viewed({ workspaceId, articleId: article.id, userAgent: request.get('user-agent'), purpose })
      await sendPublicJson(request, response, article)
    },
  )

  router.post(
    '/articles/:slug/feedback',
    limits.limit('feedback', byIpAndSite),
    async function judgeArticle(request: Request<{ slug: string }>, response) {
      const { id: siteId, workspaceId } = siteOf(response)
      const vote = parse(ArticleFeedback, request.body)
      const who = byIpAndSite(request as Request, response)
      await articles.feedback(workspaceId, request.params.slug, vote, {
        siteId,
        mayTeach: (articleId) => limits.permits('teaching', `${who} ${articleId}`),
      })
      response.status(201).json({ ok: true })
    },
  )

  return refuseOtherMethods(router)
}
