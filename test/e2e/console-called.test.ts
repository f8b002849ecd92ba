// What calls an agent, and who is there: two agents and a visitor in one desk and two browsers. A colleague calls, the
// phone answers, the board moves by itself, and who goes leaves nothing behind; with axe over every state on the way.

import assert from 'node:assert/strict'
import test from 'node:test'
import type { Page } from 'playwright-core'
import { uuidv7 } from '../../server/platform/uuid.ts'
import { launchBrowser } from '../helpers/browser.ts'
import {
  agentCall,
  ask,
  becomes,
  colleague,
  inbox,
  isClean,
  keepsFocus,
  openConsole,
  outOfText,
  palette,
  row,
  thread,
  undoLine,
  writer,
} from '../helpers/console-story.ts'
import { startDesk } from '../helpers/desk.ts'

interface Watched {
  heard: string[]
  sounds: AudioContext[]
  looking: boolean
}

/** Notes what sounds and what stands on the desktop; whether somebody looks is for the story to say. */
async function listenIn(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { heard: [], sounds: [], looking: true }
    const { heard, sounds } = watched
    document.hasFocus = () => (window as unknown as Watched).looking
    class Sound extends AudioContext {
      constructor() {
        super()
        sounds.push(this)
      }
    }
    class Tone extends OscillatorNode {
      constructor(context: BaseAudioContext, options?: OscillatorOptions) {
        super(context, options)
        heard.push(`sound ${options?.frequency}`)
      }
    }
    class Told {
      static permission = 'granted'
      constructor(title: string) {
        heard.push(`desktop ${title}`)
      }
    }
    Object.assign(window, watched, { AudioContext: Sound, OscillatorNode: Tone, Notification: Told })
  })
}

const heard = (page: Page): Promise<string[]> =>
  page.evaluate(() => (window as unknown as Watched).heard.splice(0))

/** In another window, or back in this one. */
const looks = (page: Page, looking: boolean): Promise<void> =>
  page.evaluate((is) => {
    ;(window as unknown as Watched).looking = is
    if (is) window.dispatchEvent(new Event('focus'))
  }, looking)

const titled = (page: Page, title: string) =>
  page.waitForFunction((wanted) => document.title === wanted, title)
const log = (page: Page) => thread(page).getByRole('region', { name: 'Messages' })
/** The console knows who its agent is, that they are in, and what they have chosen. */
const isIn = (page: Page) =>
  page.waitForFunction(() => {
    interface Desk {
      client: { me: { get(): { agent: { availability: string } } | null } }
      preferences: { state: { get(): object | null } }
    }
    const bell = document.querySelector('deskbell-console')?.shadowRoot?.querySelector('deskbell-bell')
    const { desk } = (bell ?? {}) as { desk?: Desk }
    return desk?.client.me.get()?.agent.availability === 'online' && desk.preferences.state.get()
  })
const bell = (page: Page, unread: number) =>
  page.locator('deskbell-bell').getByRole('button', {
    name: unread ? new RegExp(`^Notifications ?, ${unread} unread$`) : /^Notifications$/,
  })

test('two agents are called, answer from a phone, run the desk from its board and go', async (t) => {
  const [desk, browser] = await Promise.all([startDesk(t), launchBrowser()])
  t.after(() => browser.close())
  const mika = await colleague(desk, 'Mika', 'owner')
  const ana = await colleague(desk, 'Ana', 'agent')
  const samir = await colleague(desk, 'Samir', 'agent')
  const as = agentCall.bind(null, desk)
  // Who waits calls for everybody, whenever that may come: here only what is meant for one counts.
  const own = await as(ana, 'GET', '/me/preferences')
  own.notify.waiting = { sound: 'none', desktop: false, list: false }
  await as(ana, 'PUT', '/me/preferences', own)
  const nora = await writer(desk, 'Nora', 'The wheel came bent')
  const ines = await writer(desk, 'Ines', 'Where is my parcel?')
  const oskar = await writer(desk, 'Oskar')
  await writer(desk, 'Leila')
  await as(mika, 'POST', `/conversations/${nora.id}/assign`, { assignee_id: mika.id })
  await as(ana, 'POST', `/conversations/${ines.id}/accept`, { cid: uuidv7() })
  await desk.db.query(
    `update conversations set waiting_since = now() - interval '40 minutes' where id = $1 returning id`,
    [oskar.id],
  )
  const [page, other] = await Promise.all([
    openConsole(t, { desk, browser, token: mika.token, path: `/mine/${nora.id}` }),
    openConsole(t, { desk, browser, token: ana.token, path: '/mine', before: listenIn }),
  ])
  const faults: string[] = []
  for (const each of [page, other]) each.on('pageerror', (error) => faults.push(error.stack ?? error.message))

  await t.test('called by a sound of its kind, on the desktop, in the title and in the bell', async () => {
    await isIn(other)
    await row(other, 'Ines').click()
    await log(other).getByText('Where is my parcel?').waitFor()
    // Browsers let no sound out before somebody has pressed something.
    await other.waitForFunction(() =>
      (window as unknown as Watched).sounds.some(({ state }) => state === 'running'),
    )
    await looks(other, false)
    await heard(other)
    const composer = thread(page).locator('deskbell-reply-composer')
    await composer.getByText('Note', { exact: true }).click()
    await composer.locator('textarea').pressSequentially('@an')
    await composer.locator('.choice', { hasText: 'Ana' }).waitFor()
    await page.keyboard.press('Enter')
    await composer.locator('textarea').pressSequentially('look at this')
    await page.keyboard.press('ControlOrMeta+Enter')
    await titled(other, '(1) Deskbell')
    assert.deepEqual(await heard(other), ['sound 220', 'sound 220', 'desktop Mika called for you in a note'])

    await looks(other, true)
    await titled(other, 'Deskbell')
    await bell(other, 1).click()
    const line = other.locator('deskbell-bell .line.unread', { hasText: 'Mika called for you in a note' })
    await line.waitFor()
    await isClean(other, 'the bell’s list')
    await line.press('Enter')
    await thread(other).locator('.note.target').getByText('look at this').waitFor()
    await keepsFocus(other, 'the bell')
    await bell(other, 0).waitFor()
  })

  await t.test('in quiet hours the bell has it, and nothing sounds or stands on the desktop', async () => {
    await ask(other, 'palette', { words: 'Your own settings' })
    const sheet = other.getByRole('dialog', { name: 'Your own settings' })
    await sheet.getByRole('checkbox', { name: 'No sound and no desktop notification' }).check()
    const saved = other.waitForResponse(
      (response) =>
        response.url().endsWith('/me/preferences') &&
        /"to":"22:00"/.test(response.request().postData() ?? ''),
    )
    // From an hour to the same hour: the whole day.
    await sheet.getByLabel('Until').fill('22:00')
    await sheet.getByLabel('Until').press('Tab')
    assert.equal((await saved).status(), 200)
    await sheet.getByRole('button', { name: 'Close' }).click()
    await looks(other, false)
    await as(mika, 'POST', `/conversations/${oskar.id}/notes`, {
      body: '@Ana and this',
      mention_ids: [ana.id],
    })
    await titled(other, '(1) Deskbell')
    await bell(other, 1).waitFor()
    assert.deepEqual(await heard(other), [])
    await looks(other, true)
    await bell(other, 1).click()
    await other.getByRole('button', { name: 'Mark all as read' }).click()
    await bell(other, 0).waitFor()
    await other.keyboard.press('Escape')
  })

  await t.test('on a phone: the conversation, the palette, and a reply that arrives', async (step) => {
    const customer = await desk.join(ines, 'visitor', { [ines.id]: 0 })
    await other.setViewportSize({ width: 390, height: 844 })
    await thread(other).locator('.back').click()
    await row(other, 'Ines').click()
    await log(other).getByText('Where is my parcel?').waitFor()
    await isClean(other, 'a conversation on a phone')
    const box = thread(other).locator('deskbell-reply-composer textarea')
    await box.fill('It comes tomorrow.')
    await thread(other).getByRole('button', { name: 'Send', exact: true }).click()
    await step.waitFor(() => assert.match(JSON.stringify(customer.frames), /It comes tomorrow/), {
      timeout: 15_000,
    })
    // What covers the conversation goes with Back, and the conversation stays.
    const about = other.locator('deskbell-customer-sidebar')
    for (const leave of [() => other.goBack(), () => about.getByRole('button', { name: 'Back' }).click()]) {
      await thread(other)
        .getByRole('button', { name: /^About/ })
        .click()
      await about.waitFor()
      await leave()
      await about.waitFor({ state: 'detached' })
      await box.waitFor()
    }
    await other.keyboard.press('ControlOrMeta+k')
    await palette(other).getByRole('combobox').waitFor()
    await isClean(other, 'the palette on a phone')
    await other.keyboard.press('Escape')
    await other.setViewportSize({ width: 1440, height: 900 })
    await other.locator('deskbell-console-rail').getByText('Mine', { exact: true }).click()
    await inbox(other).getByRole('heading', { name: 'Mine' }).waitFor()
  })

  const board = page.locator('deskbell-board')
  const number = (label: string) =>
    board.locator('.numbers > div').filter({ has: page.getByText(label, { exact: true }) })
  const person = (name: string) => board.getByRole('row', { name: new RegExp(`^${name}`) })

  await t.test('the board moves by itself: who waits, how long, and who is in with what load', async () => {
    await outOfText(page)
    await page.keyboard.press('g')
    await page.keyboard.press('b')
    await board.getByRole('heading', { name: 'Live board' }).waitFor()
    await keepsFocus(page, 'going to the board')
    const waiting = number('Waiting for a person')
    await waiting.getByText('2', { exact: true }).waitFor()
    await waiting.getByText(/^longest 4\d min/).waitFor()
    await person('Ana').getByText('Online', { exact: true }).waitFor()
    await person('Ana').getByText('1 of 6', { exact: true }).waitFor()
    await writer(desk, 'Pia')
    await waiting.getByText('3', { exact: true }).waitFor()
    await board.getByRole('button', { name: 'Assign several' }).click()
    for (const name of ['Oskar', 'Leila'])
      await board.getByRole('checkbox', { name: `Choose ${name}` }).check()
    await isClean(page, 'the board')
    await board.getByRole('button', { name: 'Assign 2 to…' }).click()
    await board.locator('deskbell-desk-picker input').fill('Ana')
    await page.keyboard.press('Enter')
    await undoLine(page).getByText('Ana has 2 more chats').waitFor()
    await keepsFocus(page, 'assigning several')
    await waiting.getByText('1', { exact: true }).waitFor()
    await waiting.getByText(/^longest (?!4\d min)\d/).waitFor()
    await person('Ana').getByText('3 of 6', { exact: true }).waitFor()
    for (const name of ['Oskar', 'Leila']) await row(other, name).waitFor()
  })

  await t.test('a whisper is for the colleague alone; then the chat is taken over', async () => {
    await row(other, 'Leila').click()
    await bell(other, 1).waitFor()
    await person('Ana').getByRole('button').click()
    const chats = board.locator('deskbell-board-chats')
    const chat = chats.getByRole('listitem').filter({ hasText: 'Ines' })
    await chat.getByRole('button', { name: 'Whisper', exact: true }).click()
    await chat.getByRole('textbox').fill('Offer a new one')
    await isClean(page, 'a whisper on the board')
    await chat.getByRole('button', { name: 'Whisper to Ana' }).click()
    await undoLine(page).getByText('Ana has your whisper').waitFor()
    await keepsFocus(page, 'whispering')
    await bell(other, 2).waitFor()
    await row(other, 'Ines').click()
    await thread(other).locator('.whisper').getByText('Offer a new one').waitFor()
    await bell(other, 1).waitFor()
    const seen = await as(samir, 'GET', `/conversations/${ines.id}/aside`)
    assert.deepEqual(seen.whispers, [])

    await chat.getByRole('button', { name: 'Take over' }).click()
    await becomes(page, 'taken over', ({ assignee }) => assignee?.name === 'Mika')
    await keepsFocus(page, 'taking over')
    await becomes(other, 'taken over', ({ assignee }) => assignee?.name === 'Mika')
  })

  await t.test('away by itself where nothing is pressed, and back with the next key', async () => {
    await page.goto(`${desk.base}/console#/board`)
    await other.clock.install()
    await other.reload()
    await isIn(other)
    await thread(other).locator('.whisper').getByText('Offer a new one').waitFor()
    await person('Ana').getByText('Online', { exact: true }).waitFor()
    await other.clock.fastForward('11:00')
    await person('Ana')
      .getByText(/^Away since /)
      .waitFor()
    await other.locator('deskbell-console-rail .presence.away').waitFor()
    await other.keyboard.press('Shift')
    await person('Ana').getByText('Online', { exact: true }).waitFor()
  })

  await t.test(
    'who goes offline is asked what becomes of the open chats, and a colleague has them',
    async () => {
      await ask(page, 'palette', { words: 'Go offline' })
      const dialog = page.getByRole('dialog', { name: 'You have 2 open chats' })
      await dialog.waitFor()
      await isClean(page, 'handing over')
      await dialog.getByRole('button', { name: 'Give them to Ana' }).click()
      await dialog.waitFor({ state: 'detached' })
      await keepsFocus(page, 'handing over')
      await person('Mika')
        .getByText(/^Offline/)
        .waitFor()
      await inbox(other).getByRole('heading', { name: 'Mine' }).waitFor()
      for (const name of ['Nora', 'Ines']) await row(other, name).waitFor()
    },
  )

  assert.deepEqual(faults, [])
})
