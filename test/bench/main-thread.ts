// What a page's main thread did between two marks, read from a Chromium trace: work by kind, and whose doing each late
// frame was. Work is counted in processor time: while a starved thread waits for its turn, that clock stands still.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { percentile } from './percentile.ts'

export const FRAME_MS = 1000 / 60

const KINDS = ['script', 'style', 'layout', 'paint', 'collection', 'rest'] as const
type Kind = (typeof KINDS)[number]

/** All times in ms. */
export interface FrameFigures {
  frames: number
  frameP95: number
  /** Share of frames that came half a frame late or more. */
  late: number
  /** Share of frames that were late and for which the page itself worked longer than a frame lasts. */
  lateByPage: number
  /** Of the others, those whose main thread had less to do but was kept from it: the processor was somebody else's. */
  lateByWait: number
  /** Main-thread work for one frame: of the 95th of a hundred, and of the longest single task. */
  workP95: number
  longestTask: number
  /** Main-thread work in a second. */
  work: Record<Kind, number>
}

interface TraceEvent {
  name: string
  ph: string
  pid: number
  tid: number
  ts: number
  dur?: number
  tdur?: number
}

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'toplevel',
  'v8',
]

const NAMED: Record<string, Kind> = {
  UpdateLayoutTree: 'style',
  RecalculateStyles: 'style',
  Layout: 'layout',
  'IntersectionObserverController::computeIntersections': 'layout',
  HitTest: 'layout',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  Commit: 'paint',
  UpdateLayer: 'paint',
  CompositeLayers: 'paint',
  MinorGC: 'collection',
  MajorGC: 'collection',
  FunctionCall: 'script',
  'v8.callFunction': 'script',
  BlinkScheduler_PerformMicrotaskCheckpoint: 'script',
  EvaluateScript: 'script',
  FireAnimationFrame: 'script',
  TimerFire: 'script',
  EventDispatch: 'script',
  RunMicrotasks: 'script',
  WebSocketReceive: 'script',
}

const kindOf = (name: string): Kind | undefined =>
  NAMED[name] ?? (/^(V8\.GC|BlinkGC|CppGC)/.test(name) ? 'collection' : undefined)

/** In the page: when each frame began, until told to stop. */
export const countFrames = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const times: number[] = []
    const tick = (now: number): void => {
      times.push(now)
      if ((window as unknown as { frames: number[] }).frames === times) requestAnimationFrame(tick)
    }
    Object.assign(window, { frames: times })
    requestAnimationFrame(tick)
  })

/** When each frame began, since `countFrames`, by the page's clock. */
export const countedFrames = (page: Page): Promise<number[]> =>
  page.evaluate(() => {
    const times = (window as unknown as { frames: number[] }).frames
    Object.assign(window, { frames: [] })
    return times.slice(1)
  })

export const isLate = (gap: number): boolean => gap > 1.5 * FRAME_MS

const gapsOf = (times: readonly number[]): number[] => times.slice(1).map((at, index) => at - times[index]!)

/** Of frames alone. */
export function lateness(times: readonly number[]): { frameP95: number; late: number } {
  const gaps = gapsOf(times).sort((a, b) => a - b)
  return { frameP95: percentile(gaps, 0.95), late: gaps.filter(isLate).length / gaps.length }
}

interface Stretch {
  kind: Kind
  /** The page's clock, ms. */
  at: number
  /** Processor time, and the time it took, ms. */
  work: number
  took: number
}

/** Work without what is nested in it, so that nothing counts twice. */
function stretchesOf(events: readonly TraceEvent[], begin: number, offset: number): Stretch[] {
  const stretches: Stretch[] = []
  const open: { end: number; stretch: Stretch }[] = []
  for (const { name, ts, dur = 0, tdur = dur } of events) {
    while (open.length > 0 && open.at(-1)!.end <= ts) open.pop()
    const around = open.at(-1)
    const kind = kindOf(name) ?? around?.stretch.kind ?? 'rest'
    const stretch = { kind, at: (ts - begin) / 1000 + offset, work: tdur / 1000, took: dur / 1000 }
    if (around) {
      around.stretch.work -= stretch.work
      around.stretch.took -= stretch.took
    }
    stretches.push(stretch)
    open.push({ end: ts + dur, stretch })
  }
  return stretches
}

/**
 * Runs something while the page's frames are counted and its main thread is recorded. `TRACE=folder` in the environment
 * keeps the recording there, for the browser's own tools.
 */
export async function recordFrames(
  browser: Browser,
  page: Page,
  name: string,
  run: () => Promise<void>,
): Promise<FrameFigures> {
  await browser.startTracing(page, {
    categories: process.env.TRACE ? [...CATEGORIES, 'disabled-by-default-v8.cpu_profiler'] : CATEGORIES,
  })
  const offset = await page.evaluate(() => performance.mark('deskbell-bench:begin').startTime)
  await countFrames(page)
  await run()
  const times = await countedFrames(page)
  const text = String(await browser.stopTracing())
  if (process.env.TRACE) await writeFile(path.join(process.env.TRACE, `${name}.json`), text)
  const trace = JSON.parse(text) as { traceEvents: TraceEvent[] }
  return readTrace(trace.traceEvents, times, offset)
}

export function readTrace(
  events: readonly TraceEvent[],
  times: readonly number[],
  offset: number,
): FrameFigures {
  const mark = events.find(({ name }) => name === 'deskbell-bench:begin')
  if (!mark) throw new Error('The trace does not show where it began.')
  const own = events
    .filter(({ ph, pid, tid, ts }) => ph === 'X' && pid === mark.pid && tid === mark.tid && ts >= mark.ts)
    .sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
  const [first, last] = [times[0]!, times.at(-1)!]
  const stretches = stretchesOf(own, mark.ts, offset).filter(({ at }) => at >= first && at < last)
  const perFrame = times.slice(1).map(() => 0)
  const took = times.slice(1).map(() => 0)
  const work = Object.fromEntries(KINDS.map((kind) => [kind, 0])) as Record<Kind, number>
  let frame = 0
  for (const { kind, at, work: done, took: lasted } of stretches) {
    while (frame < perFrame.length - 1 && at >= times[frame + 1]!) frame++
    perFrame[frame]! += done
    took[frame]! += lasted
    work[kind] += done
  }
  const seconds = (last - first) / 1000
  for (const kind of KINDS) work[kind] /= seconds
  const gaps = gapsOf(times)
  const isByPage = (index: number): boolean => perFrame[index]! > FRAME_MS
  const byPage = gaps.filter((gap, index) => isLate(gap) && isByPage(index))
  const byWait = gaps.filter((gap, index) => isLate(gap) && !isByPage(index) && took[index]! > FRAME_MS)
  const tasks = own.filter(({ name }) => name.includes('RunTask'))
  return {
    frames: gaps.length,
    ...lateness(times),
    lateByPage: byPage.length / gaps.length,
    lateByWait: byWait.length / gaps.length,
    workP95: percentile(
      perFrame.sort((a, b) => a - b),
      0.95,
    ),
    longestTask: tasks.reduce((longest, { dur = 0, tdur = dur }) => Math.max(longest, tdur / 1000), 0),
    work,
  }
}
