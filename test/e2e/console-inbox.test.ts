// The inbox of two agents at once, in a real browser, while visitors write: live counts, a filter that becomes a view,
// rows acted on together and taken back, and a list that keeps still under a pointer.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'

const list = (page: Page) => page.locator('deskbell-inbox-list')
const row = (page: Page, text: string) => list(page).locator('.row', { hasText: text })
const rail = (page: Page, label: string) =>
  page.locator('deskbell-console-rail li', {
    has: page.locator('.label', { hasText: new RegExp(`^${label}$`) }),
  })
const count = (page: Page, label: string, shown: string) =>
  rail(page, label)
    .locator('.count', { hasText: new RegExp(`^${shown}$`) })
    .waitFor()

async function write(desk: Desk, name: string): Promise<void> {
  const { token } = await desk.visitor()
  const { status } = await desk.call('POST', '/support/widget/chat/start', {
    token,
    body: { cid: uuidv7(), conversation_id: uuidv7(), message: `Hello from ${name}`, name, want: 'person' },
  })
  assert.equal(status, 201)
}

async function openConsole(t: TestContext, desk: Desk, browser: Browser, name: string): Promise<Page> {
  const { token } = await desk.person(name)
  await desk.call('POST', '/api/v1/password', { token, body: { password: 'a sentence to keep' } })
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  t.after(() => context.close())
  await context.addCookies([{ name: 'deskbell_session', value: token, url: desk.base }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => t.diagnostic(`${name}: ${error}`))
  await page.goto(`${desk.base}/console#/waiting`)
  await page.locator('deskbell-console-rail').waitFor()
  return page
}

test('two agents see the same live inbox, narrow it, and act on many rows at once', async (t) => {
  const [desk, browser] = await Promise.all([startDesk(t), launchBrowser()])
  t.after(() => browser.close())
  const [ana, mika] = await Promise.all([
    openConsole(t, desk, browser, 'Ana'),
    openConsole(t, desk, browser, 'Mika'),
  ])
  for (const text of ['Nora', 'Ines', 'Leila']) await write(desk, text)

  // Counts and rows come by themselves, with both of them.
  for (const page of [ana, mika]) {
    await count(page, 'Waiting for a person', '3')
    await row(page, 'Ines').waitFor()
  }

  // Three rows, all by keys: the first gets the focus, the range is chosen, and they are Ana's.
  await ana.keyboard.press('j')
  await ana.keyboard.press('x')
  await ana.keyboard.press('j')
  await ana.keyboard.press('j')
  await ana.keyboard.press('Shift+X')
  await list(ana).getByText('3 selected').first().waitFor()
  await ana.keyboard.press('i')
  await count(ana, 'Mine', '3')
  await list(mika).getByText('Nobody is waiting').waitFor()

  // What was done to all is taken back for all.
  await ana.keyboard.press('ControlOrMeta+z')
  await count(mika, 'Waiting for a person', '3')
  await row(mika, 'Ines').waitFor()

  // A filter narrows the list and becomes a view that the other sees, too.
  await list(ana).getByRole('button', { name: 'Filter' }).click()
  const filter = ana.locator('deskbell-filter-builder')
  await filter.getByLabel('Words').fill('Leila')
  await filter.getByText('1 conversation').first().waitFor()
  await row(ana, 'Nora').waitFor({ state: 'detached' })
  await filter.getByRole('button', { name: 'Save as a view' }).click()
  await filter.getByLabel('Name of the view').fill('Leilas')
  await filter.getByLabel('Everybody sees it').check()
  await filter.getByRole('button', { name: 'Save', exact: true }).click()
  await rail(ana, 'Leilas').waitFor()
  await list(ana).getByRole('heading', { name: 'Leilas' }).waitFor()
  assert.match(ana.url(), /#\/saved\//)
  await rail(mika, 'Leilas').getByRole('button').first().click()
  await row(mika, 'Leila').waitFor()
  await write(desk, 'Leila too')
  await row(mika, 'Leila too').waitFor()
  await count(mika, 'Leilas', '2')

  // Under a pointer the list keeps still: what is new waits in a word at the top.
  await rail(mika, 'All open').getByRole('button').first().click()
  await row(mika, 'Nora').waitFor()
  const first = list(mika).locator('.row').first()
  const before = await first.getAttribute('data-id')
  await first.hover()
  await write(desk, 'Oskar')
  await list(mika).locator('.news').waitFor()
  assert.equal(await first.getAttribute('data-id'), before)
  await list(mika).locator('.news').click()
  await row(mika, 'Oskar').waitFor()

  // A conversation that was open is there at once when somebody comes back to it.
  await row(mika, 'Nora').click()
  await mika.locator('deskbell-conversation-thread').getByText('Hello from Nora').first().waitFor()
  await row(mika, 'Ines').click()
  await mika.locator('deskbell-conversation-thread').getByText('Hello from Ines').first().waitFor()
  const marks = await mika.evaluate(() =>
    ['deskbell:usable', 'deskbell:opened'].map((name) => performance.getEntriesByName(name).length),
  )
  assert.ok(marks[0] === 1 && marks[1]! >= 2, `marks: ${marks}`)
})
