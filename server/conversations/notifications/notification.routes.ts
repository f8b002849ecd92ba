// An agent's own bell over REST.

import { Router } from 'express'
import * as z from 'zod'
import { MarkNotifications } from '../../../sdk/protocol/notification.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import { parse } from '../../platform/parse.ts'
import { Problem } from '../../platform/problem.ts'
import type { Notifications } from './notification.service.ts'

const Page = z.object({ cursor: z.string().max(300).optional() })

export function notificationRoutes({ notifications }: { notifications: Notifications }): Router {
  const router = Router()

  router.get('/notifications', async function listNotifications(request, response) {
    const { workspaceId, id } = agentOf(response)
    response.json(await notifications.page(workspaceId, id, parse(Page, request.query).cursor))
  })

  router.post('/notifications/read', async function markNotifications(request, response) {
    const { workspaceId, id } = agentOf(response)
    const { all, ...which } = parse(MarkNotifications, request.body)
    if (!all && !which.ids && !which.conversation_id)
      throw new Problem('invalid-request', 'Name lines, a conversation, or all.')
    response.json({ unread: await notifications.mark(workspaceId, id, which) })
  })

  return router
}
