// The AI agent does something: the customer is asked in the chat and says yes by keyboard, the owner's endpoint is called
// once; and the page tells of this visitor's cart by a tool of its own.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { asAgent } from '../helpers/agent-api.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { runDesk } from '../helpers/running-desk.ts'
import { type ModelTurn, type SeenRequest, scriptedModel } from '../helpers/scripted-model.ts'
import { json, toolEndpoint } from '../helpers/tool-endpoint.ts'

const REFUND = {
  name: 'refund_order',
  title: 'Refund an order',
  description: 'Refunds an order of the customer.',
  explanation: 'The whole amount goes back to the card it was paid with.',
  parameters: {
    type: 'object',
    properties: { order: { type: 'string', title: 'Order' } },
    required: ['order'],
  },
  effect: 'write',
}

/** What the model does follows from what it was told. */
function script({ messages }: SeenRequest): ModelTurn {
  const told = messages[0]!.content
  const asked = messages.at(-1)!.content
  if (asked.includes('cart'))
    return told.includes('2 brake pads')
      ? say('Your cart holds 2 brake pads. [1]')
      : { do: 'call', calls: [{ name: 'get_cart', input: {} }] }
  const [, number] = /number="(\d+)" article="Refund an order"/.exec(told) ?? []
  return number
    ? say(`The order FJ-1 is refunded. [${number}]`)
    : { do: 'call', calls: [{ name: 'refund_order', input: { order: 'FJ-1' } }] }
}
const say = (text: string): ModelTurn => ({ do: 'stream', pieces: [text] })

async function ask(page: Page, text: string): Promise<void> {
  const box = page.locator('deskbell-composer').getByRole('textbox')
  await box.fill(text)
  await box.press('Enter')
}

test('tools: a customer approves by keyboard, the endpoint is called once, and a page’s own tool answers', async (t) => {
  const model = await scriptedModel(script)
  t.after(() => model.close())
  const endpoint = await toolEndpoint(t, json({ result: 'parcel FJ-1 refunded' }))
  const desk = await runDesk({ OPENAI_BASE_URL: model.baseUrl, OUTBOUND_ALLOW: '127.0.0.1/32' })
  t.after(() => desk.close())
  const browser = await launchBrowser()
  t.after(() => browser.close())
  const context = await browser.newContext()

  const owner = await (await browser.newContext()).newPage()
  await owner.goto(desk.loginLink())
  await owner.locator('deskbell-console-rail').first().waitFor()
  const { sites } = await asAgent(owner, 'GET', '/sites')
  await asAgent(owner, 'POST', `/sites/${sites[0].id}/tools`, { ...REFUND, endpoint: endpoint.url })

  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  await page.goto(`${desk.shop}/help.html`)
  await page.evaluate(() => {
    // biome-ignore lint/suspicious/noExplicitAny: the page's own counter
    const seen = window as any
    seen.asked = 0
    window.Deskbell!('registerTool', {
      name: 'get_cart',
      description: 'What lies in the cart of this visitor.',
      handler() {
        seen.asked++
        return { cart: '2 brake pads' }
      },
    })
  })
  await page.locator('[data-deskbell-open="chat"]').first().click()
  await ask(page, 'What is in my cart right now?')
  const log = page.getByRole('log')
  await log.getByText('Your cart holds 2 brake pads.').waitFor()
  assert.equal(await page.evaluate(() => (window as unknown as { asked: number }).asked), 1)

  await ask(page, 'Please take back order FJ-1')
  const card = page.locator('deskbell-action-card').getByRole('group', { name: 'Refund an order' })
  await card.waitFor()
  assert.equal(endpoint.seen.length, 0)
  assert.match(await card.innerText(), /The whole amount goes back[\s\S]*Order\s*FJ-1/)
  await card.getByRole('button', { name: 'Yes, do it' }).focus()
  await page.keyboard.press('Enter')
  await log.getByText('The order FJ-1 is refunded.').waitFor()
  await card.waitFor({ state: 'detached' })
  assert.deepEqual(
    endpoint.seen.map(({ body }) => body.input),
    [{ order: 'FJ-1' }],
  )
})
