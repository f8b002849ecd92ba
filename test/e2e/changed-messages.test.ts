// A customer corrects and deletes what they wrote with the keyboard alone, on a page with a strict policy; a person
// sees it and corrects a reply of their own; after a reload nothing that was deleted is anywhere.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../helpers/browser.ts'
import { runDesk } from '../helpers/running-desk.ts'

const log = (page: Page) => page.getByRole('log')
const box = (page: Page, composer: string) => page.locator(composer).getByRole('textbox')

test('messages are changed and deleted by keyboard, and both sides read what is left', async (t) => {
  const desk = await runDesk()
  t.after(() => desk.close())
  const browser = await launchBrowser()
  t.after(() => browser.close())
  const faults: string[] = []
  const window = async (url: string): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
    const page = await context.newPage()
    page.setDefaultTimeout(15_000)
    page.on('pageerror', (error) => faults.push(error.message))
    await page.goto(url)
    return page
  }
  const openChat = async (page: Page): Promise<void> => {
    await page.locator('deskbell-launcher').getByRole('button').first().click()
    await page.evaluate(() =>
      (globalThis as unknown as { Deskbell(...call: string[]): void }).Deskbell('show', 'chat'),
    )
  }

  const nora = await window(`${desk.shop}/product.html?p=skarv-rotor`)
  await openChat(nora)
  const writing = box(nora, 'deskbell-composer')
  const say = async (text: string): Promise<void> => {
    await writing.fill(text)
    await writing.press('Enter')
  }
  await say('I want to talk to a person')
  await nora
    .locator('deskbell-handoff-slot')
    .locator('.title', { hasText: /in line|Nobody is in/ })
    .waitFor()
  await say('My rotor came bemt')
  const toggle = (text: string) => log(nora).locator('.item', { hasText: text }).locator('.tools-toggle')
  await toggle('bemt').focus()
  await nora.keyboard.press('Enter')
  await nora.keyboard.press('Enter')
  await nora.getByText('Editing your message').waitFor()
  await nora.keyboard.press('ControlOrMeta+a')
  await nora.keyboard.type('My rotor came bent')
  await nora.keyboard.press('Enter')
  await log(nora).getByText('Edited').waitFor()
  assert.equal(await writing.inputValue(), '')
  await say('My card is 4111 1111 1111 1111')
  await toggle('4111').focus()
  for (const key of ['Enter', 'Tab', 'Enter', 'Shift+Tab', 'Enter']) await nora.keyboard.press(key)
  await log(nora).getByText('Message deleted').waitFor()

  const mika = await window(desk.loginLink())
  await mika.locator('deskbell-console-rail .row', { hasText: 'Waiting for a person' }).first().click()
  await mika.locator('deskbell-inbox-list .row').first().click()
  const seen = mika.locator('deskbell-conversation-thread')
  await seen.getByText('My rotor came bent').waitFor()
  await seen.getByText('Message deleted').waitFor()
  await mika.locator('.accept').click()
  const reply = box(mika, 'deskbell-reply-composer')
  await reply.fill('A new one leave today')
  await reply.press('ControlOrMeta+Enter')
  await log(nora).getByText('A new one leave today').waitFor()
  await reply.press('ArrowUp')
  assert.equal(await reply.inputValue(), 'A new one leave today')
  await reply.fill('A new one leaves today')
  await reply.press('ControlOrMeta+Enter')
  await log(nora).getByText('A new one leaves today').waitFor()

  for (const page of [nora, mika]) await page.reload()
  await nora.locator('deskbell-launcher').getByRole('button').first().click()
  await nora.locator('deskbell-home .talk').first().click()
  for (const page of [nora, mika]) {
    const thread = page === nora ? log(nora) : seen
    if (page === mika) {
      await mika.locator('deskbell-console-rail .row', { hasText: 'Mine' }).first().click()
      await mika.locator('deskbell-inbox-list .row').first().click()
    }
    await thread.getByText('A new one leaves today').waitFor()
    await thread.getByText('Message deleted').waitFor()
    assert.doesNotMatch(await thread.innerText(), /4111|bemt|leave today/)
  }
  assert.deepEqual(faults, [])
})
