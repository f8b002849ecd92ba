// Commands about the customer: what their page tells of them, and what agents see of it.

import type { AgentPrincipal } from './accounts/principal.ts'
import type { VisitorPrincipal } from './contacts/visitor.ts'
import { authorize, type Principal } from './conversations/access.ts'
import type { CommandRegistry } from './platform/commands/command-registry.ts'
import type { Hub } from './platform/hub/hub-options.ts'
import type { Rooms } from './rooms.ts'

export interface ContactCommandDeps {
  rooms: Pick<Rooms, 'contactActivity' | 'visits' | 'views' | 'visitorSessions' | 'bus'>
  commands: CommandRegistry
  hub: Pick<Hub<Principal>, 'sockets'>
}

/** The returned function ends what it listens to. */
export function registerContactCommands({ rooms, commands, hub }: ContactCommandDeps): () => void {
  const { contactActivity, visits, views, visitorSessions, bus } = rooms

  commands.handle<'attributes.set', VisitorPrincipal, unknown>(
    'attributes.set',
    'visitor',
    async ({ principal, input }) => {
      await contactActivity.setAttributes(principal, input)
      return { ok: true }
    },
  )
  commands.handle<'event.track', VisitorPrincipal, unknown>(
    'event.track',
    'visitor',
    async ({ principal, input }) => {
      await contactActivity.track(principal, input)
      return { ok: true }
    },
  )
  commands.handle<'visit.tell', VisitorPrincipal, unknown>(
    'visit.tell',
    'visitor',
    async ({ principal, input }) => {
      await visits.tell(principal, input)
      return { ok: true }
    },
  )
  commands.handle<'contact.show', AgentPrincipal, unknown>(
    'contact.show',
    'agent',
    async ({ principal, input }) => {
      const row = await views.load(principal.workspaceId, input.conversation_id)
      authorize(principal, row)
      return contactActivity.show(principal.workspaceId, row.contact_id)
    },
  )

  const visitors = () => [...hub.sockets()].filter(({ principal }) => principal.side === 'visitor')

  const stops = [
    bus.on('visitor-session.revoked', ({ sessionId }) => {
      for (const socket of visitors())
        if (socket.principal.sessionId === sessionId) socket.close(4401, 'signed out')
    }),
    // What was revoked on another node while no news came from there.
    bus.onGap(() => {
      for (const socket of visitors())
        visitorSessions.holds(socket.principal.sessionId).then(
          (holds) => holds || socket.close(4401, 'signed out'),
          // Looked at again by the socket's own recheck.
          () => {},
        )
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
