// The tree of headings over REST: agents read it, administrators change it. Mounted under /api/v1 behind their guard.

import { type Request, type Response, Router } from 'express'
import * as z from 'zod'
import { ChangeCategory, NewCategory, OrderCategories } from '../../../sdk/protocol/article-category.ts'
import type { Audit } from '../../accounts/audit.service.ts'
import { agentOf, requireRole } from '../../accounts/require-agent.ts'
import { refuseOtherMethods } from '../../platform/http/other-methods.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import type { CategoryAdmin } from './category-admin.service.ts'

export interface CategoryAdminRoutesDeps {
  categoryAdmin: CategoryAdmin
  audit: Pick<Audit, 'record'>
}

const PATH = '/knowledge/categories'

export function categoryAdminRoutes({ categoryAdmin, audit }: CategoryAdminRoutesDeps): Router {
  const router = Router()
  const administrators = requireRole('owner', 'admin')

  type One = Request<{ id: string }>
  function idOf({ params }: One): string {
    if (!z.uuid().safeParse(params.id).success) throw new Problem('category-not-found')
    return params.id
  }
  const record = (response: Response, data: Record<string, unknown>): Promise<void> => {
    const { workspaceId, id: agentId } = agentOf(response)
    return audit.record({ workspaceId, agentId, action: 'article_category.changed', data })
  }

  router.get(PATH, async function listCategories(_request, response) {
    response.json({ categories: await categoryAdmin.list(agentOf(response).workspaceId) })
  })

  router.post(PATH, administrators, async function createCategory(request, response) {
    const input = parse(NewCategory, request.body ?? {})
    const category = await categoryAdmin.create(agentOf(response).workspaceId, input)
    await record(response, { did: 'created', category_id: category.id, name: category.name })
    response.status(201).json({ category })
  })

  // Before the ids: none of them reads so.
  router.put(`${PATH}/order`, administrators, async function orderCategories(request, response) {
    const order = parse(OrderCategories, request.body ?? {})
    const categories = await categoryAdmin.order(agentOf(response).workspaceId, order)
    await record(response, { did: 'ordered', parent_id: order.parent_id })
    response.json({ categories })
  })

  router.patch(`${PATH}/:id`, administrators, async function changeCategory(request: One, response) {
    const input = parse(ChangeCategory, request.body ?? {})
    const category = await categoryAdmin.update(agentOf(response).workspaceId, idOf(request), input)
    await record(response, { did: 'changed', category_id: category.id, changed: Object.keys(input) })
    response.json({ category })
  })

  router.delete(`${PATH}/:id`, administrators, async function deleteCategory(request: One, response) {
    const category = await categoryAdmin.remove(agentOf(response).workspaceId, idOf(request))
    await record(response, { did: 'deleted', category_id: category.id, name: category.name })
    response.json({ category })
  })

  return refuseOtherMethods(router)
}
