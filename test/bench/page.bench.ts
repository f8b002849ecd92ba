// What the tag costs the page it stands on, in a real browser: script and main-thread time over the same page without
// it, memory, layout shift, long tasks, and how long a click takes to a panel that answers. Medians of several loads.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser, CDPSession, Page } from 'playwright-core'
import type { BenchPostgres } from './bench-postgres.ts'
import { serveHostPage } from './measured-page.ts'
import { startServer } from './measured-server.ts'
import { median } from './percentile.ts'

/** So long after the load nothing is under way any more. */
const SETTLE_MS = 700
const HOVER_MS = 400
const LONG_TASK_MS = 50

interface Profile {
  name: string
  /** Times slower than this machine. */
  cpu: number
  /** Bits a second, and ms a round trip. */
  net?: { bits: number; latency: number }
}

const PROFILES: readonly Profile[] = [
  { name: 'desktop', cpu: 1 },
  { name: 'CPU 4 × slower', cpu: 4 },
  { name: 'slow 4G, CPU 4 × slower', cpu: 4, net: { bits: 1_600_000, latency: 150 } },
]

/** All times in ms. */
export interface PageFigures {
  profile: string
  /** The launcher on screen, and the heading of the page without the tag. */
  launcher: number
  blank: number
  /** Over the page without the tag. */
  script: number
  task: number
  /** Sum of what long tasks took beyond 50 ms, the page's own included. */
  blocked: number
  /** Cumulative layout shift, before and after opening. */
  shift: number
  /** Bytes of the JavaScript heap over the page without the tag, panel closed. */
  heap: number
  /** From the click to a home view that can be used: at once, and after the pointer was there before. */
  cold: number
  warm: number
  /** From the click to the frame that stands in for it. */
  shell: number
}

interface Load {
  seen: number
  script: number
  task: number
  heap: number
  blocked: number
  shift: number
}

/** In the page: resolves with the times from the click to the frame and to the search field of the home view. */
const timeOpening = (): Promise<{ shell: number; panel: number }> =>
  new Promise((resolve) => {
    const launcher = document.querySelector('deskbell-launcher')!
    document.addEventListener(
      'click',
      ({ timeStamp }) => {
        let shell = 0
        const look = (): void => {
          shell ||= performance.now() - timeStamp
          const home = launcher
            .shadowRoot!.querySelector('deskbell-widget')
            ?.shadowRoot?.querySelector('deskbell-home')
          const box = home?.shadowRoot?.querySelector('.search')?.getBoundingClientRect()
          if (box && box.height > 0) resolve({ shell, panel: performance.now() - timeStamp })
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      },
      { capture: true, once: true },
    )
  })

async function inFreshPage<T>(
  browser: Browser,
  profile: Profile,
  run: (page: Page, cdp: CDPSession) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1120, height: 800 } })
  try {
    const page = await context.newPage()
    const cdp = await context.newCDPSession(page)
    await cdp.send('Performance.enable')
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu })
    if (profile.net) {
      await cdp.send('Network.enable')
      const bytes = profile.net.bits / 8
      await cdp.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: profile.net.latency,
        downloadThroughput: bytes,
        uploadThroughput: bytes,
      })
    }
    return await run(page, cdp)
  } finally {
    await context.close()
  }
}

/** What the page's observers have buffered since its beginning. */
const observed = (page: Page, threshold: number): Promise<{ blocked: number; shift: number }> =>
  page.evaluate(async (limit) => {
    const entries = (type: string): Promise<PerformanceEntryList> =>
      new Promise((resolve) => {
        const observer = new PerformanceObserver((list) => resolve(list.getEntries()))
        observer.observe({ type, buffered: true })
        // Without entries it is never called.
        setTimeout(() => resolve([]), 100)
      })
    const [tasks, shifts] = await Promise.all([entries('longtask'), entries('layout-shift')])
    return {
      blocked: tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - limit), 0),
      shift: shifts.reduce((sum, entry) => sum + (entry as PerformanceEntry & { value: number }).value, 0),
    }
  }, threshold)

const load = (browser: Browser, profile: Profile, url: string): Promise<Load> =>
  inFreshPage(browser, profile, async (page, cdp) => {
    await page.goto(url)
    const seen = await page.evaluate(() => (window as unknown as { seenAt: Promise<number> }).seenAt)
    await sleep(SETTLE_MS)
    const { metrics } = await cdp.send('Performance.getMetrics')
    const metric = (name: string): number => metrics.find((one) => one.name === name)!.value
    const [script, task] = [metric('ScriptDuration') * 1000, metric('TaskDuration') * 1000]
    const { blocked, shift } = await observed(page, LONG_TASK_MS)
    await cdp.send('HeapProfiler.collectGarbage')
    const { usedSize } = await cdp.send('Runtime.getHeapUsage')
    return { seen, script, task, heap: usedSize, blocked, shift }
  })

const open = (
  browser: Browser,
  profile: Profile,
  url: string,
  hover: number,
): Promise<{ shell: number; panel: number; shift: number }> =>
  inFreshPage(browser, profile, async (page) => {
    await page.goto(url)
    await page.evaluate(() => (window as unknown as { seenAt: Promise<number> }).seenAt)
    await sleep(SETTLE_MS)
    const timed = page.evaluate(timeOpening)
    const box = (await page.locator('deskbell-launcher').getByRole('button').first().boundingBox())!
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
    if (hover > 0) {
      await page.mouse.move(x, y)
      await sleep(hover)
    }
    await page.mouse.click(x, y)
    const times = await timed
    const { shift } = await observed(page, LONG_TASK_MS)
    return { ...times, shift }
  })

async function several<T>(times: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = []
  for (let i = 0; i < times; i++) results.push(await run())
  return results
}

const middle = <T>(list: readonly T[], of: (one: T) => number): number => median(list.map(of))

export async function benchPage(
  browser: Browser,
  postgres: BenchPostgres,
  { repeats, profiles = PROFILES.length }: { repeats: number; profiles?: number },
  say: (line: string) => void,
): Promise<PageFigures[]> {
  const server = await startServer('deskbell-server.ts', await postgres.database())
  const host = await serveHostPage({
    server: `http://localhost:${server.port}`,
    site: server.facts.site!,
  })
  const figures: PageFigures[] = []
  try {
    // The browser's own first load costs more than any later one.
    await load(browser, PROFILES[0]!, host.tagged)
    for (const profile of PROFILES.slice(0, profiles)) {
      say(`page: ${profile.name}`)
      const blank = await several(repeats, () => load(browser, profile, host.blank))
      const tagged = await several(repeats, () => load(browser, profile, host.tagged))
      const cold = await several(repeats, () => open(browser, profile, host.tagged, 0))
      const warm = await several(repeats, () => open(browser, profile, host.tagged, HOVER_MS))
      const over = (of: (one: Load) => number): number => middle(tagged, of) - middle(blank, of)
      figures.push({
        profile: profile.name,
        launcher: middle(tagged, ({ seen }) => seen),
        blank: middle(blank, ({ seen }) => seen),
        script: over(({ script }) => script),
        task: over(({ task }) => task),
        heap: over(({ heap }) => heap),
        blocked: middle(tagged, ({ blocked }) => blocked),
        shift: Math.max(...[...tagged, ...cold, ...warm].map(({ shift }) => shift)),
        cold: middle(cold, ({ panel }) => panel),
        warm: middle(warm, ({ panel }) => panel),
        shell: middle(cold, ({ shell }) => shell),
      })
    }
    return figures
  } finally {
    await host.close()
    await server.stop()
  }
}
