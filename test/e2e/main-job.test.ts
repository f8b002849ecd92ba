// The main job, as its people do it: two origins, a real browser, the process as `npm start` runs it. A visitor finds
// help, is answered by the AI agent, is handed to a person, and the person answers from the console.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { startStage } from '../helpers/stage.ts'

const PATIENCE = 15_000
const { desk, browser } = await startStage()
const faults: string[] = []

/** A window of its own: nothing it says on its console, and no failed script, may go unnoticed. */
async function open(
  options: { width?: number; height?: number } = {},
): Promise<{ context: BrowserContext; page: Page }> {
  const { width = 1120, height = 760 } = options
  const context = await browser.newContext({ viewport: { width, height }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    // A line that was cut on purpose is no fault of the page.
    if (
      message.type() === 'error' &&
      !/ERR_(INTERNET_DISCONNECTED|NETWORK_CHANGED|EMPTY_RESPONSE|SOCKET_NOT_CONNECTED|CONNECTION_[A-Z]+)/.test(
        message.text(),
      )
    )
      faults.push(message.text())
  })
  return { context, page }
}

async function openWidget(page: Page, path = '/product.html?p=skarv-rotor'): Promise<void> {
  await page.goto(desk.shop + path)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.getByRole('dialog').waitFor()
}

/** The widget's own panel: the shop's pages have links of the same words. */
const panel = (page: Page) => page.locator('deskbell-widget')
const thread = (page: Page) => page.getByRole('log')
const slotOf = (page: Page) => page.locator('deskbell-handoff-slot')

const say = async (page: Page, text: string): Promise<void> => {
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill(text)
  await box.press('Enter')
}

/** The demo agent's console; the link works once, so there is one for all tests of this file. */
let consoleWindow: Promise<Page> | undefined
const openConsole = (): Promise<Page> => {
  consoleWindow ??= (async () => {
    const { page } = await open({ width: 1440, height: 900 })
    await page.goto(desk.loginLink())
    await page.locator('deskbell-console-rail').waitFor()
    return page
  })()
  return consoleWindow
}

const rail = (console: Page, view: string) =>
  console.locator('deskbell-console-rail .row', { hasText: view }).first()

test('before anybody acts: one request, nothing stored, no socket', async () => {
  const { context, page } = await open()
  const requests: string[] = []
  const sockets: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(desk.server)) requests.push(request.url())
  })
  page.on('websocket', (socket) => sockets.push(socket.url()))
  await page.goto(`${desk.shop}/`, { waitUntil: 'networkidle' })
  await page.locator('deskbell-launcher').getByRole('button').first().waitFor()
  const stored = await page.evaluate(async () => ({
    keys: Object.keys(localStorage).filter((key) => key.includes('deskbell')),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    cookie: document.cookie,
  }))
  assert.deepEqual(requests, [`${desk.server}/support/widget/embed.js`])
  assert.deepEqual([sockets, stored], [[], { keys: [], databases: [], cookie: '' }])
  await context.close()
})

test('help: a sentence finds the article, which opens inside the widget', async () => {
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).locator('deskbell-home').getByText('Search for answers').click()
  await page
    .getByRole('searchbox')
    .or(page.getByRole('combobox'))
    .first()
    .fill('my package has not arrived yet, where is it?')
  await panel(page).locator('deskbell-help').getByText('Where is my parcel?').click()
  await page.getByRole('heading', { name: 'Where is my parcel?' }).waitFor()
  await page.getByRole('button', { name: 'Yes' }).click()
  await context.close()
})

test('chat: the AI agent answers with citations, and one opens the article at the cited passage', async () => {
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await say(page, 'Can I return brake pads I fitted once?')
  const answer = thread(page).getByText('clean and not worn through').first()
  await answer.waitFor()
  await thread(page).getByText('Sent', { exact: true }).waitFor()
  await thread(page).getByRole('button', { name: /1/ }).first().click()
  await page.getByRole('heading', { name: 'Returning parts you have fitted' }).waitFor()
  const marked = page.locator('deskbell-article .cited').first()
  await marked.waitFor()
  assert.match((await marked.textContent())!, /Fitted parts can come back/)
  await page.getByRole('button', { name: 'Back', exact: true }).click()
  await answer.waitFor()
  await context.close()
})

test('handoff with nobody in: "human please" makes a numbered ticket, which opens by reference and e-mail', async () => {
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await say(page, 'human please')
  const slot = slotOf(page)
  // Beside it stands what is read aloud, which is not seen.
  const told = slot.locator('.title', { hasText: /This is now ticket/ })
  await told.waitFor()
  const reference = /DB-[0-9A-Z]{8}/.exec(await told.innerText())![0]
  await slot.getByPlaceholder('Your name').or(slot.getByLabel('Your name')).first().fill('Nora')
  await slot.getByPlaceholder('E-mail').or(slot.getByLabel('E-mail')).first().fill('nora@example.com')
  await slot.getByRole('button', { name: 'Save' }).click()
  await slot.getByRole('button', { name: 'Save' }).waitFor({ state: 'detached' })
  const elsewhere = await open()
  await openWidget(elsewhere.page)
  await panel(elsewhere.page).getByText('Check a ticket').click()
  await elsewhere.page.getByLabel('Reference').fill(reference.toLowerCase())
  await elsewhere.page.getByLabel('E-mail').fill('nora@example.com')
  await elsewhere.page.getByRole('button', { name: 'Show ticket' }).click()
  await elsewhere.page.locator('deskbell-ticket-status').getByText('human please').first().waitFor()
  await elsewhere.context.close()
  await context.close()
})

test('handoff to a person: the console shows it at once, both sides see typing and read marks, to the rating', async () => {
  const console = await openConsole()
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await say(page, 'It came bent, and the bolts are missing')
  const talk = slotOf(page).getByText('Talk to a person')
  await talk
    .or(slotOf(page).locator('.title', { hasText: /in line/ }))
    .first()
    .waitFor()
  // The AI agent may be quicker with it; then there is nothing to press any more.
  await talk.click({ timeout: 5000 }).catch(() => {})
  await slotOf(page)
    .locator('.title', { hasText: /\d(st|nd|rd|th) in line/ })
    .waitFor()

  await rail(console, 'Waiting for a person').click()
  await console.locator('deskbell-inbox-list .row').first().waitFor()
  await console
    .locator('deskbell-inbox-list .row', { hasText: 'bolts are missing' })
    .or(console.locator('deskbell-inbox-list .row').last())
    .first()
    .click()
  await console.locator('.accept').click()
  await thread(page)
    .getByText(/joined at/)
    .waitFor()

  const reply = console.locator('deskbell-reply-composer').getByRole('textbox')
  await reply.pressSequentially('That came bent, so this is on us.')
  await thread(page).getByText('is typing').waitFor()
  await reply.press('Control+Enter')
  await thread(page).getByText('so this is on us').waitFor()
  await console.locator('deskbell-conversation-thread').getByText(/Read/).first().waitFor()

  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.pressSequentially('Great, do I need new bolts?')
  await console.locator('deskbell-conversation-thread').getByText('Great, do I need').first().waitFor()
  await box.press('Enter')
  await thread(page).getByText('Read', { exact: true }).waitFor()

  await console.locator('deskbell-reply-composer').getByText('Note', { exact: true }).click()
  const note = console.locator('deskbell-reply-composer').getByRole('textbox')
  await note.fill('Second bent one this week')
  await note.press('Control+Enter')
  await console.locator('deskbell-conversation-thread').getByText('only your team sees it').first().waitFor()

  await console.locator('.resolve').first().click()
  const rating = page.locator('deskbell-rating')
  await rating.getByRole('radio', { name: '4 of 5' }).check()
  await rating.getByRole('textbox').fill('Quick, thank you')
  await rating.getByRole('button', { name: 'Send rating' }).click()
  // What is resolved makes way for the next.
  await rail(console, 'Resolved').click()
  await console.locator('deskbell-inbox-list .row').first().click()
  await console.locator('deskbell-conversation-thread').getByText('Quick, thank you').first().waitFor()
  assert.ok(!(await page.content()).includes('Second bent one'))
  assert.equal(await page.getByText('Second bent one').count(), 0)
  await context.close()
})

test('ticket: the form gives a reference; the reply of a person shows in the status view', async () => {
  const console = await openConsole()
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).getByText('Send a ticket').click()
  await page.getByLabel('Name').fill('Ines')
  await page.getByLabel('E-mail').fill('ines@example')
  await page.getByLabel('Subject').fill('The new chain skips')
  await page
    .getByLabel('What happened')
    .or(page.getByLabel('Description'))
    .first()
    .fill('On one cog, under load.')
  await page.getByRole('button', { name: 'Send ticket' }).click()
  await page.getByText(/This address has no ending/).waitFor()
  await page.getByLabel('E-mail').fill('ines@example.com')
  await page.getByRole('button', { name: 'Send ticket' }).click()
  await page.getByText('We have it.').waitFor()
  await page.getByText(/^DB-[0-9A-Z]{8}$/).waitFor()

  await rail(console, 'Unassigned').click()
  await console.locator('deskbell-inbox-list .row', { hasText: 'Ines' }).click()
  const reply = console.locator('deskbell-reply-composer').getByRole('textbox')
  await reply.fill('Which cassette is it on?')
  await reply.press('Control+Enter')
  await console.locator('deskbell-conversation-thread').getByText('Which cassette is it on?').waitFor()
  await console
    .locator('deskbell-conversation-thread')
    .getByText(/ · Sent$/)
    .waitFor()
  await page.getByText('See this ticket').click()
  await page.locator('deskbell-ticket-status').getByText('Which cassette is it on?').waitFor()
  await page.getByText('Waiting for you').first().waitFor()
  await context.close()
})

test('reload, a second tab, a lost network and a killed server: nothing is lost or doubled', async () => {
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await say(page, 'Where is my parcel?')
  const list = thread(page)
  await list.getByText('tracking').first().waitFor()

  await context.setOffline(true)
  await say(page, 'Written without a network')
  await list.getByText('Waits for the network').or(list.getByText('Sending…')).first().waitFor()
  await context.setOffline(false)
  await list.getByText('Sent', { exact: true }).waitFor()

  await desk.stop('SIGKILL')
  await say(page, 'Written while the server was down')
  await list.getByText('Waits for the network').or(list.getByText('Sending…')).first().waitFor()
  await desk.restart()
  await list.getByText('Sent', { exact: true }).waitFor({ timeout: 45_000 })

  await page.reload()
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.getByText('Pick up where you left off').waitFor()
  const second = await context.newPage()
  second.setDefaultTimeout(PATIENCE)
  await openWidget(second)
  for (const tab of [page, second]) {
    await tab
      .getByRole('dialog')
      .locator('deskbell-home .row, deskbell-home button')
      .filter({ hasText: /parcel|Written|Assistant|Fjordline|Chat/ })
      .first()
      .click()
    const log = thread(tab)
    await log.getByText('Written while the server was down').waitFor()
    for (const text of [
      'Where is my parcel?',
      'Written without a network',
      'Written while the server was down',
    ])
      assert.equal(await log.locator('.bubble', { hasText: text }).count(), 1, text)
  }
  await say(second, 'Seen in both tabs')
  await thread(page).getByText('Seen in both tabs').waitFor()
  await context.close()
})

test('no page said anything went wrong', () => {
  assert.deepEqual(faults, [])
})
