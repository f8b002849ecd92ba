// Lines of the bell to the sockets of whom they are for, on whichever node these are.

import type { Bus } from '../../platform/bus/bus.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Hub } from '../../platform/hub/hub-options.ts'
import type { Log } from '../../platform/log.ts'
import type { Principal } from '../access.ts'
import type { Notifications } from './notification.service.ts'

export interface BellLiveDeps {
  bus: Pick<Bus, 'on'>
  hub: Pick<Hub<Principal>, 'sockets'>
  log: Pick<Log, 'warn'>
  notifications: Notifications
}

/** The returned function stops telling. */
export function startBell({ bus, hub, log, notifications }: BellLiveDeps): () => void {
  const socketsOf = (agentId: string) =>
    [...hub.sockets()].filter(({ principal }) => principal.id === agentId)

  const stops = [
    bus.on('bell.rung', ({ agent_id, ids, here }) => {
      const sockets = socketsOf(agent_id)
      if (sockets.length === 0) return
      Promise.resolve(here?.lines ?? notifications.lines(agent_id, ids))
        .then((lines) => {
          for (const notification of lines)
            for (const socket of sockets)
              socket.send({ type: 'notification.created', data: { notification } })
        })
        .catch((error: unknown) =>
          log.warn({ error: errorFields(error) }, 'bell: lines could not be read for their agent'),
        )
    }),
    bus.on('bell.read', ({ agent_id, ids, unread }) => {
      for (const socket of socketsOf(agent_id))
        socket.send({ type: 'notification.read', data: { ids, unread } })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
