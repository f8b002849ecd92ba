// The help centre in a real browser: without JavaScript from search to a vote, with it the site's own widget; by keyboard,
// in every look, and checked by axe.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import test from 'node:test'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

async function open(path: string, look: BrowserContextOptions = {}) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 860 },
    locale: 'en-GB',
    ...look,
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(desk.server + path)
  return { page, faults }
}

test('without JavaScript: a customer searches, reads, votes and says what was missing', async () => {
  const { page } = await open('/help', { javaScriptEnabled: false })
  await page.getByRole('searchbox').fill('fitted parts return')
  await page.getByRole('button', { name: 'Search' }).click()
  await page.waitForURL(/\/help\/en\/search\?q=/)
  await page
    .getByRole('link', { name: /Returning parts you have fitted/ })
    .first()
    .click()
  await page.waitForURL(/\/articles\/returning-fitted-parts/)
  assert.equal(await page.locator('h1').textContent(), 'Returning parts you have fitted')
  assert.equal(await page.getByRole('button', { name: 'Chat with us' }).isVisible(), false)
  assert.equal(await page.getByText('Chat and tickets need JavaScript').isVisible(), true)
  await page.getByRole('button', { name: 'No' }).click()
  await page.getByLabel('What did you look for?').fill('The colour of the label')
  await page.getByRole('button', { name: 'Send' }).click()
  await page.waitForURL(/voted=said/)
  assert.equal(await page.getByText('Thank you, noted.').isVisible(), true)
  assert.equal(await page.locator('textarea').count(), 0)
  await page.context().close()
})

test('a link to a passage shows it, marked, below the header', async () => {
  const { page, faults } = await open('/help/articles/returning-fitted-parts#p2')
  await page.waitForURL(/\/help\/en\/articles\/returning-fitted-parts#p2$/)
  const passage = page.locator('#p2')
  const { y } = (await passage.boundingBox())!
  const header = (await page.locator('header').boundingBox())!
  assert.ok(y >= header.height, `${y} is below ${header.height}`)
  const background = await passage.evaluate((node) => getComputedStyle(node).backgroundColor)
  assert.notEqual(background, 'rgba(0, 0, 0, 0)')
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('the site’s own widget opens on the page, in its look and language, and answers there', async () => {
  const { page, faults } = await open('/help/en')
  await page.locator('deskbell-launcher').waitFor({ state: 'attached' })
  await page.getByRole('button', { name: 'Chat with us' }).click()
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill('Can I return parts I have fitted?')
  await box.press('Enter')
  await page
    .getByRole('log')
    .getByText(/60 days/)
    .first()
    .waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
})

test('by keyboard: past the header in one step, into the languages and out to another', async () => {
  const { page } = await open('/help/en/articles/return-labels')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'content')
  const summary = page.locator('.languages summary')
  await summary.focus()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'العربية' }).focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/help\/ar/)
  assert.equal(await page.evaluate(() => document.dir), 'rtl')
  await page.context().close()
})

const LOOKS: Record<string, BrowserContextOptions> = {
  light: {},
  dark: { colorScheme: 'dark' },
  'a phone': { viewport: { width: 390, height: 844 }, hasTouch: true },
  '320 px wide': { viewport: { width: 320, height: 640 } },
  'forced colours': { forcedColors: 'active', colorScheme: 'dark' },
}
const PAGES = [
  '/help/en',
  '/help/ar',
  '/help/en/topics/returns',
  '/help/en/articles/return-labels',
  '/help/ar/articles/returning-fitted-parts-ar',
  '/help/en/articles/return-labels?voted=no',
  '/help/en/search?q=refund',
  '/help/en/search?q=xqzzy',
  '/help/en/articles/gone-parts',
]

async function accessFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  return page.evaluate(async (tags) => {
    interface AxeResults {
      violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]
    }
    const { axe } = window as unknown as { axe: { run(...args: unknown[]): Promise<AxeResults> } }
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      runOnly: { type: 'tag', values: tags },
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
    )
  }, TAGS)
}

for (const [name, look] of Object.entries(LOOKS))
  test(`every page, ${name}: axe finds nothing, and nothing is wider than the page`, async () => {
    const { page } = await open('/help/en', { reducedMotion: 'reduce', ...look })
    for (const path of PAGES) {
      await page.goto(desk.server + path)
      assert.deepEqual(await accessFaults(page), [], `${name} ${path}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(over <= 0, `${name} ${path} is ${over} px too wide`)
    }
    await page.context().close()
  })

test('a title of one long word breaks before the page does', async () => {
  const { page } = await open('/help/en', { viewport: { width: 390, height: 800 } })
  const over = await page.evaluate(() => {
    for (const place of document.querySelectorAll('.rows a > span, .topics a'))
      place.textContent = 'w'.repeat(200)
    return document.documentElement.scrollWidth - innerWidth
  })
  assert.ok(over <= 0, `${over} px too wide`)
  await page.context().close()
})
