// One conversation, two agents and a customer at once, each in a browser of their own: who looks, who writes, whose reply
// crosses another's, what the team tells itself, and what becomes of the conversation.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { asAgent } from '../helpers/agent-api.ts'
import { eventually } from '../helpers/bounded-wait.ts'
import { isClean } from '../helpers/console-story.ts'
import { startStage } from '../helpers/stage.ts'

const PATIENCE = 15_000
const { desk, browser } = await startStage()
const faults: string[] = []

async function open(address: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => faults.push(error.message))
  await page.goto(address)
  return page
}

const composer = (page: Page) => page.locator('deskbell-reply-composer')
const reply = (page: Page) => composer(page).locator('textarea')
const thread = (page: Page) => page.locator('deskbell-conversation-thread')
const strip = (page: Page) => thread(page).locator('.strip').first()

async function say(page: Page, text: string): Promise<void> {
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill(text)
  await box.press('Enter')
  await page.getByRole('log').getByText(text).waitFor()
}

async function more(page: Page, what: string): Promise<void> {
  await thread(page).locator('deskbell-console-menu.more').click()
  await page.getByRole('menuitem', { name: what }).click()
}

test('two agents and a customer in one conversation', async (t) => {
  const mika = await open(desk.loginLink())
  await mika.locator('deskbell-console-rail').waitFor()
  const { agents } = await asAgent(mika, 'GET', '/admin/agents')
  const { id: anaId } = agents.find(({ name }: { name: string }) => name === 'Ana')
  const own = desk.lastLink()
  await asAgent(mika, 'POST', `/admin/agents/${anaId}/invite`, {})
  await eventually(() => desk.lastLink() !== own)
  await asAgent(mika, 'POST', '/canned-replies', {
    shortcut: 'bolts',
    title: 'Old bolts',
    body: 'Your old bolts are fine, says {{agent.first_name|the workshop}}. Order {{custom.order|none}}.',
  })

  const customer = await open(`${desk.shop}/help.html`, 390)
  await customer.locator('[data-deskbell-open="chat"]').first().click()
  await say(customer, 'human please')
  await mika.locator('deskbell-console-rail .row', { hasText: 'Waiting for a person' }).click()
  await mika.locator('deskbell-inbox-list .row').first().click()
  await thread(mika).locator('.accept').click()
  await composer(mika).getByRole('button', { name: /^Send/ }).first().waitFor()
  const conversationId = await thread(mika).evaluate(
    (element) => (element as HTMLElement & { view: { id: string } }).view.id,
  )

  const ana = await open(desk.lastLink())
  await ana.locator('deskbell-console-rail').waitFor()
  await ana.goto(`${desk.server}/console#/open/${conversationId}`)
  await thread(ana).locator('.log').waitFor()

  await t.test('each sees that the other looks, and who is writing', async () => {
    await thread(mika).getByLabel('Ana looking at this too').waitFor()
    await reply(ana).pressSequentially('I look it up', { delay: 20 })
    await strip(mika).getByText('Ana is writing to').waitFor()
    await customer
      .locator('deskbell-composer')
      .getByRole('textbox')
      .pressSequentially('The rotor', { delay: 20 })
    await thread(ana).locator('.typing .body', { hasText: 'The rotor' }).waitFor()
  })

  await t.test('the team sees whether the customer reads or only has the site open, and where', async () => {
    const sidebar = mika.locator('deskbell-customer-sidebar')
    const seen = (words: string) => sidebar.locator('header').getByText(words).waitFor()
    await seen('Reading now')
    await customer.locator('deskbell-composer').getByRole('textbox').press('Escape')
    await seen('On the site')
    await customer.locator('deskbell-launcher').getByRole('button').first().click()
    await seen('Reading now')
    await sidebar.getByText(/^(Headless)?Chrome, /).waitFor()
    await sidebar.locator('deskbell-visited-pages a').first().waitFor()
    const page = await sidebar.locator('deskbell-visited-pages a').first().getAttribute('href')
    assert.equal(page, `${desk.shop}/help.html`)
  })

  await t.test('a reply that crosses another is held until somebody decides', async () => {
    await reply(mika).fill('A new one is on its way.')
    await reply(ana).press('Control+Enter')
    await customer.getByRole('log').getByText('I look it up').waitFor()
    await reply(mika).press('Control+Enter')
    await strip(mika).getByText('Send anyway?').waitFor()
    assert.equal(await customer.getByRole('log').getByText('on its way').count(), 0)
    await isClean(mika, 'a held reply')
    await strip(mika).getByRole('button', { name: 'Send anyway' }).click()
    await customer.getByRole('log').getByText('A new one is on its way.').waitFor()
  })

  await t.test('a note calls for a colleague, and a canned reply fills itself in', async () => {
    await composer(mika).getByText('Note', { exact: true }).click()
    await reply(mika).pressSequentially('@an')
    await composer(mika).locator('.choice', { hasText: 'Ana' }).waitFor()
    await reply(mika).press('Enter')
    await reply(mika).pressSequentially('look at batch 2411')
    await reply(mika).press('Control+Enter')
    await thread(ana).locator('.note strong > em', { hasText: '@Ana' }).waitFor()
    await composer(mika).getByText('Reply', { exact: true }).click()
    await reply(mika).pressSequentially('/bol')
    await composer(mika).locator('.choice', { hasText: 'Old bolts' }).waitFor()
    await reply(mika).press('Enter')
    assert.match(await reply(mika).inputValue(), /^Your old bolts are fine, says .+\. Order none\.$/)
    await reply(mika).press('Control+Enter')
    await customer.getByRole('log').getByText('Your old bolts are fine').waitFor()
  })

  await t.test(
    'sent and resolved in one step, which is taken back: the conversation is there again',
    async () => {
      await reply(mika).fill('The workshop knows more.')
      await reply(mika).press('Control+Shift+Enter')
      await mika.locator('deskbell-undo-line .way').waitFor()
      await customer.getByRole('log').getByText('The workshop knows more.').waitFor()
      await mika.keyboard.press('Control+z')
      await mika.locator('deskbell-undo-line').getByText('Taken back').waitFor()
      await reply(mika).waitFor()
      await thread(mika)
        .getByText(/reopened this/)
        .waitFor()
    },
  )

  await t.test('sent and snoozed in one step, it comes back when the customer writes', async () => {
    await reply(mika).fill('I ask the workshop.')
    await composer(mika).locator('deskbell-console-menu.split').click()
    await mika.getByRole('menuitem', { name: 'Send and snooze' }).click()
    await mika.getByRole('option', { name: /^Tomorrow/ }).click()
    await strip(mika).getByText('Snoozed until').waitFor()
    await customer.getByRole('log').getByText('I ask the workshop.').waitFor()
    await say(customer, 'One more thing')
    await thread(mika)
      .getByText(/Back from snooze, because/)
      .waitFor()
  })

  await t.test(
    'messages are split off, and the new conversation is merged back, which can be undone',
    async () => {
      await more(mika, 'Split messages off')
      await thread(mika).locator('.choose').last().check()
      await thread(mika).getByRole('button', { name: 'Split off' }).click()
      await thread(mika)
        .getByText(/split this off from/)
        .waitFor()
      await thread(mika).getByText('One more thing').first().waitFor()
      await more(mika, 'Merge into another')
      const panel = mika.locator('deskbell-join-conversation')
      await panel.getByRole('radio').first().check()
      await panel.getByText('human please').waitFor()
      await panel.getByRole('button', { name: 'Merge', exact: true }).click()
      await thread(ana).locator('.fold button', { hasText: 'from DB-' }).click()
      await thread(ana).locator('.folded').getByText('One more thing').waitFor()
      await isClean(ana, 'a merged conversation, unfolded')
      await mika.locator('body').press('Control+z')
      await thread(ana)
        .getByText(/took the merge with/)
        .waitFor()
    },
  )

  assert.deepEqual(faults, [])
})
