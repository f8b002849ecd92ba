// The bus of a desk of one node.

import { randomUUID } from 'node:crypto'
import type { Bus } from './bus.ts'
import { createBusListeners } from './bus-listeners.ts'

export function createInProcessBus({ onError }: { onError: (error: unknown) => void }): Bus {
  const listeners = createBusListeners({ onError })
  return {
    nodeId: randomUUID(),
    isShared: false,
    emit: listeners.tell,
    emitHere: listeners.tell,
    on: listeners.on,
    onGap: () => () => {},
    async close() {
      listeners.clear()
    },
  }
}
