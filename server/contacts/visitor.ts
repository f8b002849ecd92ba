// The principal a visitor's token stands for: one contact on one site, nothing else.

import type { Device } from '../../sdk/protocol/visit.ts'

export interface VisitorPrincipal {
  side: 'visitor'
  kind: 'contact'
  /** The contact's id. */
  id: string
  name: string
  workspaceId: string
  siteId: string
  sessionId: string
  /** What they sit at, where their browser says what it is. */
  device?: Device
}
