// What an end-to-end file begins with: the process as `npm start` runs it, and a browser. Both are gone after its tests.

import { after } from 'node:test'
import type { Browser } from 'playwright-core'
import { launchBrowser } from './browser.ts'
import { type RunningDesk, runDesk } from './running-desk.ts'

export interface Stage {
  desk: RunningDesk
  browser: Browser
}

/** Call it once, at the top of the file, before its tests are named. */
export async function startStage(): Promise<Stage> {
  const [desk, browser] = await Promise.all([runDesk(), launchBrowser()])
  after(async () => {
    await browser.close()
    await desk.close()
  })
  return { desk, browser }
}
