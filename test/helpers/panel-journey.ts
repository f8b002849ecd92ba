// One walk through every view and state of the real panel, the same in every language and on every screen: it goes by
// the page's API and by what things are, never by their words. Whoever walks along looks at each state.

import type { Page } from 'playwright-core'

export const QUESTION = 'Can I return brake pads I fitted once?'

export interface Journey {
  page: Page
  /** Origin of the shop. */
  shop: string
  /** Lets the model end the answer it is writing; absent where no model writes. */
  endAnswer?: () => void
  /** Called in every state, with its name, once it has settled. */
  visit: (state: string) => Promise<void>
}

const call = (page: Page, ...args: unknown[]): Promise<void> =>
  page.evaluate(
    (command) => void (window as unknown as { Deskbell(...a: unknown[]): unknown }).Deskbell(...command),
    args,
  )

/** Fonts, fetched chunks and whatever moved have come to rest. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done))
    await frame()
    await Promise.all(document.getAnimations().map((one) => one.finished.catch(() => {})))
    await frame()
  })
}

export async function walkPanel({ page, shop, endAnswer, visit }: Journey): Promise<void> {
  const panel = page.locator('deskbell-widget')
  const composer = page.locator('deskbell-composer').last().getByRole('textbox')
  const thread = page.getByRole('log').last()
  const look = async (state: string): Promise<void> => {
    await settle(page)
    await visit(state)
  }

  await page.goto(`${shop}/product.html?p=skarv-rotor`)
  const launcher = page.locator('deskbell-launcher').getByRole('button').first()
  await launcher.waitFor()
  await look('launcher')

  await launcher.click()
  await panel.locator('deskbell-home .rows:not(.unsettled)').waitFor()
  await look('home')

  await call(page, 'show', 'help')
  await panel.locator('deskbell-help .row').first().waitFor()
  await look('help')
  const search = page.locator('deskbell-help').last().locator('input')
  const hits = panel.locator('deskbell-help .hit')
  await search.fill('where is my parcel?')
  await hits.first().waitFor()
  await look('help, found')
  await search.fill('zqxj vwkp')
  await panel.locator('deskbell-help .ask').waitFor()
  await look('help, nothing found')
  await search.fill('where is my parcel?')
  await hits.first().click()
  await panel.locator('deskbell-article article').waitFor()
  await look('article')

  await call(page, 'newTicket')
  const form = panel.locator('deskbell-ticket-form')
  await form.locator('form').waitFor()
  await look('ticket form')
  await form.locator('[type=submit]').click()
  await form.locator('.fault').first().waitFor()
  await look('ticket form with faults')
  await form.locator('[name=subject]').fill('The rotor came bent')
  await form.locator('[name=description]').fill('It rubs at every turn.')
  await form.locator('[name=name]').fill('Nora')
  await form.locator('[name=email]').fill('nora@example.com')
  await form.locator('[type=submit]').click()
  const reference = (await form
    .getByText(/DB-[0-9A-Z]{8}/)
    .first()
    .textContent())!.match(/DB-\w{8}/)![0]
  await look('ticket sent')
  await call(page, 'show', 'status')
  await panel.locator('deskbell-ticket-status form').waitFor()
  await panel.locator('deskbell-ticket-status [type=submit]').click()
  await look('status form with faults')
  await call(page, 'showTicket', reference, 'nora@example.com')
  await panel.locator('deskbell-ticket-status').getByText('It rubs at every turn.').waitFor()
  await look('status')

  await call(page, 'show', 'chat')
  await composer.waitFor()
  await look('chat, empty')
  await composer.fill(QUESTION)
  await composer.press('Enter')
  if (endAnswer) {
    await thread.locator('.running .said').waitFor()
    await look('chat, answer being written')
    endAnswer()
  }
  await thread.locator('.sources').waitFor()
  await look('chat, answered')
  await thread.locator('.tools-toggle').first().click()
  await thread.locator('.tools').waitFor()
  await look('chat, changing a message')
  await page.keyboard.press('Escape')
  await page.locator('deskbell-handoff-slot button.slot').click()
  await page.locator('deskbell-handoff-slot .two').waitFor()
  await look('chat, waiting for a person')

  await page.context().setOffline(true)
  await composer.fill('Are you there?')
  await composer.press('Enter')
  await thread.locator('.own .plain').waitFor()
  await page.locator('deskbell-handoff-slot .two').waitFor({ state: 'detached' })
  await look('chat, offline')
  await page.context().setOffline(false)
  await thread.locator('.own .plain').waitFor({ state: 'detached' })

  await page.locator('deskbell-chat .menu').click()
  const menu = page.locator('deskbell-chat-menu')
  await menu.locator('button').last().waitFor()
  await look('chat, menu')
  await menu.locator('button').last().click()
  await page.locator('deskbell-chat-task button').first().waitFor()
  await look('chat, asked whether to end')
  await page.locator('deskbell-chat-task button').first().click()
  await page.locator('deskbell-rating form').waitFor()
  await look('chat, ended')

  await call(page, 'show', 'conversations')
  await panel.locator('deskbell-conversations .row').first().waitFor()
  await look('conversations')
  await call(page, 'show', 'home')
  await panel.locator('deskbell-home').waitFor()
  await look('home, come back')

  await page.route('**/support/widget/config*', (route) => route.abort())
  await page.reload()
  await launcher.click()
  await panel.getByRole('alert').waitFor()
  await look('failed')
  await page.unroute('**/support/widget/config*')
}
