// A day's smallest job without a mouse: the oldest waiting chat is taken, tagged, answered from an article and resolved.
// Every key is counted. Then what was done is taken back by the same keys.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { asAgent } from '../helpers/agent-api.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { isClean } from '../helpers/console-story.ts'
import { startStage } from '../helpers/stage.ts'

const MOST_KEYS = 11
const { desk, browser } = await startStage()
const faults: string[] = []

async function open(url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(url)
  return page
}

async function waitingVisitor(text: string): Promise<Page> {
  const page = await open(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.locator('deskbell-launcher').getByRole('button').first().click()
  await page.evaluate(() =>
    (globalThis as unknown as { Deskbell(...call: string[]): void }).Deskbell('show', 'chat'),
  )
  const box = page.locator('deskbell-composer').getByRole('textbox')
  for (const words of [text, 'I want to talk to a person']) {
    await box.fill(words)
    await box.press('Enter')
  }
  await page
    .locator('deskbell-handoff-slot')
    .locator('.title', { hasText: /in line|Nobody is in/ })
    .waitFor()
  return page
}

test('the oldest waiting chat is taken, tagged, answered from an article and resolved by keys alone', async () => {
  const nora = await waitingVisitor('My rotor came bent')
  await waitingVisitor('Where is my parcel')
  const mika = await open(desk.loginLink())
  await mika.locator('deskbell-console-rail').waitFor()
  await asAgent(mika, 'POST', '/tags', { name: 'bent-rotor' })

  let keys = 0
  const press = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      keys++
      await mika.keyboard.press(name)
    }
  }
  const thread = mika.locator('deskbell-conversation-thread')
  const palette = mika.locator('deskbell-command-palette')

  await press('g', 'w')
  await mika.locator('deskbell-inbox-list .row').nth(1).waitFor()
  await press(']')
  await thread.getByText('My rotor came bent').first().waitFor()
  await press('i')
  await thread.getByText('accepted').first().waitFor()

  await press('l')
  await mika.locator('deskbell-desk-picker input').waitFor()
  await mika.keyboard.type('bent-rotor')
  await press('Enter', 'Escape')
  await mika.locator('deskbell-customer-sidebar .tags').getByText('bent-rotor').waitFor()

  await press('ControlOrMeta+k')
  await palette.locator('input').waitFor()
  await mika.keyboard.type('brake pads')
  const article = palette.locator('[role=group][aria-label=Articles] [role=option]').last()
  await article.waitFor()
  // Articles stand last: one step up from the first row is the last one.
  await press('ArrowUp')
  const title = await palette.locator('[aria-selected=true] .words').innerText()
  await press('ControlOrMeta+Enter')
  const reply = mika.locator('deskbell-reply-composer').getByRole('textbox')
  await eventually(async () => (await reply.inputValue()).includes('http'))
  await press('ControlOrMeta+Shift+Enter')
  assert.ok(keys <= MOST_KEYS, `it took ${keys} keys`)
  await nora.getByRole('log').getByText(title.split('\n')[0]!).first().waitFor()
  const resolved = async (): Promise<string[]> =>
    (await asAgent(mika, 'GET', '/conversations?view=resolved')).conversations.map(
      ({ tags }: { tags: { name: string }[] }) => tags.map(({ name }) => name).join(),
    )
  await eventually(async () => (await resolved()).includes('bent-rotor'))
  assert.deepEqual(faults, [])

  // Another one, and back: what the keys did, they take back.
  await mika.keyboard.press('Escape')
  const before = (await resolved()).length
  for (const key of ['g', 'w', ']']) await mika.keyboard.press(key)
  await thread.getByText('Where is my parcel').first().waitFor()
  await mika.keyboard.press('i')
  await thread.getByText('accepted').first().waitFor()
  await mika.keyboard.press('e')
  await mika.locator('deskbell-undo-line .way').waitFor()
  await eventually(async () => (await resolved()).length === before + 1)
  await mika.keyboard.press('ControlOrMeta+z')
  await mika.locator('deskbell-undo-line').getByText('Taken back').waitFor()
  await eventually(async () => (await resolved()).length === before)

  // What keys there are.
  await mika.keyboard.press('?')
  await mika.getByRole('dialog', { name: 'All keys' }).waitFor()
  await isClean(mika, 'the sheet of keys')
  assert.deepEqual(faults, [])
})
