// The bus of a desk of several nodes, over whatever carries news between them. What gets lost on the way, `onGap` and
// a look at the database make good.

import { randomUUID } from 'node:crypto'
import type { Log } from '../log.ts'
import { systemTime, type Time } from '../time.ts'
import type { Bus, BusTopics } from './bus.ts'
import { createBusInbox } from './bus-inbox.ts'
import { createBusListeners } from './bus-listeners.ts'
import { createBusOutbox } from './bus-outbox.ts'
import type { Carrier } from './carrier.ts'
import { createSteadyListener, type SteadyListenerDeps } from './steady-listener.ts'

export interface CarriedBusDeps {
  carrier: Carrier
  onError: (error: unknown) => void
  log: Pick<Log, 'info' | 'warn'>
  time?: Time
  intervals?: SteadyListenerDeps['intervals']
  /** Milliseconds without a word of another node after which this one is alone; nodes greet every other second. */
  aloneAfter?: number
}

export function createCarriedBus(deps: CarriedBusDeps): Bus {
  const { carrier, onError, log, time = systemTime, intervals, aloneAfter = 6000 } = deps
  const nodeId = randomUUID()
  const listeners = createBusListeners({ onError })
  const gaps = new Set<() => void>()
  const onGap = (): void => {
    for (const listener of gaps) listeners.run(listener)
  }
  let heardAt = time.now()
  const outbox = createBusOutbox({ nodeId, carrier, outside: listeners.outside, log, time })
  const inbox = createBusInbox({
    nodeId,
    tell: (topic, payload) => listeners.tell(topic as keyof BusTopics, payload as never),
    onOther() {
      heardAt = time.now()
    },
    onGap,
    onError,
  })
  const listener = createSteadyListener({
    carrier,
    hear: inbox.hear,
    onOpen() {
      heardAt = time.now()
      onGap()
    },
    log,
    time,
    ...(intervals && { intervals }),
  })

  /** For certain: one that cannot hear does not know. A node that comes now looks at the database by itself. */
  const isAlone = (): boolean => listener.isOpen() && time.now() - heardAt > aloneAfter

  return {
    nodeId,
    isShared: true,
    emit(topic, payload, { ephemeral = false, greeting = false } = {}) {
      listeners.tell(topic, payload)
      if (!greeting && isAlone()) return
      const { here, ...news } = payload as { here?: unknown }
      outbox.add(topic, news, ephemeral)
    },
    emitHere: listeners.tell,
    on: listeners.on,
    onGap(gap) {
      gaps.add(gap)
      return () => void gaps.delete(gap)
    },
    async close() {
      gaps.clear()
      listeners.clear()
      listener.close()
      await outbox.close()
    },
  }
}
