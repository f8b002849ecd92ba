// When which fault comes: a schedule drawn from the seed before the run begins, and its carrying out in time.

import { setTimeout as sleep } from 'node:timers/promises'
import { type Dice, FAULTS, type Fault, type FaultName, type World } from './nemesis-faults.ts'
import type { History } from './run-history.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface Planned {
  fault: FaultName
  /** Seconds from the start. */
  at: number
  lasts: number
  dice: Dice
}

const FIRST_AT = 0.7
const GAP = [0.15, 1.6] as const

export interface PlanOptions {
  random: SeededRandom
  seconds: number
  only: readonly FaultName[] | null
  hasRedis: boolean
}

export function planFaults({ random, seconds, only, hasRedis }: PlanOptions): Planned[] {
  const usable = (Object.entries(FAULTS) as [FaultName, Fault][]).filter(
    ([name, { needs }]) => (!only || only.includes(name)) && (needs !== 'redis' || hasRedis),
  )
  if (usable.length === 0) return []
  const weights = Object.fromEntries(usable.map(([name, { weight }]) => [name, weight])) as Record<
    FaultName,
    number
  >
  const between = ([from, to]: readonly [number, number]): number => from + random.next() * (to - from)
  const plan: Planned[] = []
  for (let at = FIRST_AT; at < seconds - 0.3; at += between(GAP)) {
    if (usable.length === 0) break
    const fault = random.weighted(weights)
    const lasts = Math.min(between(FAULTS[fault].lasts), seconds - at)
    plan.push({ fault, at, lasts, dice: { who: random.next(), how: random.next() } })
  }
  return plan
}

/** Ends when the last fault has. */
export async function runFaults(
  { plan, seconds }: { plan: readonly Planned[]; seconds: number },
  world: World,
  history: History,
): Promise<void> {
  const { record } = history
  const began = history.elapsed()
  const until = began + seconds * 1000
  const running: Promise<void>[] = []
  /** One of a kind at a time: what the first holds, the second must not let go. */
  const held = new Map<FaultName, Promise<void>>()

  async function play({ fault, lasts, dice }: Planned): Promise<void> {
    await held.get(fault)
    const left = (until - history.elapsed()) / 1000
    const { begin, end }: Fault = FAULTS[fault]
    const what = left > 0 ? await begin(world, dice) : null
    if (what === null)
      return record({ type: 'fault', fault, phase: 'skipped', what: 'nothing to hit, or too late' })
    record({ type: 'fault', fault, phase: 'begin', what })
    await sleep(Math.max(0, Math.min(lasts, left)) * 1000)
    await end?.(world, dice)
    record({ type: 'fault', fault, phase: 'end', what })
  }

  for (const planned of plan) {
    await sleep(Math.max(0, began + planned.at * 1000 - history.elapsed()))
    const playing = play(planned)
    held.set(planned.fault, playing)
    running.push(playing)
  }
  await Promise.all(running)
}
