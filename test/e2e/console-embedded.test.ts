// The agent console inside a page of a company's own, on another origin and under a strict policy: the page signs its
// agent in, who answers a customer there. A page that is not on the list gets nothing.

import assert from 'node:assert/strict'
import test, { after, before, type TestContext } from 'node:test'
import { SignJWT } from 'jose'
import type { Browser, Page } from 'playwright-core'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { startDesk } from '../helpers/desk.ts'

const ADMIN = 'http://admin.localhost:4322'
const EVIL = 'http://evil.localhost:4323'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser?.close())

/** As docs/console-embedding.md has it. */
const pageOf = (server: string) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Admin</title>
<link rel="stylesheet" href="/page.css"><script type="module" src="${server}/console/embed.js"></script>
<script type="module" src="/page.js"></script>
<h1>Orders</h1>
<deskbell-console server="${server}" theme="light"><section slot="customer-panel" id="orders"></section></deskbell-console>`

const SCRIPT = `
const desk = document.querySelector('deskbell-console')
desk.getToken = async () => (await fetch('/token')).text()
desk.addEventListener('deskbell-console-customer', ({ contact }) => {
  document.querySelector('#orders').textContent = contact ? 'Orders of ' + contact.id : ''
})`
/** The event instead of the property. */
const SCRIPT_BY_EVENT = `
document.querySelector('deskbell-console').addEventListener('deskbell-console-token-needed', (event) => {
  event.respondWith(fetch('/token').then((answer) => answer.text()))
})`
const STYLE = 'deskbell-console { inline-size: 1300px; block-size: 700px }'

async function company(t: TestContext) {
  const desk = await startDesk(t)
  const { rooms, workspaceId } = desk
  const owner = (await rooms.agents.list(workspaceId)).find(({ role }) => role === 'owner')!
  const { key, secret } = await rooms.consoleKeys.create(workspaceId, owner.id)
  await rooms.workspaceSettings.change(workspaceId, { console_origins: [ADMIN] })
  const ana = await rooms.agents.create({
    workspaceId,
    kind: 'human',
    name: 'Ana',
    email: 'ana@desk.example',
  })
  const sign = () =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256', kid: key.id })
      .setSubject('ana@desk.example')
      .setAudience('deskbell-console')
      .setJti(uuidv7())
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(Buffer.from(secret))

  const policy = [
    "default-src 'none'",
    `script-src 'self' ${desk.base}`,
    "style-src 'self'",
    `img-src ${desk.base} blob:`,
    // The live preview of the widget.
    `frame-src ${desk.base}`,
    `connect-src 'self' ${desk.base} ${desk.base.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
    'trusted-types lit-html',
    "base-uri 'none'",
  ].join('; ')

  /** A window on a page of that origin, watched for what goes wrong in it. */
  async function visit(origin: string, script = SCRIPT) {
    const context = await browser.newContext({ viewport: { width: 1400, height: 800 }, locale: 'en-GB' })
    t.after(() => context.close())
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    const faults: string[] = []
    const tokens: string[] = []
    page.on('pageerror', (error) => faults.push(String(error)))
    page.on('console', (message) => void (message.type() === 'error' && faults.push(message.text())))
    await page.route(`${origin}/**`, async (route) => {
      const { pathname } = new URL(route.request().url())
      if (pathname === '/token') {
        tokens.push(await sign())
        return route.fulfill({ body: tokens.at(-1)!, contentType: 'text/plain' })
      }
      if (pathname === '/page.js') return route.fulfill({ body: script, contentType: 'text/javascript' })
      if (pathname === '/page.css') return route.fulfill({ body: STYLE, contentType: 'text/css' })
      if (pathname === '/favicon.ico') return route.fulfill({ status: 204 })
      return route.fulfill({
        body: pageOf(desk.base),
        contentType: 'text/html',
        headers: { 'content-security-policy': policy },
      })
    })
    await page.goto(`${origin}/desk`)
    return { context, page, faults, tokens }
  }

  /** A customer whose chat Ana has, listening. */
  async function customer() {
    const visitor = await desk.visitor()
    const id = uuidv7()
    const message = 'Where is my wheel?'
    await desk.call('POST', '/support/widget/chat/start', {
      token: visitor.token,
      body: { conversation_id: id, message },
    })
    await desk.db.query(
      `update conversations set assignee_id = $1, status = 'assigned', assignment_epoch = assignment_epoch + 1
        where id = $2 returning id`,
      [ana.id, id],
    )
    const socket = await desk.join(visitor, 'visitor', { [id]: 0 })
    return { id, visitor, socket, message }
  }
  return { desk, ana, visit, customer }
}

const composer = (page: Page) => page.locator('deskbell-reply-composer').getByRole('textbox').first()

test('embedded: an agent whom the page signs in answers a customer, sees the page’s own facts, and stays in', async (t) => {
  const { desk, visit, customer, ana } = await company(t)
  const { socket, visitor, id, message } = await customer()
  const { context, page, faults, tokens } = await visit(ADMIN)
  await page.locator('deskbell-inbox-list .row', { hasText: message }).click()
  await page.getByRole('log').getByText(message, { exact: true }).first().waitFor()
  await page.getByText('Orders of ', { exact: false }).waitFor()
  await composer(page).fill('It left this morning.')
  await page.keyboard.press('ControlOrMeta+Enter')
  type Row = { type: string; actor: { id: string } }
  const told = await socket.nextOf(({ data }) =>
    data?.events?.some(({ type, actor }: Row) => type === 'message.created' && actor.id === ana.id),
  )
  assert.match(JSON.stringify(told), /It left this morning/)

  // The session ends; the page is asked again, and nobody notices.
  assert.equal(tokens.length, 1)
  const [session] = await desk.db.query<{ id: string }>("select id from agent_sessions where kind = 'host'")
  const again = page.waitForResponse((response) => response.url().endsWith('/console/sessions'))
  await desk.rooms.sessions.revoke(desk.workspaceId, session!.id)
  assert.equal((await again).status(), 201)
  const thanks = await desk.call('POST', `/support/widget/chat/${id}/messages`, {
    token: visitor.token,
    body: { body: 'Thank you, Ana', cid: uuidv7() },
  })
  assert.equal(thanks.status, 200)
  await page.getByRole('log').getByText('Thank you, Ana', { exact: true }).first().waitFor()
  assert.equal(tokens.length, 2)

  // The articles stand in the same page, with the same session.
  await page.locator('deskbell-console-rail').getByRole('button', { name: 'Articles' }).click()
  await page.getByRole('link', { name: 'New article' }).first().click()
  await page.getByLabel('Title').fill('Where wheels are')
  await page.locator('#body').fill('On their way.')
  await page.getByRole('button', { name: /^Save/ }).click()
  await page.getByRole('heading', { name: 'Where wheels are' }).waitFor()
  assert.equal(new URL(page.url()).origin, ADMIN)

  assert.deepEqual(await context.cookies(), [])
  const kept = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage, document.cookie]))
  for (const token of tokens) assert.ok(!kept.includes(token))
  const box = (await page.locator('deskbell-console').boundingBox())!
  assert.deepEqual([box.width, box.height], [1300, 700])
  assert.deepEqual(
    faults.filter((fault) => !/401|WebSocket/.test(fault)),
    [],
  )
})

test('embedded: an administrator publishes the widget’s look and sets the AI agent from the page', async (t) => {
  const { desk, ana, visit } = await company(t)
  await desk.db.query(`update agents set role = 'admin' where id = $1 returning id`, [ana.id])
  const { page, faults } = await visit(ADMIN)
  await page.locator('deskbell-console-rail').getByRole('button', { name: 'Settings' }).click()
  const settings = page.locator('deskbell-settings')
  await settings.getByRole('heading', { name: 'Appearance' }).waitFor()
  await settings.getByLabel('Label', { exact: true }).fill('Help')
  // The real widget, in a frame of the server's that only the console's own pages may show.
  await settings.frameLocator('iframe').locator('deskbell-home .row-title').first().waitFor()
  await settings.getByRole('button', { name: 'Publish' }).click()
  await settings.getByText('Published.').waitFor()

  await settings.getByRole('button', { name: 'AI agent', exact: true }).click()
  await settings.getByRole('radio', { name: 'Drafts' }).press('Space')
  await settings.getByRole('button', { name: 'Save', exact: true }).click()
  await settings.locator('form footer').getByText('Saved').waitFor()
  const site = (await desk.rooms.sites.only(desk.workspaceId))!
  const [kept] = await desk.db.query<{ settings: { mode: string } }>(
    'select settings from assistant_settings where site_id = $1',
    [site.id],
  )
  assert.deepEqual([site.appearance.label, kept?.settings.mode], ['Help', 'draft'])
  assert.deepEqual(
    faults.filter((fault) => !/401|WebSocket/.test(fault)),
    [],
  )
  const framed = async (from: string) =>
    (await fetch(`${desk.base}/console/appearance/preview?site=${site.key}&from=${from}`)).headers
  assert.match((await framed(ADMIN)).get('content-security-policy')!, /frame-ancestors 'self' http:\/\/admin/)
  assert.match((await framed(EVIL)).get('content-security-policy')!, /frame-ancestors 'self';/)
})

test('embedded: a page that answers by event is as good; one of an origin not on the list is told nothing', async (t) => {
  const { visit, customer } = await company(t)
  const { message } = await customer()
  const byEvent = await visit(ADMIN, SCRIPT_BY_EVENT)
  await byEvent.page.locator('deskbell-inbox-list .row', { hasText: message }).waitFor()

  const { page, tokens } = await visit(EVIL)
  await page.getByText('This page may not show the console').waitFor()
  assert.ok(tokens.length > 0)
  assert.equal(await page.getByText(message).count(), 0)
})
