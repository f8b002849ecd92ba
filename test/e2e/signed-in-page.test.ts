// Who is there, in a real browser through the page's own calls: a customer signs in, chats, is seen live on another
// device, signs out, and leaves nothing to the next; and a site that asks before it stores anything.

import assert from 'node:assert/strict'
import test, { after, before, type TestContext } from 'node:test'
import { SignJWT } from 'jose'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { startDesk } from '../helpers/desk.ts'
import { chatOn, launcherOf, openHostPage } from '../helpers/host-page.ts'

let browser: Browser

before(async () => {
  browser = await launchBrowser()
})
after(() => browser?.close())

const SHOP = 'http://localhost:4321'
/** As the tag of the host page has it. */
const KEY = 'fjordline'

async function startShop(t: TestContext) {
  const desk = await startDesk(t)
  await desk.db.query('update sites set key = $1 where id = $2 returning id', [KEY, desk.site.id])
  await desk.rooms.sites.update(desk.site, { allowedOrigins: [SHOP] })
  const { key, secret } = await desk.rooms.identityKeys.create(desk.site, { algorithm: 'HS256' }, null)
  const sign = (sub: string) =>
    new SignJWT({ name: sub })
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setSubject(sub)
      .setAudience(KEY)
      .setExpirationTime('10m')
      .sign(Buffer.from(secret!))
  /** A browser of its own, on the shop's page. */
  const visit = async () => {
    const where = { server: desk.base, shop: SHOP }
    const host = await openHostPage(browser, where)
    t.after(host.close)
    return host
  }
  return { desk, sign, visit }
}

const call = (page: Page, ...args: unknown[]) =>
  page.evaluate(
    (given) => void (window as unknown as { Deskbell(...a: unknown[]): unknown }).Deskbell(...given),
    args,
  )
const thread = (page: Page) => page.getByRole('log')
const say = async (page: Page, text: string): Promise<void> => {
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill(text)
  await box.press('Enter')
}
const shows = (page: Page, text: string) => thread(page).getByText(text, { exact: true }).first().waitFor()

/** All that a page can find of what was kept in this browser. */
const kept = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
  }))
const NOTHING = { databases: [], cookie: '', local: [], session: [] }

test('identity: a customer signs in, chats, is seen live on another device, and leaves nothing to the next', async (t) => {
  const { sign, visit } = await startShop(t)
  const first = await visit()
  await call(first.page, 'identify', await sign('nora'))
  assert.deepEqual(await kept(first.page), NOTHING, 'nothing before the visitor acts')
  assert.ok(!first.requests.some((request) => request.includes('identify')))
  await chatOn(first.page, 'These are private words')

  const second = await visit()
  await call(second.page, 'identify', await sign('nora'))
  await launcherOf(second.page).click()
  await second.page.locator('deskbell-home .talk').first().click()
  await shows(second.page, 'These are private words')
  await say(second.page, 'From my other device')
  await shows(first.page, 'From my other device')

  await call(first.page, 'logout')
  await first.page.locator('deskbell-home').waitFor()
  await first.page.getByRole('log').waitFor({ state: 'detached' })
  assert.equal(await first.page.getByText('These are private words').count(), 0)
  assert.equal((await kept(first.page)).cookie, '')

  await call(first.page, 'identify', await sign('otto'))
  await chatOnOpenPanel(first.page, 'I am somebody else')
  assert.equal(await first.page.getByText('private words').count(), 0)
  // And Nora's other device goes on.
  await say(second.page, 'I am still here')
  await shows(second.page, 'I am still here')
  assert.equal(await second.page.getByText('I am somebody else').count(), 0)
  assert.deepEqual([first.faults, second.faults], [[], []])
})

async function chatOnOpenPanel(page: Page, text: string): Promise<void> {
  await page.locator('deskbell-home').getByText('Chat with us').click()
  await say(page, text)
  await shows(page, text)
}

test('consent: a site that asks keeps nothing before it is granted, says so, and keeps the chat from then on', async (t) => {
  const { desk, visit } = await startShop(t)
  await desk.rooms.sites.update(desk.site, { settings: { consent: 'ask' } })
  const { page, faults } = await visit()
  await chatOn(page, 'Which wheel size has it?')
  assert.deepEqual(await kept(page), NOTHING)
  const chat = page.locator('deskbell-chat')
  await chat.getByText('This chat is gone when you leave or reload this page.').waitFor()

  await page.reload()
  await chatOn(page, 'And which rotor?')
  assert.equal(await thread(page).getByText('Which wheel size has it?').count(), 0)
  await chat.getByRole('button', { name: 'keep my messages' }).click()
  await chat.getByText('This chat is gone').waitFor({ state: 'detached' })
  assert.equal((await kept(page)).databases.length, 1)

  await page.reload()
  await launcherOf(page).click()
  await page.locator('deskbell-home .talk').first().click()
  await shows(page, 'And which rotor?')
  await call(page, 'consent', 'denied')
  await chat.getByText('This chat is gone').waitFor()
  await page.waitForFunction(async () => (await indexedDB.databases()).length === 0)
  assert.deepEqual(await kept(page), NOTHING)
  assert.deepEqual(faults, [])
})
