// Imports over REST, for administrators. Mounted under /api/v1 behind the agents' guard; the bytes of a file come by a
// route of their own, before anything reads bodies as JSON.

import express, { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { ARTICLE_LIMITS } from '../../../sdk/protocol/article-admin.ts'
import { ListImportItems, ListImports, NewImport } from '../../../sdk/protocol/knowledge-import.ts'
import { storable } from '../../../sdk/protocol/plain-text.ts'
import type { Audit } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import type { Imports } from './import.service.ts'
import { kindOfFile } from './import-file.ts'

const PATH = '/knowledge/imports'

function idOf({ params }: { params: { id: string } }): string {
  if (!z.uuid().safeParse(params.id).success) throw new Problem('import-not-found')
  return params.id
}

/** `PUT …/files/:name` with the file as it is. */
export function importFileRoutes({ imports }: { imports: Pick<Imports, 'addFile'> }): Router {
  const router = Router()
  const bytes = express.raw({
    type: 'application/octet-stream',
    limit: ARTICLE_LIMITS.importFileBytes,
    inflate: false,
  })
  router.put(
    `${PATH}/:id/files/:name`,
    requireRole('owner', 'admin'),
    function refuseNames(request: Request<{ id: string; name: string }>, _response, next) {
      const { name } = request.params
      if (name.length > 200 || storable(name) !== name || /[\\\p{Cc}]|\.\./u.test(name))
        throw new Problem('invalid-request', 'The file has no name that is taken.')
      kindOfFile(name)
      next()
    },
    (request, response, next) =>
      bytes(request, response, (error?: unknown) =>
        next(
          (error as { type?: string } | undefined)?.type === 'entity.too.large'
            ? new Problem(
                'body-too-large',
                `A file has at most ${ARTICLE_LIMITS.importFileBytes / 1024 ** 2} MiB.`,
              )
            : error,
        ),
      ),
    async function addFile(request: Request<{ id: string; name: string }>, response: Response) {
      if (!Buffer.isBuffer(request.body))
        throw new Problem('unsupported-media-type', 'Send the file as application/octet-stream.')
      const { workspaceId } = agentOf(response)
      response.json({
        import: await imports.addFile(workspaceId, idOf(request), request.params.name, request.body),
      })
    },
  )
  return router
}

export function importRoutes({ imports, audit }: { imports: Imports; audit: Pick<Audit, 'record'> }): Router {
  const router = Router()
  router.use(PATH, requireRole('owner', 'admin'))
  type One = Request<{ id: string }>

  router.get(PATH, async function listImports(request, response) {
    response.json(await imports.list(agentOf(response).workspaceId, parse(ListImports, request.query)))
  })

  router.post(PATH, async function beginImport(request, response) {
    const { workspaceId, id: agentId } = agentOf(response)
    const input = parse(NewImport, request.body ?? {})
    const begun = await imports.begin({ workspaceId, agentId }, input)
    const { id, kind, url, publish } = begun
    await audit.record({
      workspaceId,
      agentId,
      action: 'article.import_begun',
      data: { import_id: id, kind, url, publish },
    })
    response.status(201).json({ import: begun })
  })

  router.get(`${PATH}/:id`, async function readImport(request: One, response) {
    response.json({ import: await imports.get(agentOf(response).workspaceId, idOf(request)) })
  })

  router.get(`${PATH}/:id/items`, async function listItems(request: One, response) {
    const page = parse(ListImportItems, request.query)
    response.json(await imports.items(agentOf(response).workspaceId, idOf(request), page))
  })

  router.post(`${PATH}/:id/start`, async function startImport(request: One, response) {
    response.json({ import: await imports.start(agentOf(response).workspaceId, idOf(request)) })
  })

  router.post(`${PATH}/:id/cancel`, async function cancelImport(request: One, response) {
    const { workspaceId, id: agentId } = agentOf(response)
    const cancelled = await imports.cancel(workspaceId, idOf(request))
    await audit.record({
      workspaceId,
      agentId,
      action: 'article.import_cancelled',
      data: { import_id: cancelled.id },
    })
    response.json({ import: cancelled })
  })

  return refuseOtherMethods(router)
}
