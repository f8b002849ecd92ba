// Articles over REST for the people who keep them. Mounted under /api/v1 behind the agents' guard: agents read and
// draft, administrators decide what customers see.

import { type Request, type RequestHandler, type Response, Router } from 'express'
import * as z from 'zod'
import {
  type AdminArticle,
  type ArticlePreview,
  ChangeArticle,
  ListArticles,
  ListFeedback,
  ListVersions,
  MoveArticle,
  NewArticle,
  PreviewArticle,
  PublishArticle,
  ReadDiff,
  RestoreVersion,
} from '../../../sdk/protocol/article-admin.ts'
import type { Audit, AuditEntry } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { matchedVersion } from '../../platform/http/if-match.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { markdownToTree } from '../../platform/markdown/markdown-tree.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import { readingMinutes } from '../article-row.ts'
import type { ArticleAdmin, Hand } from './article-admin.service.ts'
import type { ArticleReading } from './article-reading.service.ts'
import { helpSlug } from './article-store.ts'

export interface ArticleAdminRoutesDeps {
  articleAdmin: ArticleAdmin
  articleReading: ArticleReading
  audit: Pick<Audit, 'record'>
}

type One = Request<{ id: string }>
type OneVersion = Request<{ id: string; number: string }>

const handOf = (response: Response): Hand => {
  const { workspaceId, id, role } = agentOf(response)
  return { workspaceId, agentId: id, publishes: role === 'owner' || role === 'admin' }
}

/** The revision a request says it has seen: in its body, or as `If-Match: "3"`. */
const seenRevision = (request: Request, body: { revision?: number | undefined } = {}): number | undefined =>
  body.revision ?? matchedVersion(request)

const isId = (text: string): boolean => z.uuid().safeParse(text).success

/** @throws Problem `article-not-found` */
function idOf({ params }: { params: { id: string } }): string {
  if (!isId(params.id)) throw new Problem('article-not-found')
  return params.id
}

function numberOf({ params }: OneVersion): number {
  const number = Number(params.number)
  if (!Number.isSafeInteger(number) || number < 1 || number > 2 ** 31 - 1)
    throw new Problem('version-not-found')
  return number
}

export function articleAdminRoutes({ articleAdmin, articleReading, audit }: ArticleAdminRoutesDeps): Router {
  const router = Router()
  const administrators = requireRole('owner', 'admin')

  const send = (response: Response, article: AdminArticle, status = 200): void => {
    response.status(status).set('ETag', `"${article.revision}"`).json({ article })
  }

  const record = (
    response: Response,
    action: AuditEntry['action'],
    { id, slug, version, state }: AdminArticle,
    more: Record<string, unknown> = {},
  ): Promise<void> => {
    const { workspaceId, agentId } = handOf(response)
    return audit.record({
      workspaceId,
      agentId,
      action,
      data: { article_id: id, slug, version, state, ...more },
    })
  }

  router.get('/articles', async function listArticles(request, response) {
    const filter = parse(ListArticles, request.query)
    response.json(await articleReading.list(handOf(response).workspaceId, filter))
  })

  router.post('/articles', async function createArticle(request, response) {
    const input = parse(NewArticle, request.body ?? {})
    const article = await articleAdmin.create(handOf(response), input)
    await record(response, 'article.created', article)
    send(response, article, 201)
  })

  // Before the ids: none of them reads so.
  router.post('/articles/preview', async function previewArticle(request, response) {
    const { body } = parse(PreviewArticle, request.body ?? {})
    const content = markdownToTree(body, { passageIds: true, images: true, articleSlug: helpSlug })
    const preview: ArticlePreview = { content, reading_minutes: readingMinutes(content) }
    response.json(preview)
  })

  // What an answer cites is known by a slug.
  router.get('/articles/:id', async function readArticle({ params: { id } }: One, response) {
    const { workspaceId } = handOf(response)
    send(response, await articleReading[isId(id) ? 'read' : 'readBySlug'](workspaceId, id))
  })

  router.patch('/articles/:id', async function changeArticle(request: One, response) {
    const change = parse(ChangeArticle, request.body ?? {})
    const revision = seenRevision(request as Request, change)
    const article = await articleAdmin.update(handOf(response), idOf(request), { ...change, revision })
    const changed = Object.keys(change).filter((name) => name !== 'revision' && name !== 'note')
    await record(response, 'article.changed', article, { changed })
    send(response, article)
  })

  router.delete('/articles/:id', administrators, async function deleteArticle(request: One, response) {
    const article = await articleAdmin.remove(
      handOf(response),
      idOf(request),
      seenRevision(request as Request),
    )
    await record(response, 'article.deleted', article)
    send(response, article)
  })

  /** A step of an article's life, named as its address and its audit entry. */
  const step = (
    name: string,
    action: AuditEntry['action'],
    take: (hand: Hand, id: string, body: unknown, request: Request) => Promise<AdminArticle>,
    ...guards: RequestHandler[]
  ): void => {
    router.post(`/articles/:id/${name}`, ...guards, async function moveArticle(request, response) {
      const article = await take(handOf(response), idOf(request as One), request.body ?? {}, request)
      await record(response, action, article)
      send(response, article)
    })
  }
  const revisionOf = (body: unknown, request: Request): number | undefined =>
    seenRevision(request, parse(MoveArticle, body))

  step(
    'publish',
    'article.published',
    (hand, id, body, request) => {
      const input = parse(PublishArticle, body)
      return articleAdmin.publish(hand, id, { ...input, revision: seenRevision(request, input) })
    },
    administrators,
  )
  step(
    'unpublish',
    'article.unpublished',
    (hand, id, body, request) => articleAdmin.unpublish(hand, id, revisionOf(body, request)),
    administrators,
  )
  step(
    'archive',
    'article.archived',
    (hand, id, body, request) => articleAdmin.archive(hand, id, revisionOf(body, request)),
    administrators,
  )
  step(
    'unarchive',
    'article.unarchived',
    (hand, id, body, request) => articleAdmin.unarchive(hand, id, revisionOf(body, request)),
    administrators,
  )
  step('undelete', 'article.undeleted', (hand, id) => articleAdmin.undelete(hand, id), administrators)

  router.get('/articles/:id/versions', async function listVersions(request: One, response) {
    const page = parse(ListVersions, request.query)
    response.json(await articleReading.versions(handOf(response).workspaceId, idOf(request), page))
  })

  router.get('/articles/:id/versions/:number', async function readVersion(request: OneVersion, response) {
    const { workspaceId } = handOf(response)
    response.json({ version: await articleReading.version(workspaceId, idOf(request), numberOf(request)) })
  })

  router.post(
    '/articles/:id/versions/:number/restore',
    async function restoreVersion(request: OneVersion, response) {
      const input = parse(RestoreVersion, request.body ?? {})
      const revision = seenRevision(request as Request<never> as Request, input)
      const article = await articleAdmin.restore(handOf(response), idOf(request), numberOf(request), {
        ...input,
        revision,
      })
      await record(response, 'article.restored', article, { from: numberOf(request) })
      send(response, article)
    },
  )

  router.get('/articles/:id/diff', async function diffVersions(request: One, response) {
    const { from, to } = parse(ReadDiff, request.query)
    response.json(await articleReading.diff(handOf(response).workspaceId, idOf(request), from, to))
  })

  router.get('/articles/:id/feedback', async function listFeedback(request: One, response) {
    const page = parse(ListFeedback, request.query)
    response.json(await articleReading.feedback(handOf(response).workspaceId, idOf(request), page))
  })

  return refuseOtherMethods(router)
}
