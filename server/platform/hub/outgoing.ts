// The way out to one receiver: never more waiting than it can take. Slow ones lose what may be lost, then the line.

import type { WebSocket } from 'ws'
import type { SendOptions } from './hub-options.ts'

export interface OutgoingOptions {
  ws: WebSocket
  bufferedSoft: number
  bufferedHard: number
  clock: () => number
  onDropped: () => void
}

const OPEN = 1

export function createOutgoing({ ws, bufferedSoft, bufferedHard, clock, onDropped }: OutgoingOptions) {
  /** When the receiver last took something while more was waiting. */
  let waitingSince: number | undefined

  const flushed = (): void => {
    waitingSince = ws.bufferedAmount > 0 ? clock() : undefined
  }

  return {
    send(payload: Buffer, { ephemeral = false }: SendOptions = {}): void {
      if (ws.readyState !== OPEN) return
      const waiting = ws.bufferedAmount
      if (waiting > bufferedHard) ws.terminate()
      else if (ephemeral && waiting > bufferedSoft) onDropped()
      else {
        waitingSince ??= clock()
        // A Buffer is sent as it is; a string would be encoded again for every receiver.
        ws.send(payload, { binary: false }, flushed)
      }
    },
    /** True when nothing was taken for `ms` though something waits. */
    isStuck: (ms: number): boolean => waitingSince !== undefined && clock() - waitingSince >= ms,
  }
}
