// The way out to one receiver: never more waiting than it can take. Slow ones lose what may be lost, then the line.

import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import type { HubLimits } from './hub-options.ts'

const OPEN = 1
const NEVER = -1

/** What all lines of a hub share. */
export interface WayOut {
  limits: HubLimits
  /** See held-lines.ts. */
  hold(line: Duplex): void
}

export class Outgoing {
  private readonly ws: WebSocket
  private readonly line: Duplex
  /** Bytes given to the line so far, and how many of them were taken when last looked at. */
  private sent = 0
  private taken = 0
  /** Since when what waits has not moved; `NEVER`: nothing waited when last looked at. */
  private stillSince = NEVER

  constructor(ws: WebSocket, line: Duplex) {
    this.ws = ws
    this.line = line
  }

  /** False when an ephemeral frame was dropped. */
  send(frame: Buffer, ephemeral: boolean, now: number, { limits, hold }: WayOut): boolean {
    const { ws } = this
    const { bufferedSoft, bufferedHard } = limits
    if (ws.readyState !== OPEN) return true
    const waiting = ws.bufferedAmount
    if (waiting > bufferedHard) ws.terminate()
    else if (ephemeral && waiting > bufferedSoft) return false
    else {
      this.sent += frame.length
      hold(this.line)
      // Past ws, which would make the frame again for each receiver; without compression it keeps nothing back itself.
      this.line.write(frame)
      if (waiting === 0) this.look(now, ws.bufferedAmount)
    }
    return true
  }

  /** When little waits for the receiver, or the line is gone; null: at once. */
  drained({ bufferedSoft }: HubLimits): Promise<void> | null {
    const { ws } = this
    const isFull = (): boolean => ws.readyState === OPEN && ws.bufferedAmount > bufferedSoft
    if (!isFull()) return null
    return (async () => {
      // A ping's callback comes when everything before it is out.
      while (isFull()) await new Promise<void>((resolve) => ws.ping(undefined, false, () => resolve()))
    })()
  }

  /** Asked again and again: true when nothing was taken for `ms` though something waits. */
  isStuck(now: number, ms: number): boolean {
    const waiting = this.ws.bufferedAmount
    if (waiting === 0) this.stillSince = NEVER
    else if (this.stillSince === NEVER || this.sent - waiting !== this.taken) this.look(now, waiting)
    return this.stillSince !== NEVER && now - this.stillSince >= ms
  }

  private look(now: number, waiting: number): void {
    this.taken = this.sent - waiting
    this.stillSince = now
  }
}
