// A page of somebody's site that carries the widget's tag, however unfriendly: served to a real browser under the demo
// shop's origin, and watched for everything it says and asks of our server.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { RunningDesk } from './running-desk.ts'

const PATIENCE = 10_000

export interface HostPageOptions {
  /** Around the tag; `TAG` stands for it. */
  html?: string
  /** More attributes of the tag; `src` and `data-site` are there. */
  tag?: string
  /** Instead of embed.js. */
  file?: string
  headers?: Record<string, string>
  /** Runs before anything of the page. */
  before?: () => void
  context?: Parameters<Browser['newContext']>[0]
}

export interface HostPage {
  page: Page
  context: BrowserContext
  /** What went wrong on the page or stood on its console. */
  faults: string[]
  /** Of our server, without its origin. */
  requests: string[]
  close(): Promise<void>
}

const PLAIN = '<!doctype html><html lang="en"><title>Shop</title><body><h1>Shop</h1>TAG</body></html>'

export async function openHostPage(
  browser: Browser,
  desk: Pick<RunningDesk, 'server' | 'shop'>,
  {
    html = PLAIN,
    tag = 'async',
    file = 'embed.js',
    headers = {},
    before,
    context: how,
  }: HostPageOptions = {},
): Promise<HostPage> {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 760 },
    locale: 'en-GB',
    ...how,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const faults: string[] = []
  const requests: string[] = []
  page.on('pageerror', (error) => faults.push(String(error)))
  page.on('console', (message) => faults.push(message.text()))
  page.on('request', (request) => {
    if (request.url().startsWith(desk.server)) requests.push(request.url().slice(desk.server.length))
  })
  const script = `<script src="${desk.server}/support/widget/${file}" data-site="fjordline" ${tag}></script>`
  const body = html.replaceAll('TAG', () => script)
  await page.route(`${desk.shop}/host/**`, (route) =>
    route.fulfill({ body, headers: { 'content-type': 'text/html; charset=utf-8', ...headers } }),
  )
  if (before) await page.addInitScript(before)
  await page.goto(`${desk.shop}/host/page`)
  return { page, context, faults, requests, close: () => context.close() }
}

export const launcherOf = (page: Page) =>
  page.locator('deskbell-launcher > button, deskbell-launcher button').first()

/** The whole way: opens the panel, begins a chat, and sees its first message taken by the server. */
export async function chatOn(page: Page, text = 'Which wheel size has it?'): Promise<void> {
  await launcherOf(page).click()
  await page.locator('deskbell-home').getByText('Chat with us').click()
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill(text)
  await box.press('Enter')
  await page.getByRole('log').getByText(text, { exact: true }).first().waitFor()
  await page.getByRole('log').getByText('Sent', { exact: true }).first().waitFor()
}
