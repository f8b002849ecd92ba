// Somebody who keeps the articles works in the console, and a customer reads it in the help centre: written, published,
// taken back, imported, and written because customers looked for it in vain.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()
const faults: string[] = []
/** The link works once, so there is one for all tests. */
let owner: Page

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

const statusOf = async (path: string): Promise<number> => (await fetch(desk.server + path)).status

test('an article is written, seen as customers will, published, read in the help centre and taken back', async () => {
  owner = await open(desk.loginLink())
  const rail = owner.locator('deskbell-console-rail')
  await rail.getByRole('button', { name: 'Articles' }).click()
  await owner.waitForURL(/#\/articles$/)
  await owner.getByRole('link', { name: 'New article' }).click()
  await owner.getByLabel('Title').fill('Tandem rental')
  await owner.locator('#summary').fill('Two days at most.')
  await owner.locator('#body').fill('## Prices\n\nA day is **€ 40**.')
  await owner.locator('.preview strong', { hasText: '€ 40' }).waitFor()
  // Whoever goes elsewhere is asked first, and finds everything as it was.
  await rail.getByRole('button', { name: 'Mine' }).click()
  await owner.getByRole('button', { name: 'Keep writing' }).click()
  await owner.waitForURL(/#\/articles\/new$/)
  await owner.getByRole('button', { name: /^Save/ }).click()
  await owner.locator('.badge', { hasText: 'Draft' }).waitFor()
  assert.equal(await statusOf('/help/en/articles/tandem-rental'), 404)

  await owner.getByRole('button', { name: 'Publish' }).click()
  await owner.getByText('Published. Customers find it now.').waitFor()
  const customer = await open(`${desk.server}/help/en/search?q=tandem%20rental`)
  await customer.getByRole('link', { name: /Tandem rental/ }).click()
  assert.equal(await customer.locator('.prose strong').textContent(), '€ 40')

  await owner.locator('deskbell-undo-line').getByRole('button', { name: 'Undo' }).click()
  await owner.getByText('Taken back: Published.', { exact: false }).waitFor()
  assert.equal(await statusOf('/help/en/articles/tandem-rental'), 404)
  assert.deepEqual(faults, [])
})

test('two people on one article: the slower one is told, and loses nothing', async () => {
  await owner.getByRole('link', { name: 'All articles' }).click()
  await owner.getByPlaceholder('Find an article').fill('Gift cards')
  await owner.getByRole('link', { name: 'Gift cards' }).click()
  await owner.locator('#body').waitFor()
  const id = new URL(owner.url()).hash.split('/')[2]!
  const changed = await owner.evaluate(
    async (id) =>
      (
        await fetch(`/api/v1/articles/${id}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ summary: 'Theirs' }),
        })
      ).status,
    id,
  )
  assert.equal(changed, 200)
  await owner.locator('#summary').fill('Mine')
  await owner.getByRole('button', { name: /^Save draft/ }).click()
  await owner.getByRole('alert').filter({ hasText: 'has changed this article' }).waitFor()
  assert.equal(await owner.locator('#summary').inputValue(), 'Mine')
  const both = owner.getByRole('group', { name: 'Summary' })
  await both.getByText('Theirs', { exact: true }).waitFor()
  await both.getByRole('radio', { name: 'Put mine on top' }).check()
  await owner.getByRole('alert').getByRole('button', { name: 'Save', exact: true }).click()
  await owner.locator('.badge', { hasText: 'Newer draft' }).waitFor()
  await owner.getByRole('tab', { name: 'Versions' }).click()
  await owner.getByRole('button', { name: 'What changed' }).first().click()
  await owner.locator('.diff ins', { hasText: 'Mine' }).waitFor()
  // The refusal of the first try is an error to the browser.
  faults.length = 0
})

test('files are imported with a report of what could not be', async () => {
  // Where it stood before leads to where it stands.
  await owner.goto(`${desk.server}/console/knowledge#import`)
  await owner.waitForURL(/\/console#\/articles\/import$/)
  await owner.locator('#file').setInputFiles([
    {
      name: 'puncture.md',
      mimeType: 'text/markdown',
      buffer: Buffer.from('---\ntitle: Mending a puncture\n---\nTake the tyre off.'),
    },
    { name: 'broken.md', mimeType: 'text/markdown', buffer: Buffer.from('---\ntitle: [\n---\nx') },
  ])
  await owner.getByRole('button', { name: 'Import', exact: true }).click()
  await owner.locator('.report li', { hasText: 'broken.md' }).waitFor()
  await owner.locator('.outcome.failed').waitFor()
  await owner.getByRole('link', { name: 'puncture.md' }).click()
  await owner.locator('h1', { hasText: 'Mending a puncture' }).waitFor()
  assert.deepEqual(faults, [])
})

test('what customers look for in vain is on a list, and becomes an article', async () => {
  await fetch(`${desk.server}/help/en/search?q=unicycle%20lessons`)
  await owner.goto(`${desk.server}/console#/articles/missing`)
  const write = owner.getByRole('button', { name: 'Write the article: unicycle lessons' })
  // Who has not typed on for some seconds has finished; only then it counts.
  for (let tries = 0; tries < 8 && !(await write.isVisible()); tries++) {
    await owner.reload()
    await write.waitFor({ timeout: 2000 }).catch(() => {})
  }
  await write.click()
  await owner.getByRole('tab', { name: 'Settings' }).click()
  assert.equal(await owner.locator('#questions').inputValue(), 'unicycle lessons')
})
