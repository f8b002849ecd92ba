// Files between a customer and a person, in a real browser: pasted, refused, broken off, seen in the console, downloaded.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { png } from '../helpers/small-files.ts'
import { startStage } from '../helpers/stage.ts'

const PATIENCE = 15_000
const { desk, browser } = await startStage()
const faults: string[] = []

async function open(width: number): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 860 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => faults.push(error.message))
  return page
}

/** A new chat with a person, and what its composer is. */
async function openChat(page: Page) {
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.locator('deskbell-widget').getByText('Chat with us').click()
  return page.locator('deskbell-composer')
}

test('a customer pastes a picture; a person sees it in the console and downloads it', async () => {
  // Somebody is in, so that the customer stands in line.
  const console = await open(1440)
  await console.goto(desk.loginLink())
  await console.locator('deskbell-console-rail').waitFor()

  const page = await open(1120)
  const composer = await openChat(page)
  const bytes = [...(await png(320, 200))]
  await composer.getByRole('textbox').fill('It looks like this')
  await composer.getByRole('textbox').evaluate((field, given) => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(given)], 'rotor.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  }, bytes)
  await composer.getByRole('list', { name: 'Attached files' }).getByText('rotor.png').waitFor()
  await composer.getByRole('button', { name: 'Send' }).click()
  const shown = page.getByRole('log').getByRole('img', { name: 'rotor.png' })
  await shown.waitFor()
  assert.deepEqual(
    await shown.evaluate((image) => [(image as HTMLImageElement).width, (image as HTMLImageElement).height]),
    [240, 150],
  )

  await page.locator('deskbell-handoff-slot').getByText('Talk to a person').click()
  await page.locator('deskbell-handoff-slot .title', { hasText: /in line/ }).waitFor()

  await console.locator('deskbell-console-rail .row', { hasText: 'Waiting for a person' }).first().click()
  await console.locator('deskbell-inbox-list .row').first().click()
  const picture = console.locator('deskbell-thread-files').getByRole('button', { name: /rotor\.png/ })
  const image = picture.locator('img')
  await image.waitFor()
  // Drawn, not only placed.
  await console.waitForFunction(
    (img) => (img as HTMLImageElement)?.naturalWidth > 0,
    await image.elementHandle(),
  )
  await picture.click()
  const large = console.locator('deskbell-thread-files').getByRole('dialog', { name: 'rotor.png' })
  const link = large.getByRole('link', { name: /rotor\.png/ })
  const answer = await console.request.get((await link.getAttribute('href'))!)
  assert.equal(answer.headers()['content-type'], 'image/png')
  assert.deepEqual([...(await answer.body()).subarray(1, 4)], [...Buffer.from('PNG')])

  await console.keyboard.press('Escape')
  await large.waitFor({ state: 'hidden' })

  // And back: the person answers with a paper.
  const reply = console.locator('deskbell-reply-composer')
  await reply.locator('input[type=file]').setInputFiles({
    name: 'Fitting guide.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
  })
  await reply.getByText('Fitting guide.pdf', { exact: true }).waitFor()
  await reply.locator('button[type=submit]').click()
  const paper = page.getByRole('log').getByRole('link', { name: /Fitting guide\.pdf/ })
  const [download] = await Promise.all([page.waitForEvent('download'), paper.click()])
  assert.equal(download.suggestedFilename(), 'Fitting guide.pdf')
  assert.match(await readFile(await download.path(), 'utf8'), /^%PDF/)
  await page.context().close()
  await console.context().close()
})

test('what cannot be sent is refused in the composer’s place, and the text stays', async () => {
  const page = await open(1120)
  const composer = await openChat(page)
  await composer.getByRole('textbox').fill('Here')
  const choose = (name: string, mimeType: string, text: string) =>
    composer.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
  await choose('logo.svg', 'image/svg+xml', '<svg/>')
  await composer.getByText('logo.svg cannot be sent.').waitFor()
  // Only the server can tell.
  await choose('page.png', 'image/png', '<!doctype html><script>alert(1)</script>')
  await composer.getByText('page.png cannot be sent.').waitFor()
  assert.equal(await composer.getByRole('list').count(), 0)
  assert.equal(await composer.getByRole('textbox').inputValue(), 'Here')
  await page.context().close()
})

test('where what takes files cannot be fetched it is said, and the next file is taken', async () => {
  for (const view of ['chat', 'ticket']) {
    const page = await open(1120)
    await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
    await page.evaluate(
      (name) => (window as unknown as { Deskbell(...call: string[]): void }).Deskbell('show', name),
      view,
    )
    await page.route('**/assets/attachment-tray*', (route) => route.abort())
    const place = page.locator(view === 'chat' ? 'deskbell-composer' : 'deskbell-ticket-form')
    const choose = () =>
      place.locator('input[type=file]').setInputFiles({
        name: 'notes.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from('Hello'),
      })
    await choose()
    await place.getByRole('alert').getByText('Our server did not answer.').waitFor()
    await page.unroute('**/assets/attachment-tray*')
    await choose()
    await place.getByRole('list', { name: 'Attached files' }).getByText('notes.txt').waitFor()
    assert.equal(await place.getByRole('alert').count(), 0)
    await page.context().close()
  }
})

test('an upload that is taken away while it runs leaves nothing behind, and the message goes without it', async () => {
  const page = await open(1120)
  const composer = await openChat(page)
  let hold = (): void => {}
  const held = new Promise<void>((resolve) => {
    hold = resolve
  })
  const putting = page.waitForRequest((request) => request.method() === 'PUT')
  await page.route('**/support/widget/attachments/*', async (route) => {
    await held
    await route.abort().catch(() => {})
  })
  await composer.locator('input[type=file]').setInputFiles({
    name: 'notes.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Hello'),
  })
  await composer.getByRole('progressbar', { name: 'Uploading notes.txt' }).waitFor()
  await putting
  await composer.getByRole('button', { name: 'Remove notes.txt' }).click()
  await composer.getByText('notes.txt was removed').waitFor({ state: 'attached' })
  hold()
  await composer.getByRole('textbox').fill('Without it, then')
  await composer.getByRole('button', { name: 'Send' }).click()
  await page.getByRole('log').getByText('Without it, then').waitFor()
  assert.equal(await page.locator('deskbell-message-files').count(), 0)
  await page.context().close()
})

test('nothing of all this was a fault of the pages', () => {
  assert.deepEqual(faults, [])
})
