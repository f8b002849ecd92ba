// Keeps a carrier's listening connection for ever: a broken one is opened again, and one that fell silent is found out
// by asking, since a half-open connection says nothing by itself.

import { within } from '../deadline.ts'
import type { Log } from '../log.ts'
import { systemTime, type Time } from '../time.ts'
import type { Carrier, Listening } from './carrier.ts'

/** All in milliseconds. */
export const LISTENER_INTERVALS = {
  connect: 5000,
  /** Between questions whether the other end is there. */
  probe: 10_000,
  /** How long it may take to answer. */
  deadline: 3000,
  firstWait: 100,
  longestWait: 5000,
}

export interface SteadyListenerDeps {
  carrier: Carrier
  hear: (piece: string) => void
  /** It hears from now on; whatever was told before, it may have missed. */
  onOpen: () => void
  log: Pick<Log, 'info' | 'warn'>
  time?: Time
  intervals?: Partial<typeof LISTENER_INTERVALS>
}

export function createSteadyListener(deps: SteadyListenerDeps) {
  const { carrier, hear, onOpen, log, time = systemTime } = deps
  const intervals = { ...LISTENER_INTERVALS, ...deps.intervals }
  let current: Listening | null = null
  let isAway = false
  let isClosed = false
  let failures = 0
  let stopTimer = (): void => {}

  function again(error: unknown): void {
    if (isClosed) return
    if (!isAway) log.warn({ error: { message: String(error) } }, 'bus: news of other nodes are not heard')
    isAway = true
    const wait =
      Math.min(intervals.longestWait, intervals.firstWait * 2 ** failures) * (0.5 + Math.random() / 2)
    failures = Math.min(failures + 1, 16)
    stopTimer = time.after(wait, () => void open())
  }

  async function open(): Promise<void> {
    let isOver = false
    const lost = (error: unknown): void => {
      if (isOver) return
      isOver = true
      stopTimer()
      current?.end()
      current = null
      again(error)
    }
    const opening = carrier.listen((piece) => {
      if (!isOver && !isClosed) hear(piece)
    }, lost)
    try {
      const listening = await within(intervals.connect, opening, time)
      if (isOver || isClosed) return listening.end()
      current = listening
      failures = 0
      if (isAway) log.info('bus: news of other nodes are heard again')
      isAway = false
      onOpen()
      probeLater(listening, lost)
    } catch (error) {
      // It may still open, too late.
      opening.then((late) => late.end()).catch(() => {})
      lost(error)
    }
  }

  function probeLater(listening: Listening, lost: (error: unknown) => void): void {
    stopTimer = time.after(intervals.probe, () => {
      within(intervals.deadline, listening.probe(), time).then(() => {
        if (current === listening) probeLater(listening, lost)
      }, lost)
    })
  }

  void open()

  return {
    isOpen: (): boolean => current !== null,
    close(): void {
      isClosed = true
      stopTimer()
      current?.end()
      current = null
    },
  }
}
