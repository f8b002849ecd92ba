// `npm run screenshots`: the pictures in docs/screenshots, taken of the real thing: the process as `npm start` runs
// it, the shop on its own origin, a person in the console. Nothing is staged but the words.

import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { type RunningDesk, runDesk } from '../helpers/running-desk.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../docs/screenshots')
const DESKTOP = { width: 1120, height: 720 }
const PHONE = { width: 390, height: 844 }

interface Look extends BrowserContextOptions {
  /** Language of the shop's page; the widget follows it. */
  lang?: string
}

async function openShop(browser: Browser, desk: RunningDesk, { lang, ...options }: Look = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: DESKTOP,
    deviceScaleFactor: 1.5,
    reducedMotion: 'reduce',
    ...options,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  if (lang)
    await page.route(`${desk.shop}/**/*.html*`, async (route) => {
      const response = await route.fetch()
      const body = (await response.text()).replace('lang="en"', `lang="${lang}"`)
      await route.fulfill({ response, body })
    })
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.locator('deskbell-home').waitFor()
  return page
}

const panel = (page: Page) => page.locator('deskbell-widget')
const log = (page: Page) => page.getByRole('log')
const rail = (console: Page, view: string) =>
  console.locator('deskbell-console-rail .row', { hasText: view }).first()

async function say(page: Page, text: string): Promise<void> {
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill(text)
  await box.press('Enter')
  await log(page).locator('.bubble', { hasText: text }).waitFor()
}

async function shoot(page: Page, name: string): Promise<void> {
  // Fonts, images and the last frame of whatever moved.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
  process.stdout.write(`${name}.png\n`)
}

async function startChat(page: Page, message: string, answer: RegExp): Promise<void> {
  await page.evaluate(() =>
    (window as unknown as { Deskbell(...call: string[]): void }).Deskbell('show', 'chat'),
  )
  await say(page, message)
  await log(page).getByText(answer).first().waitFor()
}

async function takeWidget(browser: Browser, desk: RunningDesk): Promise<void> {
  const page = await openShop(browser, desk)
  await shoot(page, 'widget-home')
  await startChat(page, 'Can I return brake pads I fitted once?', /clean and not worn through/)
  await shoot(page, 'widget-chat')
  await log(page).locator('.sources .row').first().click()
  await page.locator('deskbell-article .cited').waitFor()
  await shoot(page, 'widget-article')
  await page.context().close()

  const help = await openShop(browser, desk)
  await panel(help).locator('deskbell-home').getByText('Search for answers').click()
  await help.getByRole('searchbox').or(help.getByRole('combobox')).first().fill('where is my parcel?')
  await panel(help).locator('deskbell-help').getByText('Where is my parcel?').first().waitFor()
  await shoot(help, 'widget-help')
  await help.context().close()

  const phone = await openShop(browser, desk, { viewport: PHONE, colorScheme: 'dark' })
  await startChat(phone, 'How long until I get my money back?', /working days/)
  await shoot(phone, 'widget-phone-dark')
  await phone.context().close()

  const arabic = await openShop(browser, desk, { lang: 'ar' })
  await startChat(arabic, 'هل يمكنني إرجاع تيل فرامل ركّبته مرة؟', /60|٦٠|يوم/)
  await shoot(arabic, 'widget-arabic')
  await arabic.context().close()
}

/** With a person in, so that the shop's visitors see one. */
async function openConsole(browser: Browser, desk: RunningDesk): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  })
  const console = await context.newPage()
  console.setDefaultTimeout(15_000)
  await console.goto(desk.loginLink())
  await console.locator('deskbell-console-rail').waitFor()
  return console
}

async function takeConsole(browser: Browser, desk: RunningDesk, console: Page): Promise<void> {
  const waiting = await openShop(browser, desk)
  await startChat(waiting, 'Where is my parcel?', /tracking/)
  await waiting.locator('deskbell-handoff-slot').getByText('Talk to a person').click()
  const nora = await openShop(browser, desk)
  await startChat(nora, 'Can I return brake pads I fitted once?', /clean and not worn through/)
  await say(nora, 'The rotor came bent too. Can a person look?')
  await nora
    .locator('deskbell-handoff-slot')
    .locator('.title', { hasText: /in line/ })
    .waitFor()
  await shoot(nora, 'widget-queue')

  await rail(console, 'Waiting for a person').click()
  await console
    .locator('deskbell-inbox-list .row', { hasText: 'Can a person look' })
    .or(console.locator('deskbell-inbox-list .row').last())
    .last()
    .click()
  await console.locator('.accept').click()
  await rail(console, 'Mine').click()
  const box = console.locator('deskbell-reply-composer').getByRole('textbox')
  await console.locator('deskbell-reply-composer').getByText('Note', { exact: true }).click()
  await box.fill('Second bent one from batch 2411 this week. Send a new one.')
  await box.press('Control+Enter')
  await console.locator('deskbell-conversation-thread').getByText('only your team sees it').first().waitFor()
  await console.locator('deskbell-reply-composer').getByText('Reply', { exact: true }).click()
  await box.fill(
    'Hi, that came bent, so this is on us. A new one leaves Bergen today, and you can keep the old one.',
  )
  await box.press('Control+Enter')
  await log(nora).getByText('so this is on us').waitFor()
  await nora
    .locator('deskbell-composer')
    .getByRole('textbox')
    .pressSequentially('Great, thank you! Do I need new bolts or can I reu', { delay: 30 })
  await console
    .locator('deskbell-conversation-thread')
    .getByText(/new bolts/)
    .waitFor()
  await shoot(console, 'console')
  await console.emulateMedia({ colorScheme: 'dark' })
  await shoot(console, 'console-dark')
  await shoot(nora, 'widget-person')
  await Promise.all([nora.context().close(), waiting.context().close()])
}

/** Half way through a change, so that the picture shows what it is for. */
async function takeAppearance(desk: RunningDesk, console: Page): Promise<void> {
  const page = await console.context().newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${desk.server}/console#/settings/appearance`)
  const widget = page.frameLocator('iframe')
  await widget.locator('deskbell-home .row-title').first().waitFor()
  await page.locator('#f-greeting').fill('What can we fix for you?')
  await widget.getByText('What can we fix for you?').waitFor()
  await shoot(page, 'console-appearance')
  await page.close()
}

/** What owners write and set, and what becomes of it. */
async function takeKnowledge(browser: Browser, desk: RunningDesk, console: Page): Promise<void> {
  const help = await (
    await browser.newContext({ viewport: DESKTOP, deviceScaleFactor: 1.5, reducedMotion: 'reduce' })
  ).newPage()
  await help.goto(`${desk.server}/help/en/articles/where-is-my-parcel`)
  await shoot(help, 'help-centre')
  await help.context().close()

  const page = await console.context().newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${desk.server}/console#/articles`)
  await page.getByRole('link', { name: 'Refunds: when the money is back' }).click()
  await page
    .locator('.preview')
    .getByText(/working days/)
    .first()
    .waitFor()
  await shoot(page, 'console-knowledge')
  await page.goto(`${desk.server}/console#/settings/assistant`)
  await page.getByLabel('Your question as a customer').fill('Can I return brake pads I fitted once?')
  await page.getByRole('button', { name: 'Ask' }).click()
  await page.locator('.sources a').first().waitFor()
  await shoot(page, 'console-assistant')
  await page.close()
}

await mkdir(FOLDER, { recursive: true })
const [desk, browser] = await Promise.all([runDesk(), launchBrowser()])
try {
  const console = await openConsole(browser, desk)
  await takeWidget(browser, desk)
  await takeAppearance(desk, console)
  await takeKnowledge(browser, desk, console)
  await takeConsole(browser, desk, console)
} finally {
  await browser.close()
  await desk.close()
}
