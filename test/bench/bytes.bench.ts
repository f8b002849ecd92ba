// Bytes a customer's page pulls: before anybody acts, and after the panel is open. Counted on the wire in a real
// browser, brotli as served, everything of our origin.

import type { Browser } from 'playwright-core'

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
  const cdp = await context.newCDPSession(page)
  await cdp.send('Network.enable')
  const ours = new Set<string>()
  let total = { bytes: 0, requests: 0 }
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.url.startsWith(`${desk.server}/`)) ours.add(requestId)
  })
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (ours.has(requestId)) total = { bytes: total.bytes + encodedDataLength, requests: total.requests + 1 }
  })
  try {
    await page.goto(`${desk.shop}/product.html?p=skarv-rotor`, { waitUntil: 'networkidle' })
    const before = total
    await page.locator('deskbell-launcher').getByRole('button').first().click()
    await page.getByText('Chat with us').waitFor()
    await page.waitForLoadState('networkidle')
    const opened = total
    for (const way of ['Chat with us', 'Send a ticket', 'Check a ticket']) {
      await page.getByText(way, { exact: true }).click()
      await page.getByRole('button', { name: 'Back' }).click()
    }
    await page.getByRole('searchbox').or(page.getByText('Search for answers')).first().click()
    await page.waitForLoadState('networkidle')
    return { before, opened, everything: total }
  } finally {
    await context.close()
  }
}
