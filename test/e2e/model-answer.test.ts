// With OPENAI_BASE_URL set, a model writes: the customer sees the answer grow, stops another one, and reads on the
// page of a phone, in Arabic, in the dark.

import assert from 'node:assert/strict'
import test from 'node:test'
import { launchBrowser } from '../helpers/browser.ts'
import { runDesk } from '../helpers/running-desk.ts'
import { type SeenRequest, scriptedModel } from '../helpers/scripted-model.ts'

/** The number under which the prompt holds the passage with these words. */
const numberOf = ({ messages }: SeenRequest, words: string): string => {
  const passages = messages[0]!.content.split('<passage ').slice(1)
  return /number="(\d+)"/.exec(passages.find((passage) => passage.includes(words))!)![1]!
}

test('a model’s answer grows on the page, sentence by sentence, and ends as a cited message', async (t) => {
  const go = Promise.withResolvers<void>()
  const model = await scriptedModel((seen) => {
    const n = numberOf(seen, 'clean and not worn through')
    return {
      do: 'stream',
      pieces: [`Fitted parts can come back if they are clean. [${n}] `, 'And ', `not worn through. [${n}]`],
      until: go.promise,
    }
  })
  t.after(() => model.close())
  const desk = await runDesk({ OPENAI_BASE_URL: model.baseUrl })
  t.after(() => desk.close())
  const browser = await launchBrowser()
  t.after(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme: 'dark' })
  page.setDefaultTimeout(15_000)
  await page.goto(`${desk.shop}/help.html`)
  await page.locator('[data-deskbell-open="chat"]').first().click()
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill('Can I return brake pads I fitted once?')
  await box.press('Enter')
  const log = page.getByRole('log')
  await log.getByText('Fitted parts can come back if they are clean.').waitFor()
  await log.getByText('is writing').waitFor()
  assert.equal(await log.locator('.sources').count(), 0)
  go.resolve()
  await log.locator('.sources').getByText('Returning parts you have fitted').waitFor()
  await log.getByText('is writing').waitFor({ state: 'detached' })
  assert.equal(await log.getByText('not worn through').count(), 1)
})
