// An owner changes how the widget looks and what it says: sees it on the real widget before saving, and a customer's
// page has it after a reload.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()
/** The link works once, so there is one for both tests. */
let owner: Page
const faults: string[] = []

async function open(address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(address)
  return page
}

/** What of the widget the owner has changed, as it is drawn. */
const drawn = async (page: Pick<Page, 'locator'>) => ({
  radius: await page.locator('deskbell-widget').evaluate((panel) => getComputedStyle(panel).borderRadius),
  solid: await page
    .locator('deskbell-widget')
    .evaluate((panel) => getComputedStyle(panel).getPropertyValue('--site-solid')),
  status: await page.locator('deskbell-home .row-title').last().textContent(),
})

test('an owner tries colour, roundness and a text, saves, and a customer has them after a reload', async () => {
  const customer = await open(`${desk.shop}/`)
  const openWidget = async (): Promise<void> => {
    await customer.locator('deskbell-launcher').getByRole('button').first().click()
    await customer.locator('deskbell-home .row-title').first().waitFor()
  }
  await openWidget()
  const before = await drawn(customer)
  assert.deepEqual([before.radius, before.status?.trim()], ['16px', 'Check a ticket'])

  owner = await open(desk.loginLink())
  await owner.locator('deskbell-console-rail').getByRole('button', { name: 'Your menu' }).click()
  await owner.getByText('Widget appearance').click()
  await owner.waitForURL(/\/console#\/settings\/appearance$/)
  const frame = owner.frameLocator('iframe')
  await frame.locator('deskbell-home .row-title').first().waitFor()

  await owner.locator('#colour').fill('#b00020')
  await owner.locator('#radius').fill('4')
  await owner.locator('#words').fill('check a')
  await owner.locator('#text-home-status').fill('Where is my bike')
  await frame.getByText('Where is my bike').waitFor()
  assert.ok(await owner.locator('#text-home-status').evaluate((field) => field.matches(':focus')))
  const tried = await drawn({ locator: (selector) => frame.locator(selector) as never })
  assert.deepEqual([tried.radius, tried.status?.trim()], ['4px', 'Where is my bike'])
  assert.match(tried.solid, /#b00020/)

  await customer.reload()
  await openWidget()
  assert.deepEqual(await drawn(customer), before, 'visitors see nothing of a draft')

  // Another part of the console is a question first.
  await owner.keyboard.press('Escape')
  await owner.getByText('What you changed here is not saved yet.').waitFor()
  await owner.getByRole('button', { name: 'Stay here' }).click()
  await owner.getByRole('button', { name: 'Publish' }).click()
  await owner.getByText('Published. Visitors see it within five minutes.').waitFor()
  await customer.reload()
  await openWidget()
  await customer.getByText('Where is my bike').waitFor()
  const now = await drawn(customer)
  assert.deepEqual([now.radius, now.status?.trim(), now.solid], ['4px', 'Where is my bike', tried.solid])
  assert.deepEqual(faults, [])
})

test('a picture is the site’s logo: seen before it is published, then by customers and on the help pages', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="48"><path fill="#b00020" d="M0 0h48v48H0z"/></svg>'
  const row = owner.getByRole('group', { name: 'Logo', exact: true })
  const chooser = owner.waitForEvent('filechooser')
  await row.getByRole('button', { name: 'Choose a picture', exact: true }).click()
  await (await chooser).setFiles({ name: 'logo.svg', mimeType: 'image/svg+xml', buffer: Buffer.from(svg) })
  await row.getByRole('img', { name: 'A picture', exact: true }).waitFor()
  await owner.frameLocator('iframe').locator('deskbell-home img.logo').waitFor()
  await owner.getByRole('button', { name: 'Publish' }).click()
  await row.getByRole('button', { name: 'Remove the picture', exact: true }).waitFor()
  await owner.getByText('Published. Visitors see it within five minutes.').waitFor()

  const customer = await open(`${desk.shop}/`)
  await customer.locator('deskbell-launcher').getByRole('button').first().click()
  /** It has come, whole, from the server. */
  const arrived = async (page: Page, selector: string): Promise<void> => {
    const picture = page.locator(selector)
    await picture.waitFor()
    assert.equal(
      await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
      96,
    )
    assert.ok((await picture.evaluate((image: HTMLImageElement) => image.src)).startsWith(desk.server))
  }
  await arrived(customer, 'deskbell-home img.logo')
  await customer.goto(`${desk.server}/help`)
  await arrived(customer, '.top img.logo')
  assert.deepEqual(faults, [])
})

test('what is written in the preview reaches nobody, and the page keeps its focus', async () => {
  await owner.reload()
  const sent: string[] = []
  owner.on('request', (request) => {
    if (request.method() !== 'GET' && request.url().includes('/support/widget')) sent.push(request.url())
  })
  const frame = owner.frameLocator('iframe')
  await frame.locator('deskbell-home').waitFor()
  await owner.getByLabel('View', { exact: true }).selectOption('chat')
  const box = frame.locator('deskbell-composer').getByRole('textbox')
  await box.fill('Is anybody there?')
  await box.press('Enter')
  await frame.locator('deskbell-message-list').getByText('Is anybody there?').waitFor()
  assert.deepEqual(sent, [])
})
