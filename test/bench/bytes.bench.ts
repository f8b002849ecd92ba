// Bytes a customer's page pulls: before anybody acts, and after the panel is open. Counted on the wire in a real
// browser: bodies as they are served, brotli, JSON included; headers not.

import { setTimeout as sleep } from 'node:timers/promises'
import type { Browser } from 'playwright-core'

const QUIET_MS = 500

export interface ByteFigures {
  before: { bytes: number; requests: number }
  opened: { bytes: number; requests: number }
  /** Chat, help, ticket form and status visited too. */
  everything: { bytes: number; requests: number }
}

export async function benchBytes(
  browser: Browser,
  desk: { server: string; shop: string },
): Promise<ByteFigures> {
  const context = await browser.newContext({ viewport: { width: 1120, height: 800 } })
  const page = await context.newPage()
  const seen = { bytes: 0, requests: 0 }
  const measuring: Promise<void>[] = []
  page.on('requestfinished', (request) => {
    if (!request.url().startsWith(`${desk.server}/`)) return
    measuring.push(
      request.sizes().then(({ responseBodySize }) => {
        // From the browser's cache, nothing was on the wire: the sizes of its headers are all there is, taken from none.
        if (responseBodySize < 0) return
        seen.bytes += responseBodySize
        // What asks beforehand whether it may ask has no body.
        if (request.method() !== 'OPTIONS') seen.requests += 1
      }),
    )
  })
  /** Until nothing has been under way for a while: a page's own "network idle" comes only once a load. */
  let under = 0
  let lastAt = performance.now()
  const count = (step: number) => (): void => {
    under += step
    lastAt = performance.now()
  }
  page.on('request', count(1))
  page.on('requestfinished', count(-1))
  page.on('requestfailed', count(-1))
  const quiet = async (): Promise<void> => {
    while (under > 0 || performance.now() - lastAt < QUIET_MS) await sleep(50)
    await Promise.all(measuring)
  }
  const show = async (view: string): Promise<void> => {
    await page.evaluate(
      (name) => (window as unknown as { Deskbell(...call: string[]): void }).Deskbell('show', name),
      view,
    )
    await quiet()
  }
  try {
    await page.goto(`${desk.shop}/product.html?p=skarv-rotor`, { waitUntil: 'networkidle' })
    await quiet()
    const before = { ...seen }
    await page.locator('deskbell-launcher').getByRole('button').first().click()
    await page.locator('deskbell-home').waitFor()
    await quiet()
    const opened = { ...seen }
    for (const view of ['chat', 'help', 'ticket', 'status']) await show(view)
    // An article too: what draws its text comes with it.
    await show('help')
    await page.locator('deskbell-help .row').first().click()
    await page.locator('deskbell-article h1, deskbell-article h2').first().waitFor()
    await quiet()
    return { before, opened, everything: { ...seen } }
  } finally {
    await context.close()
  }
}
