// Whether something typed may be kept in this browser.

import type { VisitorClient } from '../../client/visitor-client.api.ts'

/** Not before the visitor agrees, where the site asks. */
export function mayStore(client: VisitorClient | undefined): boolean {
  const consent = client?.consent.get()
  return consent === undefined || consent === 'implied' || consent === 'granted'
}
