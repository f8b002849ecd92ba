// An owner tries the AI agent on its page and makes it draft; the next customer's answer waits for a person.

import assert from 'node:assert/strict'
import test from 'node:test'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()

test('the AI agent is tried with settings that are not saved, then set, under the strict policy', async () => {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await page.goto(desk.loginLink())
  await page.locator('deskbell-console-rail').getByRole('button', { name: 'AI agent' }).click()
  await page.waitForURL(/#\/settings\/assistant$/)
  const question = page.getByLabel('Your question as a customer')
  await question.fill('Can I return brake pads I fitted once?')
  await page.getByRole('button', { name: 'Ask' }).click()
  await page.locator('.said', { hasText: 'clean and not worn through' }).waitFor()
  await page.locator('.sources a', { hasText: 'Returning parts you have fitted' }).first().waitFor()
  await page.locator('summary', { hasText: 'passage' }).click()
  await page
    .locator('.passages', { hasText: /Score \d/ })
    .first()
    .waitFor()

  await page.getByRole('radio', { name: 'Drafts' }).press('Space')
  // The same again would be a customer who was not helped.
  await question.fill('How long until I get my money back?')
  await page.getByRole('button', { name: 'Ask' }).click()
  await page.locator('.decision', { hasText: 'as a draft' }).waitFor()
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.locator('form footer').getByText('Saved').waitFor()
  await page.reload()
  await page.getByRole('radio', { name: 'Drafts', checked: true }).waitFor()
  const mode = await page.evaluate(async () => {
    const { sites } = await (await fetch('/api/v1/sites')).json()
    return (await (await fetch(`/api/v1/sites/${sites[0].id}/assistant`)).json()).assistant.settings.mode
  })
  assert.equal(mode, 'draft')
  // Each of its pages has an address, and the former one leads here.
  const settings = page.locator('deskbell-settings')
  for (const [name, words] of [
    ['Sensitive topics', 'Sensitive subjects'],
    ['Budget and limits', 'Tokens a day'],
    ['Tools it may use', 'Add a tool'],
    ['Playground', 'Ask as a customer would'],
    ['Runs', 'All runs'],
    ['Cases', 'All cases'],
  ] as const) {
    await settings.locator('nav').getByRole('button', { name, exact: true }).click()
    await settings.locator('.outlet').getByText(words).first().waitFor({ state: 'attached' })
  }
  await page.goto(new URL('/console/assistant', page.url()).href)
  await page.waitForURL(/#\/settings\/assistant$/)
  await settings.getByRole('heading', { name: 'AI agent' }).waitFor()
  assert.deepEqual(faults, [])
})
