// The live board over REST.

import { Router } from 'express'
import * as z from 'zod'
import { agentOf } from '../accounts/require-agent.ts'
import { parse } from '../platform/parse.ts'
import { timeZoneOf } from '../platform/time-zone.ts'
import type { BoardService } from './board.service.ts'

const ShowBoard = z.object({
  department_id: z.uuid().optional(),
  /** Where today begins; IANA. */
  time_zone: z
    .string()
    .max(60)
    .default('UTC')
    .transform((given, { addIssue }) => {
      const zone = timeZoneOf(given)
      if (zone === null) addIssue('There is no such time zone.')
      return zone ?? ''
    }),
})

export function boardRoutes({ board }: { board: BoardService }): Router {
  const router = Router()

  router.get('/board', async function showBoard(request, response) {
    const { department_id = null, time_zone } = parse(ShowBoard, request.query)
    const { workspaceId } = agentOf(response)
    response.json(await board.show({ workspaceId, departmentId: department_id, timeZone: time_zone }))
  })

  router.get('/board/loads', async function showLoads(_request, response) {
    response.json({ loads: await board.loads(agentOf(response).workspaceId) })
  })

  return router
}
