// The export over REST, for administrators: a zip that is sent while it is made.

import { once } from 'node:events'
import { Router } from 'express'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Audit } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import type { RateLimits } from '../../platform/http/rate-limit.ts'
import type { ArticleExport } from './article-export.ts'

export interface ArticleExportRoutesDeps {
  articleExport: ArticleExport
  audit: Pick<Audit, 'record'>
  limits: Pick<RateLimits, 'limit'>
}

export function articleExportRoutes({ articleExport, audit, limits }: ArticleExportRoutesDeps): Router {
  const router = Router()
  router.get(
    '/knowledge/export',
    requireRole('owner', 'admin'),
    limits.limit('export', (_request, response) => agentOf(response).id),
    async function exportArticles(_request, response) {
      const { workspaceId, id: agentId } = agentOf(response)
      await audit.record({ workspaceId, agentId, action: 'article.exported' })
      response.set({
        'Content-Type': 'application/zip',
        'Content-Disposition': 'attachment; filename="articles.zip"',
        'Cache-Control': 'no-store',
      })
      const zip = new Zip((error, data, final) => {
        // Half a zip must not look like a whole one.
        if (error) response.destroy(error)
        else if (final) response.end(data)
        else response.write(data)
      })
      try {
        for await (const { name, text } of articleExport.files(workspaceId)) {
          const file = new ZipDeflate(name, { level: 6 })
          zip.add(file)
          file.push(strToU8(text), true)
          if (response.writableNeedDrain)
            await Promise.race([once(response, 'drain'), once(response, 'close')])
          if (response.destroyed) return
        }
        zip.end()
      } catch (error) {
        if (!response.headersSent) throw error
        response.destroy(error as Error)
      }
    },
  )
  return refuseOtherMethods(router)
}
