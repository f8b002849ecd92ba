// What a site asks and says by itself, in a real browser against the real process: a message that begins a talk, the
// questions before a chat, a ticket's own fields, and what of it the team sees; help by topic.

import assert from 'node:assert/strict'
import test, { before } from 'node:test'
import type { Page } from 'playwright-core'
import { asAgent } from '../helpers/agent-api.ts'
import { startStage } from '../helpers/stage.ts'

const PATIENCE = 15_000
const { desk, browser } = await startStage()
let console: Page
const faults: string[] = []

before(async () => {
  console = await open()
  await console.goto(desk.loginLink())
  await console.locator('deskbell-console-rail').waitFor()
  const { sites } = await asAgent(console, 'GET', '/sites')
  await asAgent(console, 'PATCH', `/sites/${sites[0].id}`, {
    settings: {
      proactive: [
        {
          id: 'sizes',
          text: 'Not sure which size fits?',
          url: '/product.html',
          scroll_percent: 20,
          choices: [{ label: 'Help me choose' }],
        },
      ],
      chat: {
        pre_chat: [
          { key: 'name', label: 'Your name', type: 'text', required: true },
          { key: 'bike', label: 'Your bike', type: 'text', required: false },
        ],
      },
      ticket: { fields: [{ key: 'order', label: 'Order number', type: 'text', required: true }] },
    },
  })
})

async function open(): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1120, height: 760 }, locale: 'en-GB' })
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE)
  page.on('pageerror', (error) => faults.push(error.message))
  return page
}

const newest = async () => (await asAgent(console, 'GET', '/conversations?view=open')).conversations[0]
const storedKeys = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])

test('a message of the site: shown when its conditions hold, answered by one tap, first in the talk on both sides', async () => {
  const page = await open()
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  const card = page.locator('deskbell-proactive')
  // What would wait for a scroll is there once the page has come to rest.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.includes('/proactive-')),
  )
  assert.deepEqual(await storedKeys(page), [])
  assert.equal(await card.count(), 0)
  await page.evaluate(() => {
    document.body.style.minBlockSize = '3000px'
    scrollTo(0, document.documentElement.scrollHeight)
  })
  await card.getByText('Not sure which size fits?').first().waitFor()
  assert.deepEqual(await storedKeys(page), ['deskbell-proactive'])

  await card.getByRole('button', { name: 'Help me choose' }).click()
  const questions = page.locator('deskbell-pre-chat')
  await questions.getByLabel('Your name').fill('Nora')
  await questions.getByLabel('Your bike (optional)').fill('Skarv 29')
  await questions.getByRole('button', { name: 'Start chat' }).click()
  const thread = page.getByRole('log')
  await thread.getByText('Not sure which size fits?').waitFor()
  await thread.getByText('Help me choose', { exact: true }).first().waitFor()

  const conversation = await newest()
  assert.equal(conversation.contact.name, 'Nora')
  assert.deepEqual(conversation.fields, [{ key: 'bike', label: 'Your bike', value: 'Skarv 29' }])
  const { events } = await asAgent(console, 'GET', `/conversations/${conversation.id}/events`)
  const said = events.filter(({ type }: { type: string }) => type === 'message.created')
  assert.deepEqual(
    said
      .slice(0, 2)
      .map(({ actor, data }: never) => [(actor as { kind: string }).kind, (data as { body: string }).body]),
    [
      ['bot', 'Not sure which size fits?'],
      ['contact', 'Help me choose'],
    ],
  )
  await page.context().close()
})

test('a message of the site: closed by Escape, it stays away on the next page and after a reload', async () => {
  const page = await open()
  const card = page.locator('deskbell-proactive')
  const visit = async () => {
    await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/proactive-')),
    )
    await page.evaluate(() => {
      document.body.style.minBlockSize = '3000px'
      scrollTo(0, document.documentElement.scrollHeight)
    })
  }
  await visit()
  await card.waitFor()
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'detached' })
  await visit()
  // Its module looks at every scroll and every second.
  await page.evaluate(() => new Promise((done) => setTimeout(done, 1500)))
  assert.equal(await card.count(), 0)
  await page.context().close()
})

test('a ticket with the site’s own field: asked for, kept over a reload, and beside the ticket in the console', async () => {
  const page = await open()
  const form = page.locator('deskbell-ticket-form')
  const openForm = async () => {
    await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
    await page.evaluate(() =>
      (window as unknown as { Deskbell(...a: unknown[]): void }).Deskbell('newTicket'),
    )
    await form.getByLabel('Order number').waitFor()
  }
  await openForm()
  await form.getByLabel('Subject').fill('Rotor arrived bent')
  await form.getByLabel('What happened').fill('It rubs once per turn.')
  await form.getByLabel('Your name').fill('Nora')
  await form.getByLabel('E-mail').fill('nora@example.com')
  await form.getByRole('button', { name: 'Send ticket' }).click()
  await form.getByText('This is needed').waitFor()
  await form.getByLabel('Order number').fill('F-1042')
  await openForm()
  assert.equal(await form.getByLabel('Order number').inputValue(), 'F-1042')
  assert.equal(await form.getByLabel('Subject').inputValue(), 'Rotor arrived bent')
  await form.getByRole('button', { name: 'Send ticket' }).click()
  await page.getByText('We have it.').waitFor()
  const { fields } = await newest()
  assert.deepEqual(fields, [{ key: 'order', label: 'Order number', value: 'F-1042' }])
  await page.context().close()
})

test('help by topic: from the topics to one of them and to an article, and back again', async () => {
  const page = await open()
  await page.goto(`${desk.shop}/product.html?p=skarv-rotor`)
  await page.evaluate(() =>
    (window as unknown as { Deskbell(...a: unknown[]): void }).Deskbell('show', 'help'),
  )
  const help = page.locator('deskbell-help')
  const topic = help.getByRole('button', { name: /^Returns/ })
  await topic.click()
  const inTopic = help.last()
  await inTopic.getByRole('heading', { name: 'Returns' }).waitFor()
  await inTopic.locator('[data-hit]').first().click()
  await page.locator('deskbell-article').getByRole('button', { name: 'Yes' }).click()
  await page.locator('deskbell-article').getByPlaceholder('Anything to add?').fill('Clear')
  await page.locator('deskbell-article').getByRole('button', { name: 'Send' }).click()
  await page.locator('deskbell-article').getByText('Thank you, noted.').waitFor()
  assert.deepEqual(faults, [])
  await page.context().close()
})
