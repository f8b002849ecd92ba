// What a chat has besides writing, in a real browser against the real process: answers by one tap, the mark of what is
// new, emoji, transcript, sounds, notifications, the end and the rating, and a phone's back button and keyboard.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test, { before } from 'node:test'
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { asAgent } from '../helpers/agent-api.ts'
import { startStage } from '../helpers/stage.ts'

const PATIENCE = 15_000
const { desk, browser } = await startStage()
let console: Page
const faults: string[] = []

before(async () => {
  ;({ page: console } = await open({ viewport: { width: 1280, height: 800 } }))
  await console.goto(desk.loginLink())
  await console.locator('deskbell-console-rail').waitFor()
})

async function open(options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({
    viewport: { width: 1120, height: 760 },
    locale: 'en-GB',
    ...options,
  })
  // How many notes the page has sounded, and of what it has told.
  await context.addInitScript(() => {
    const page = window as unknown as { notes: number; told: { title: string; body: string }[] }
    page.notes = 0
    page.told = []
    const { start } = AudioScheduledSourceNode.prototype
    AudioScheduledSourceNode.prototype.start = function (...when) {
      page.notes++
      return start.apply(this, when)
    }
    const Native = window.Notification
    class Told extends Native {
      // A browser without a window denies by this what it grants when asked.
      static override permission: NotificationPermission = 'default'
      static override async requestPermission() {
        Told.permission = await Native.requestPermission()
        return Told.permission
      }
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        // One without a title only tries whether it can be made.
        if (title) page.told.push({ title, body: options?.body ?? '' })
        this.addEventListener('error', () => {})
      }
    }
    window.Notification = Told
  })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  return { context, page }
}

const launcher = (page: Page) => page.locator('deskbell-launcher').getByRole('button').first()
const panel = (page: Page) => page.locator('deskbell-widget')
const thread = (page: Page) => page.getByRole('log')
const slot = (page: Page) => page.locator('deskbell-handoff-slot')
const composer = (page: Page) => page.locator('deskbell-composer')
const box = (page: Page) => composer(page).getByRole('textbox')
const notesOf = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { notes: number }).notes)

async function openWidget(page: Page): Promise<void> {
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await launcher(page).click()
  await page.getByRole('dialog').waitFor()
}
const close = (page: Page): Promise<void> =>
  panel(page).getByRole('button', { name: 'Close' }).first().click()
const say = async (page: Page, text: string): Promise<void> => {
  await box(page).fill(text)
  await box(page).press('Enter')
}
const menu = async (page: Page, item: string): Promise<void> => {
  await panel(page).getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const agentSays = (id: string, text: string, more: object = {}) =>
  asAgent(console, 'POST', `/conversations/${id}/messages`, { cid: uuidv7(), body: text, ...more })

/** In line for a person; returns the conversation's id. */
async function getInLine(page: Page, text: string): Promise<string> {
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await slot(page).getByText('Talk to a person').click()
  await say(page, text)
  await slot(page)
    .locator('.title', { hasText: /in line/ })
    .waitFor()
  const { conversations } = await asAgent(console, 'GET', '/conversations?view=waiting')
  return conversations.find(({ subject }: { subject: string }) => subject.startsWith(text)).id
}

async function chatWithPerson(page: Page, text: string): Promise<string> {
  const id = await getInLine(page, text)
  await asAgent(console, 'POST', `/conversations/${id}/accept`, { cid: uuidv7() })
  await thread(page)
    .getByText(/joined at/)
    .waitFor()
  return id
}

test('choices: one tap answers with what it stands for, and they are gone', async () => {
  const { context, page } = await open()
  const id = await chatWithPerson(page, 'My rotor rubs')
  const choices = [
    { label: 'The rotor', value: 'It is the rotor that rubs.' },
    { label: 'Show me', url: `${desk.shop}/help.html` },
  ]
  await agentSays(id, 'Which part is it?', { choices })
  await page.getByRole('button', { name: 'The rotor' }).waitFor()
  const [shown] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'Show me' }).click(),
  ])
  assert.equal(await shown.evaluate(() => window.opener), null)
  await shown.close()
  await page.getByRole('button', { name: 'The rotor' }).click()
  await thread(page).getByText('It is the rotor that rubs.').waitFor()
  await thread(page)
    .getByText(/^(Sent|Read)$/)
    .waitFor()
  assert.equal(await page.getByRole('group', { name: 'Answers to choose from' }).count(), 0)
  await context.close()
})

test('coming back: one sound, a badge, the title untouched, and "New" where the reader left until they leave again', async () => {
  const { context, page } = await open()
  const id = await chatWithPerson(page, 'Where is the parcel?')
  await agentSays(id, 'Let me look.')
  await thread(page).getByText('Let me look.').waitFor()
  const title = await page.title()
  await close(page)
  await agentSays(id, 'It left Bergen.')
  await agentSays(id, 'It comes on Monday.')
  await page.waitForFunction(() => (window as unknown as { notes: number }).notes > 0)
  await launcher(page).locator('b').getByText('1', { exact: true }).waitFor()
  assert.equal(await page.title(), title)
  await launcher(page).click()
  const mark = thread(page).getByText('New', { exact: true })
  await mark.waitFor()
  const after = () => mark.evaluate((line) => line.nextElementSibling?.textContent ?? '')
  assert.match(await after(), /It left Bergen/)
  await say(page, 'Thank you')
  await thread(page).getByText('Sent', { exact: true }).waitFor()
  assert.match(await after(), /It left Bergen/)
  // Both messages were one batch, of two notes.
  assert.equal(await notesOf(page), 2)
  await close(page)
  await launcher(page).click()
  await thread(page).getByText('Thank you').waitFor()
  await mark.waitFor({ state: 'detached' })
  await context.close()
})

test('mute: no sound, over a reload too, until it is wanted again', async () => {
  const { context, page } = await open()
  const id = await chatWithPerson(page, 'A quiet question')
  await menu(page, 'Mute sounds')
  await close(page)
  await agentSays(id, 'A quiet answer.')
  const badge = launcher(page).locator('b').getByText('1')
  await badge.waitFor()
  await page.reload()
  await launcher(page).click()
  await panel(page).getByText('A quiet answer.').click()
  await thread(page).getByText('A quiet answer.').waitFor()
  await menu(page, 'Play sounds')
  await close(page)
  await agentSays(id, 'Aloud.')
  await page.waitForFunction(() => (window as unknown as { notes: number }).notes > 0)
  assert.equal(await notesOf(page), 2)
  await context.close()
})

test('emoji: by keyboard alone, from the text and back to it', async () => {
  const { context, page } = await open()
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await box(page).fill('Where is my ')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.getByRole('searchbox', { name: 'Search emoji' }).waitFor()
  await page.keyboard.type('parcel')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Escape')
  assert.equal(await box(page).inputValue(), 'Where is my 📦')
  await page.keyboard.type('?')
  await page.keyboard.press('Enter')
  await thread(page).getByText('Where is my 📦?').waitFor()
  await context.close()
})

test('transcript: downloaded from the menu, it holds both sides and is named after the reference', async () => {
  const { context, page } = await open({ acceptDownloads: true })
  const id = await chatWithPerson(page, 'Please write this down')
  await agentSays(id, 'It is written down.')
  await thread(page).getByText('It is written down.').waitFor()
  const [download] = await Promise.all([page.waitForEvent('download'), menu(page, 'Download transcript')])
  assert.match(download.suggestedFilename(), /^DB-[0-9A-Z]{8}\.txt$/)
  const text = await readFile((await download.path())!, 'utf8')
  assert.match(text, /Please write this down[\s\S]*It is written down\./)
  await context.close()
})

test('the end: asked first, then rated, and rated anew', async () => {
  const { context, page } = await open()
  await chatWithPerson(page, 'That was all')
  await menu(page, 'End this chat')
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('deskbell-rating').count(), 0)
  await menu(page, 'End this chat')
  await page.getByRole('button', { name: 'End it' }).click()
  await thread(page)
    .getByText(/You ended this chat/)
    .waitFor()
  const rating = page.locator('deskbell-rating')
  await rating.getByRole('radio', { name: '4 of 5' }).check()
  await rating.getByRole('button', { name: 'Send rating' }).click()
  await rating.getByText('You gave 4 of 5').waitFor()
  await rating.getByRole('button', { name: 'Change' }).click()
  await rating.getByRole('radio', { name: '5 of 5' }).check()
  await rating.getByRole('button', { name: 'Send rating' }).click()
  await rating.getByText('You gave 5 of 5').waitFor()
  await context.close()
})

test('in line: who asked for it is told of a person’s answer while the page is out of sight', async () => {
  const { context, page } = await open()
  await context.grantPermissions(['notifications'], { origin: desk.shop })
  const id = await getInLine(page, 'Tell me later')
  await page.getByRole('button', { name: 'Tell me when a person answers' }).click()
  await page.getByText('A notification tells you when a person answers.').waitFor()
  assert.deepEqual(await page.evaluate(() => (window as unknown as { told: unknown[] }).told), [])
  await close(page)
  // The browser without a window knows no other tab in front.
  await page.evaluate(() => Object.defineProperty(document, 'hidden', { value: true, configurable: true }))
  await asAgent(console, 'POST', `/conversations/${id}/accept`, { cid: uuidv7() })
  await agentSays(id, 'Here I am.')
  await page.waitForFunction(() => (window as unknown as { told: unknown[] }).told.length > 0)
  const [told] = await page.evaluate(() => (window as unknown as { told: { body: string }[] }).told)
  assert.equal(told!.body, 'Here I am.')
  await context.close()
})

test('in line: where the browser says no, nothing is offered', async () => {
  const { context, page } = await open()
  await page.addInitScript(() => Object.defineProperty(Notification, 'permission', { value: 'denied' }))
  await getInLine(page, 'Never tell me')
  await page.locator('deskbell-notify-offer:defined').waitFor({ state: 'attached' })
  assert.equal(await page.getByText('Tell me when a person answers').count(), 0)
  await context.close()
})

test('several chats: each keeps its draft, and the list leads to each', async () => {
  const { context, page } = await open()
  await chatWithPerson(page, 'The first matter')
  await menu(page, 'New chat')
  await say(page, 'The second matter')
  await thread(page).getByText('The second matter').waitFor()
  await box(page).fill('More of the second')
  await menu(page, 'All chats')
  const list = page.locator('deskbell-conversations')
  await list.getByText('The first matter').first().click()
  await thread(page).getByText('The first matter').waitFor()
  assert.equal(await box(page).inputValue(), '')
  await panel(page).getByRole('button', { name: 'Back' }).last().click()
  await list.getByText('The second matter').first().click()
  await thread(page).getByText('The second matter').waitFor()
  await page.waitForFunction(() => {
    const inside = (root: ParentNode): HTMLTextAreaElement[] =>
      [...root.querySelectorAll('*')].flatMap((each) =>
        each instanceof HTMLTextAreaElement ? [each] : each.shadowRoot ? inside(each.shadowRoot) : [],
      )
    return inside(document).some(({ value }) => value === 'More of the second')
  })
  await context.close()
})

const phone = { viewport: { width: 390, height: 780 }, hasTouch: true, isMobile: true }

test('phone: the back button leaves the view, then the panel, and never the page; its history and router see nothing', async () => {
  const { context, page } = await open(phone)
  await page.goto(`${desk.shop}/`)
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.evaluate(() => {
    history.replaceState({ route: 'product' }, '')
    const page = window as unknown as { routes: unknown[] }
    page.routes = []
    addEventListener('popstate', ({ state }) => page.routes.push([location.pathname, state]))
  })
  const url = page.url()
  await launcher(page).click()
  await panel(page).getByText('Chat with us').click()
  await box(page).waitFor()
  await page.goBack()
  await panel(page).getByText('Chat with us').waitFor()
  await page.goBack()
  await launcher(page).waitFor()
  assert.equal(page.url(), url)
  await launcher(page).click()
  await panel(page).getByText('Chat with us').waitFor()
  await close(page)
  await launcher(page).waitFor()
  const routes = await page.evaluate(() => (window as unknown as { routes: unknown[] }).routes)
  for (const route of routes) assert.deepEqual(route, ['/product.html', { route: 'product' }])
  await page.goBack()
  assert.equal(new URL(page.url()).pathname, '/')
  await context.close()
})

test('phone: the keyboard does not cover the composer, and a tap into it does not zoom', async () => {
  const { context, page } = await open(phone)
  await openWidget(page)
  await panel(page).getByText('Chat with us').click()
  await box(page).click()
  assert.ok((await box(page).evaluate((field) => Number.parseFloat(getComputedStyle(field).fontSize))) >= 16)
  // The keyboard takes its part of what is seen, not of the page.
  await page.evaluate(() => {
    Object.defineProperty(visualViewport, 'height', { value: 420, configurable: true })
    visualViewport!.dispatchEvent(new Event('resize'))
  })
  const { y, height } = (await composer(page).boundingBox())!
  assert.ok(y + height <= 420, `ends at ${y + height}`)
  assert.ok(y > 300, `begins at ${y}`)
  await context.close()
})

test('no page said anything went wrong', () => {
  assert.deepEqual(faults, [])
})
