// What two agents find again and put to use, in one desk and two browsers: a message in a long thread, the link to it, what
// is new, a language that is not theirs, articles beside the conversation, and what one wrote on another device.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { eventually } from '../helpers/bounded-wait.ts'
import { launchBrowser } from '../helpers/browser.ts'
import {
  colleague,
  inbox,
  isClean,
  keepsFocus,
  openConsole,
  row,
  thread,
  writer,
} from '../helpers/console-story.ts'
import type { Desk } from '../helpers/desk.ts'
import { draftDesk, numberOf, QUESTION } from '../helpers/draft-desk.ts'
import type { ModelTurn, SeenRequest } from '../helpers/scripted-model.ts'

const ARTICLE = {
  title: 'Bleeding the brakes',
  summary: 'Twice a year.',
  body: 'Bleed the brakes twice a year.',
}

/** A model that answers the customer, translates and writes articles, each as it is asked. */
function script(seen: SeenRequest): ModelTurn {
  const rules = seen.messages[0]!.content
  if (rules.includes('translate a message')) return { do: 'stream', pieces: ['The chain jumps.'] }
  if (rules.includes('write a help article')) return { do: 'whole', text: JSON.stringify(ARTICLE) }
  const words = 'clean and not worn through'
  return {
    do: 'stream',
    pieces: [`Fitted parts can come back if they are ${words}. [${numberOf(seen, words)}]`],
  }
}

/** The customer has said so much more that no thread is opened with all of it. */
async function lengthen(desk: Desk, id: string, messages: number): Promise<void> {
  await desk.db.query(
    `with more as (
       update conversations set last_seq = last_seq + $2, last_pub_seq = last_pub_seq + $2 where id = $1
       returning last_seq - $2 as seq, last_pub_seq - $2 as pub_seq)
     insert into conversation_events (conversation_id, seq, pub_seq, workspace_id, id, type, actor_kind, actor_id,
                                      actor_name, data)
     select conversation_id, more.seq + n, more.pub_seq + n, workspace_id, gen_random_uuid(), type, actor_kind, actor_id,
            actor_name, data || jsonb_build_object('body', 'Mile ' || n, 'content', jsonb_build_array(
              jsonb_build_object('type', 'paragraph', 'children', jsonb_build_array('Mile ' || n))))
       from (select * from conversation_events where conversation_id = $1 and type = 'message.created' limit 1) said,
            more, generate_series(1, $2::int) n
     returning id`,
    [id, messages],
  )
}

/** Until a line of the log stands where it is read. */
const inSight = (line: Locator): Promise<boolean> =>
  eventually(
    () =>
      line.evaluate((element) => {
        const box = element.closest('.scroller')!.getBoundingClientRect()
        const { top, bottom } = element.getBoundingClientRect()
        return top >= box.top - 1 && bottom <= box.bottom + 1
      }),
    { what: `${line} is in sight` },
  )

const said = (page: Page, text: string) => thread(page).getByRole('log').getByText(text)
const reply = (page: Page) => thread(page).locator('deskbell-reply-composer').getByRole('textbox')
const search = (page: Page) => page.locator('deskbell-search')
const found = (page: Page, text: string | RegExp) => search(page).getByRole('button', { name: text })
const saved = (page: Page, name: string) =>
  page.locator('deskbell-console-rail').getByRole('button', { name: new RegExp(`^${name}( \\d+)?$`) })

test('two agents find what was said, show it each other, and put it to use', async (t) => {
  const [{ desk }, browser] = await Promise.all([draftDesk(t, { script, mode: 'auto' }), launchBrowser()])
  t.after(() => browser.close())
  const mika = await colleague(desk, 'Mika', 'owner')
  const ana = await colleague(desk, 'Ana', 'agent')
  const nora = await writer(desk, 'Nora', 'The wheel came bent')
  await lengthen(desk, nora.id, 600)
  const jonas = await writer(desk, 'Jonas', 'Die Kette springt.', { locale: 'de' })
  const ines = await writer(desk, 'Ines', QUESTION, { want: 'assistant' })
  const [page, other] = await Promise.all([
    openConsole(t, { desk, browser, token: mika.token, path: '/waiting' }),
    openConsole(t, { desk, browser, token: ana.token, path: `/waiting/${jonas.id}` }),
  ])
  const faults: string[] = []
  for (const each of [page, other]) each.on('pageerror', (error) => faults.push(error.message))
  const target = (each: Page, text: string) => thread(each).locator('.target', { hasText: text })

  await t.test('found: by operators, marked, and the way to the very message of a long thread', async () => {
    await nora.say('Thank you for the label.')
    await row(page, 'Nora').waitFor()
    await page.keyboard.press('/')
    const field = search(page).getByRole('combobox')
    await field.fill('from:agent wheel')
    await search(page).getByText('Nothing was found for').waitFor()
    await field.fill('label from:customer -wheel')
    await found(page, /Thank you for the label/)
      .locator('mark', { hasText: 'label' })
      .waitFor()
    await field.fill('from:customer wheel')
    await found(page, /The wheel came bent/)
      .locator('mark', { hasText: 'wheel' })
      .waitFor()
    await isClean(page, 'search')
    await field.press('ArrowDown')
    await page.keyboard.press('Enter')
    const line = thread(page).locator('.target:focus', { hasText: 'The wheel came bent' })
    await line.waitFor()
    await inSight(line)
  })

  let link = ''
  await t.test('the link to a message leads a colleague to it', async () => {
    await thread(page).getByRole('button', { name: 'Go to the newest message' }).click()
    const line = thread(page).locator('.message', { hasText: 'Thank you for the label.' })
    await line.getByRole('link', { name: /^Copy the link to the message of/ }).click()
    await page.locator('deskbell-undo-line').getByText('Link copied').waitFor()
    link = await page.evaluate(() => navigator.clipboard.readText())
    await said(other, 'Die Kette springt.').waitFor()
    await other.goto(link)
    await target(other, 'Thank you for the label.').waitFor()
    await inSight(target(other, 'Thank you for the label.'))
    await keepsFocus(other, 'a link')
  })

  await t.test('what is new begins in sight, and the newest is a press away', async () => {
    await row(other, 'Jonas').click()
    await said(other, 'Die Kette springt.').waitFor()
    await page.goto(`${desk.base}/console#/open/${ines.id}`)
    await said(page, 'Fitted parts can come back').waitFor()
    for (let n = 1; n <= 12; n++) await nora.say(`Part ${n}.\n\nAnd more\n\nof it`)
    await row(other, 'Nora').getByText('Part 12.').waitFor()
    await row(other, 'Nora').click()
    await inSight(thread(other).locator('.day.new'))
    await inSight(thread(other).locator('.message', { hasText: 'Part 1.' }))
    await thread(other).getByRole('button', { name: 'Go to the newest message' }).click()
    await inSight(thread(other).locator('.message', { hasText: 'Part 12.' }))
  })

  await t.test(
    'an answer is put right, and its article edited and published beside the conversation',
    async () => {
      await thread(page).getByRole('button', { name: 'Fix this answer' }).click()
      const fix = page.getByRole('dialog', { name: 'Fix this answer' })
      await fix.getByRole('textbox', { name: 'The right answer' }).fill('Pads can come back within 60 days.')
      await fix.getByRole('button', { name: 'Save the fix' }).click()
      await fix.getByText('Saved: a draft of “Returning parts you have fitted” and a test.').waitFor()
      await fix.getByRole('button', { name: 'Open the article' }).click()
      const beside = page.getByRole('complementary', { name: 'Articles' })
      const text = beside.getByRole('textbox', { name: /^Text/ })
      await text.waitFor()
      assert.match(await text.inputValue(), /Pads can come back within 60 days\.$/)
      await said(page, 'Fitted parts can come back').waitFor()
      await isClean(page, 'an article beside the conversation')
      await text.press('ControlOrMeta+End')
      await text.pressSequentially(' Send them in their box.')
      await beside.getByRole('button', { name: 'Publish' }).click()
      await page.locator('deskbell-undo-line').getByText('Published').waitFor()
      const help = await fetch(`${desk.base}/help/articles/returns`)
      assert.match(await help.text(), /Pads can come back within 60 days\. Send them in their box\./)
      await beside.getByRole('button', { name: 'Close' }).click()
      await beside.waitFor({ state: 'detached' })
      await keepsFocus(page, 'an article')
    },
  )

  await t.test('what an answer cites leads to its article beside the conversation', async () => {
    await thread(page).getByRole('button', { name: 'Source 1: Returning parts you have fitted' }).click()
    await thread(page)
      .getByRole('button', { name: 'Edit Returning parts you have fitted beside the conversation' })
      .click()
    const beside = page.getByRole('complementary', { name: 'Articles' })
    await beside.getByRole('heading', { name: 'Returning parts you have fitted', level: 1 }).waitFor()
    // Signing out asks, though another page has its place by now.
    await beside.getByRole('textbox', { name: /^Text/ }).pressSequentially('Now: ')
    await page.goto(`${desk.base}/console#/board`)
    await page.getByRole('button', { name: 'Your menu' }).click()
    await page.getByRole('menuitem', { name: 'Sign out' }).click()
    const asks = beside.getByRole('alertdialog', { name: 'Not saved' })
    await asks.getByRole('button', { name: 'Keep writing' }).click()
    await asks.waitFor({ state: 'detached' })
    await beside.getByRole('button', { name: 'Discard' }).click()
    await beside.getByRole('button', { name: 'Close' }).click()
    await beside.waitFor({ state: 'detached' })
  })

  await t.test('a conversation becomes an article', async () => {
    const sidebar = page.locator('deskbell-customer-sidebar')
    await sidebar.getByRole('tab', { name: 'Copilot' }).click()
    const make = sidebar.getByRole('region', { name: 'New article' })
    await make.getByRole('button', { name: 'Draft from this' }).click()
    await make.getByText(`“${ARTICLE.title}” is drafted`).waitFor()
    await make.getByRole('button', { name: 'Open the article' }).click()
    const beside = page.getByRole('complementary', { name: 'Articles' })
    await beside.getByRole('heading', { name: ARTICLE.title, level: 1 }).waitFor()
    assert.equal(await beside.getByRole('textbox', { name: /^Text/ }).inputValue(), ARTICLE.body)
    await page.keyboard.press('Escape')
    await beside.waitFor({ state: 'detached' })
  })

  await t.test('what a customer writes in another language is translated where it stands', async () => {
    const message = thread(other).locator('.message.customer', { hasText: 'Die Kette springt.' })
    await row(other, 'Jonas').click()
    await message.getByRole('button', { name: 'Translate' }).click()
    const translated = thread(other).locator('.message.customer', { hasText: 'Translated from German' })
    await translated.getByText('The chain jumps.').waitFor()
    await keepsFocus(other, 'translating')
    await translated.getByRole('button', { name: 'Show original' }).click()
    await translated.getByText('Die Kette springt.').waitFor()
  })

  await t.test(
    'a view of one’s own and a kept reply are on the other device, the view not on a colleague’s',
    async () => {
      await page.goto(`${desk.base}/console#/waiting/${jonas.id}`)
      await said(page, 'Die Kette springt.').waitFor()
      await inbox(page).getByRole('button', { name: 'Filter' }).click()
      const filter = page.getByRole('dialog', { name: 'Show only' })
      await filter.getByLabel('Words').fill('Kette')
      await filter.getByRole('button', { name: 'Save as a view' }).click()
      await filter.getByLabel('Name of the view').fill('Chains')
      await filter.getByRole('button', { name: 'Save', exact: true }).click()
      await saved(page, 'Chains').waitFor()
      await reply(page).fill('I ask the workshop')
      const device = await openConsole(t, { desk, browser, token: mika.token, path: `/open/${jonas.id}` })
      device.on('pageerror', (error) => faults.push(error.message))
      await eventually(async () => (await reply(device).inputValue()) === 'I ask the workshop')
      await saved(device, 'Chains').click()
      await row(device, 'Jonas').waitFor()
      // What comes to everybody's rail without a refresh, comes without what is only his.
      const shared = { name: 'Wheels', shared: true, filter: { text: 'wheel' } }
      const { status } = await desk.call('POST', '/api/v1/views', { token: mika.token, body: shared })
      assert.equal(status, 201)
      await saved(other, 'Wheels').waitFor()
      assert.equal(await saved(other, 'Chains').count(), 0)
    },
  )

  await t.test('a view that goes while a colleague looks at it says so, as its link does later', async () => {
    await saved(other, 'Wheels').click()
    await inbox(other).getByRole('heading', { name: 'Wheels' }).waitFor()
    const { body } = await desk.call('GET', '/api/v1/views', { token: mika.token })
    const { id } = body.views.find(({ name }: { name: string }) => name === 'Wheels')
    assert.equal((await desk.call('DELETE', `/api/v1/views/${id}`, { token: mika.token })).status, 200)
    await inbox(other).getByRole('heading', { name: 'This view is gone' }).waitFor()
    await inbox(other).getByRole('button', { name: 'Go to All open' }).click()
    await row(other, 'Jonas').waitFor()
    await page.goto(`${desk.base}/console#/saved/${id}`)
    await inbox(page).getByRole('heading', { name: 'This view is gone' }).waitFor()
  })

  assert.deepEqual(faults, [])
})
