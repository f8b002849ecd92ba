// Tells a team's consoles that one of the lists they hold has been changed, so that nobody has to load the page anew.
// Which list, and no more: what of it somebody may see is decided where they ask for it.

import type { RequestHandler } from 'express'
import { DESK_LISTS, type DeskListName } from '../../../sdk/protocol/desk-list.ts'
import { agentOf } from '../../accounts/require-agent.ts'
import type { Bus } from '../../platform/bus/bus.ts'

declare module '../../platform/bus/bus.ts' {
  interface BusTopics {
    /** Something was put into a list of the team's, changed or taken out of it. */
    'desk.changed': { workspaceId: string; list: DeskListName }
  }
}

/** `/tags`, `/admin/departments/<id>`, `/sites/<id>/tools`; what lies deeper is done with an entry, and the list stays. */
const LIST = /^\/(?:admin\/|sites\/[^/]+\/)?([a-z-]+)(?:\/[0-9a-f-]{36}(?:\/revoke)?)?\/?$/

/** For the agents' router, behind the guard and before the lists' own routes. */
export const deskNews = ({ bus }: { bus: Pick<Bus, 'emit'> }): RequestHandler =>
  function deskNews({ method, path }, response, next) {
    const list = DESK_LISTS.find((each) => each === LIST.exec(path)?.[1])
    if (list && method !== 'GET' && method !== 'HEAD')
      response.on('finish', () => {
        if (response.statusCode < 400)
          bus.emit('desk.changed', { workspaceId: agentOf(response).workspaceId, list })
      })
    next()
  }
