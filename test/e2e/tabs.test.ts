// Two pages of one browser: one line, one outbox; what becomes of them when a page goes, and of what was typed.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { BrowserContext, Page, WebSocket } from 'playwright-core'
import { startStage } from '../helpers/stage.ts'

const PATIENCE = 15_000
const { desk, browser } = await startStage()

interface Window {
  page: Page
  /** Those open now. */
  sockets: Set<WebSocket>
}

async function openPage(context: BrowserContext): Promise<Window> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  const sockets = new Set<WebSocket>()
  page.on('websocket', (socket) => {
    if (!socket.url().includes('/support/live')) return
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.getByRole('dialog').waitFor()
  return { page, sockets }
}

const newContext = (): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width: 1120, height: 760 }, locale: 'en-GB' })
const thread = (page: Page) => page.getByRole('log')
const box = (page: Page) => page.locator('deskbell-composer').getByRole('textbox')
const say = async (page: Page, text: string): Promise<void> => {
  await box(page).fill(text)
  await box(page).press('Enter')
}
const newChat = (page: Page) => page.locator('deskbell-widget').getByText('Chat with us').click()
/** Into the chat that there is already. */
const oldChat = (page: Page) => page.locator('deskbell-home .talk').first().click()
/** Until the composer holds this text. */
const holds = (page: Page, text: string): Promise<void> =>
  box(page).evaluate(
    (field, wanted) =>
      new Promise<void>((resolve) => {
        const look = (): void => {
          if ((field as HTMLTextAreaElement).value === wanted) resolve()
          else requestAnimationFrame(look)
        }
        look()
      }),
    text,
  )
const shows = (page: Page, text: string) => thread(page).getByText(text, { exact: true }).first().waitFor()

test('two pages share one line; the leader’s closing hands it over, and nothing is lost or doubled', async () => {
  const context = await newContext()
  const first = await openPage(context)
  await newChat(first.page)
  await say(first.page, 'Which wheel size has it?')
  await thread(first.page).getByText('Sent', { exact: true }).waitFor()
  assert.equal(first.sockets.size, 1)

  const second = await openPage(context)
  await oldChat(second.page)
  await shows(second.page, 'Which wheel size has it?')
  await say(second.page, 'From the second page')
  await shows(first.page, 'From the second page')
  assert.deepEqual([first.sockets.size, second.sockets.size], [1, 0])

  const taken = second.page.waitForEvent('websocket')
  await first.page.close()
  await say(second.page, 'After the first is gone')
  await taken
  await thread(second.page).getByText('Sent', { exact: true }).waitFor()
  assert.equal(second.sockets.size, 1)

  const third = await openPage(context)
  await oldChat(third.page)
  for (const { page } of [second, third])
    for (const text of ['Which wheel size has it?', 'From the second page', 'After the first is gone']) {
      await shows(page, text)
      assert.equal(await thread(page).getByText(text, { exact: true }).count(), 1)
    }
  await context.close()
})

test('a page that is left lets go of the line, takes part again when one comes back, and shows what it missed', async () => {
  const context = await newContext()
  const first = await openPage(context)
  await newChat(first.page)
  await say(first.page, 'Which wheel size is it?')
  await thread(first.page).getByText('Sent', { exact: true }).waitFor()
  const second = await openPage(context)
  await oldChat(second.page)
  await shows(second.page, 'Which wheel size is it?')
  const taken = second.page.waitForEvent('websocket')
  await first.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  await taken
  await say(second.page, 'While the first is away')
  await thread(second.page).getByText('Sent', { exact: true }).waitFor()
  assert.deepEqual([first.sockets.size, second.sockets.size], [0, 1])
  await first.page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await shows(first.page, 'While the first is away')
  assert.deepEqual([first.sockets.size, second.sockets.size], [0, 1])
  await context.close()
})

test('the page’s coming into sight, its return and the network’s make the line prove itself', async () => {
  const context = await newContext()
  const { page, sockets } = await openPage(context)
  await newChat(page)
  await say(page, 'Which wheel size does it need?')
  await thread(page).getByText('Sent', { exact: true }).waitFor()
  const [socket] = sockets
  const pinged = () =>
    socket!.waitForEvent('framesent', { predicate: ({ payload }) => String(payload).includes('"ping"') })
  const answered = () =>
    socket!.waitForEvent('framereceived', { predicate: ({ payload }) => String(payload).includes('"pong"') })
  for (const name of ['visibilitychange', 'pageshow', 'online']) {
    const [ping, pong] = [pinged(), answered()]
    await page.evaluate(
      (type) => (type === 'visibilitychange' ? document : window).dispatchEvent(new Event(type)),
      name,
    )
    await Promise.all([ping, pong])
  }
  await context.close()
})

test('what is written off line can be taken back; the rest survives the page and is sent, once, by the next', async () => {
  const context = await newContext()
  const { page } = await openPage(context)
  await newChat(page)
  await say(page, 'Which wheel size fits?')
  await thread(page).getByText('Sent', { exact: true }).waitFor()
  await context.setOffline(true)
  await say(page, 'Keep this')
  await say(page, 'Not this')
  await thread(page).getByText('Waits for the network').nth(1).waitFor()
  await thread(page).getByRole('button', { name: 'Take back' }).last().click()
  await thread(page).getByText('Not this').waitFor({ state: 'detached' })
  await holds(page, 'Not this')
  await page.close({ runBeforeUnload: false })

  await context.setOffline(false)
  const next = await openPage(context)
  await oldChat(next.page)
  await shows(next.page, 'Keep this')
  await thread(next.page).getByText('Sent', { exact: true }).waitFor()
  // The draft is kept too.
  await holds(next.page, 'Not this')
  assert.equal(await thread(next.page).getByText('Keep this').count(), 1)
  assert.equal(await thread(next.page).getByText('Not this').count(), 0)
  await context.close()
})

test('the draft of a chat not begun yet is there after a reload and in another page, until it is sent', async () => {
  const context = await newContext()
  const first = await openPage(context)
  await newChat(first.page)
  await box(first.page).fill('Which wheel size, half a ques')
  await first.page.reload()
  const second = await openPage(context)
  await newChat(second.page)
  await holds(second.page, 'Which wheel size, half a ques')
  await box(second.page).press('Enter')
  await thread(second.page).getByText('Sent', { exact: true }).waitFor()
  const third = await openPage(context)
  await newChat(third.page)
  assert.equal(await box(third.page).inputValue(), '')
  await context.close()
})

test('where the browser keeps nothing the customer is told, but only while something is unsent', async () => {
  const context = await newContext()
  await context.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  const { page } = await openPage(context)
  await newChat(page)
  const warning = page.locator('deskbell-chat').getByText('a reload would lose what is not sent')
  assert.equal(await warning.count(), 0)
  await box(page).fill('Which wheel size')
  await warning.waitFor()
  await box(page).press('Enter')
  await thread(page).getByText('Sent', { exact: true }).waitFor()
  await warning.waitFor({ state: 'detached' })
  await context.close()
})
