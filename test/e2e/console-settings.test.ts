// The settings in a real browser: an administrator sets up a desk, the widget shows it, the audit log says it, and a
// plain agent is refused.

import assert from 'node:assert/strict'
import test, { type TestContext } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { isClean } from '../helpers/console-story.ts'
import { type Desk, startDesk } from '../helpers/desk.ts'

async function openSettings(t: TestContext, desk: Desk, browser: Browser, token: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  t.after(() => context.close())
  await context.addCookies([{ name: 'deskbell_session', value: token, url: desk.base }])
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => t.diagnostic(String(error)))
  await page.goto(`${desk.base}/console/settings`)
  await page.locator('deskbell-settings nav').waitFor()
  return page
}

async function administrator(desk: Desk) {
  const person = await desk.person('Mika')
  await desk.call('POST', '/api/v1/password', {
    token: person.token,
    body: { password: 'a sentence to keep' },
  })
  await desk.db.query(`update agents set role = 'owner' where id = $1 returning id`, [person.id])
  return person
}

test('an administrator sets up a desk, and a plain agent does not', async (t) => {
  const [desk, browser] = await Promise.all([startDesk(t), launchBrowser()])
  t.after(() => browser.close())
  const mika = await administrator(desk)
  const page = await openSettings(t, desk, browser, mika.token)
  const settings = page.locator('deskbell-settings')
  const open = (name: string) =>
    settings
      .locator('nav')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .first()
      .click()
  const fill = (label: string, text: string) => settings.getByLabel(label, { exact: true }).fill(text)
  const press = (name: string) => settings.getByRole('button', { name, exact: true }).click()
  const listed = (text: string) => settings.locator('.record', { hasText: text }).waitFor()

  // The settings' rail stands in the place of the inbox's; Esc leads back to the inbox.
  await settings.getByRole('heading', { name: 'Appearance' }).waitFor()
  assert.equal(await page.locator('deskbell-console-rail').count(), 0)
  await page.keyboard.press('Escape')
  await page.locator('deskbell-console-rail').getByRole('button', { name: 'Settings' }).click()
  await open('Team and roles')

  // A colleague is let in by a link, since no mail goes out.
  await press('Invite somebody')
  await fill('Name', 'Ana')
  await fill('E-mail', 'ana@desk.example')
  await press('Create')
  const link = await settings.locator('.once pre').innerText()
  assert.match(link, /\/console#login=/)
  await listed('Ana')

  await open('Departments')
  await press('New department')
  await fill('Name', 'Workshop')
  await settings.getByRole('checkbox', { name: 'Ana' }).check()
  await press('Create')
  await listed('Workshop')
  await isClean(page, 'departments')

  for (const [rail, add, label, text] of [
    ['Topics', 'New topic', 'Name', 'Brakes'],
    ['Tags', 'New tag', 'Name', 'warranty'],
    ['Conversation fields', 'Add a field', 'Label', 'Frame number'],
  ] as const) {
    await open(rail)
    await press(add)
    await fill(label, text)
    await press('Create')
    await listed(text)
  }

  // The browser's Back asks in the console's words, and stays where one was.
  await open('Tags')
  await press('New tag')
  await fill('Name', 'half a word')
  const back = async (answer: string): Promise<void> => {
    await page.evaluate(() => history.back())
    await settings
      .getByRole('alertdialog', { name: 'What you changed here is not saved yet.' })
      .getByRole('button', { name: answer })
      .click()
  }
  await back('Stay here')
  assert.equal(await settings.getByLabel('Name', { exact: true }).inputValue(), 'half a word')
  assert.match(page.url(), /#\/settings\/tags\/new$/)
  await back('Leave without saving')
  await listed('warranty')

  await open('Canned replies')
  await press('New canned reply')
  await fill('Shortcut', 'torque')
  await fill('Title', 'Torque of rotor bolts')
  await fill('Text', 'Hi {{contact.first_name}}, 6 Nm.')
  await settings.locator('.aside').getByText('Hi Nora, 6 Nm.').waitFor()
  await press('Create')
  await listed('/torque')

  await open('Macros')
  await press('New macro')
  await fill('Name', 'Thanks and resolve')
  await fill('Text', 'Glad it works.')
  await press('Add a step')
  await settings.locator('.item select').nth(1).selectOption({ label: 'Resolve' })
  await press('Create')
  await listed('Reply, Resolve')

  // Hours and a question before the chat, which the visitor's widget is told.
  await open('Hours and holidays')
  await settings.getByLabel('At all hours').uncheck()
  await settings.getByRole('button', { name: 'Copy Monday to all days' }).click()
  await press('Save')
  await settings.locator('form footer').getByText('Saved').waitFor()
  await open('Before the chat')
  await settings
    .getByRole('group', { name: 'Before a chat', exact: true })
    .getByRole('button', { name: 'Add a field' })
    .click()
  await fill('Label', 'Order number')
  await press('Save')
  await settings.locator('form footer').getByText('Saved').waitFor()
  const site = (await desk.rooms.sites.only(desk.workspaceId))!
  assert.deepEqual(site.hours?.days.sun, [['09:00', '17:00']])
  const { body: config } = await desk.call('GET', `/support/widget/config?site=${site.key}`)
  assert.equal(config.settings.chat.pre_chat[0].label, 'Order number')
  assert.equal(config.settings.chat.pre_chat[0].key, 'order_number')

  // All of it is told, and by whom.
  await open('Audit log')
  for (const words of [
    'made a department',
    'made a tag',
    'changed a macro',
    'changed a canned reply',
    'changed a site',
  ])
    await settings.locator('.entry', { hasText: words }).first().getByText('Mika').waitFor()

  await settings
    .locator('.entry', { hasText: 'changed a site' })
    .first()
    .getByText(`Site: ${site.name}`)
    .waitFor()
  await isClean(page, 'audit log')
  await settings.getByLabel('Who', { exact: true }).selectOption({ label: 'Ana' })
  await settings.getByText('Nothing of this kind has happened.').waitFor()

  // Ana comes in by her link: what is hers is there, the rest is not.
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  t.after(() => context.close())
  const hers = await context.newPage()
  hers.setDefaultTimeout(15_000)
  await hers.goto(new URL(new URL(link).hash, `${desk.base}/console`).href)
  await hers
    .getByLabel(/password/i)
    .first()
    .fill('a sentence to keep')
  await hers.keyboard.press('Enter')
  await hers.locator('deskbell-console-rail').waitFor()
  await hers.goto(`${desk.base}/console#/settings/team`)
  await hers.locator('deskbell-settings').getByText('Owners and administrators change this.').waitFor()
  const session = (await context.cookies()).find(({ name }) => name === 'deskbell_session')!.value
  const refused = await desk.call('GET', '/api/v1/admin/agents', { token: session })
  assert.equal(refused.status, 403)
})
