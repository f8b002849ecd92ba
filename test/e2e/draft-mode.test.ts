// Draft mode from the customer's question to the approved answer: two real browsers, the widget and the console, and
// nothing between them but the server.

import assert from 'node:assert/strict'
import test from 'node:test'
import { asAgent } from '../helpers/agent-api.ts'
import { startStage } from '../helpers/stage.ts'

const { desk, browser } = await startStage()

test('a drafted answer waits for a person, who changes it and sends it; the customer reads it with its sources', async () => {
  const console = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  console.setDefaultTimeout(15_000)
  await console.goto(desk.loginLink())
  await console.locator('deskbell-console-rail').waitFor()
  const { sites } = await asAgent(console, 'GET', '/sites')
  await asAgent(console, 'PATCH', `/sites/${sites[0].id}/assistant`, { settings: { mode: 'draft' } })

  const page = await browser.newPage({ viewport: { width: 390, height: 844 } })
  page.setDefaultTimeout(15_000)
  await page.goto(`${desk.shop}/help.html`)
  await page.locator('[data-deskbell-open="chat"]').first().click()
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill('Can I return brake pads I fitted once?')
  await box.press('Enter')
  const log = page.getByRole('log')
  await log.getByText('a person on our team checks it').waitFor()

  await console.locator('deskbell-console-rail .row', { hasText: 'Drafts to approve' }).click()
  await console.locator('deskbell-inbox-list .row', { hasText: 'Draft waits' }).click()
  const card = console.locator('deskbell-draft-card')
  await card.getByText('Not sent, waits for you').waitFor()
  await card.locator('.body', { hasText: 'clean and not worn through' }).waitFor()
  // Nothing of it has reached the customer.
  assert.equal(await log.getByText('worn through').count(), 0)

  await card.getByRole('button', { name: 'Edit' }).click()
  const reply = console.locator('deskbell-reply-composer').getByRole('textbox')
  await reply.press('Control+Home')
  await reply.pressSequentially('Hi. ')
  await reply.press('Control+Enter')
  await log.getByText(/^Hi\. .*clean and not worn through/s).waitFor()
  // A person's message carries its sources as chips, which open the article where it says so.
  await log.locator('.bubble .chip').first().click()
  await page.getByRole('heading', { name: 'Returning parts you have fitted' }).waitFor()
  await card.waitFor({ state: 'detached' })
  await console.getByText('changed the draft and sent it').waitFor()
  const figures = await asAgent(console, 'GET', '/assistant/drafts/figures?days=1')
  assert.deepEqual([figures.edited, figures.acceptance, figures.pending], [1, 1, 0])
})
