// The principal a visitor's token stands for: one contact on one site, nothing else.

export interface VisitorPrincipal {
  side: 'visitor'
  kind: 'contact'
  /** The contact's id. */
  id: string
  name: string
  workspaceId: string
  siteId: string
  sessionId: string
}
