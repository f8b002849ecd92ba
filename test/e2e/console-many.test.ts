// An agent's rows by the dozen, stopped on the way and taken back, the files a customer sends, and what is written with
// the composer's tools; a colleague looks on, and axe over every state on the way.

import assert from 'node:assert/strict'
import test from 'node:test'
import { launchBrowser } from '../helpers/browser.ts'
import {
  agentCall,
  becomes,
  colleague,
  inbox,
  isClean,
  keepsFocus,
  openConsole,
  outOfText,
  palette,
  row,
  takesBack,
  thread,
  undoLine,
  writer,
} from '../helpers/console-story.ts'
import { startDesk } from '../helpers/desk.ts'
import { fileSender } from '../helpers/file-sender.ts'
import { freePort } from '../helpers/free-port.ts'
import { film, pdf, png } from '../helpers/small-files.ts'

test('an agent acts on many rows, looks at what a customer sends, and writes with every tool there is', async (t) => {
  const [desk, browser] = await Promise.all([startDesk(t, { port: await freePort() }), launchBrowser()])
  t.after(() => browser.close())
  const mika = await colleague(desk, 'Mika', 'owner')
  const ana = await colleague(desk, 'Ana', 'agent')
  const api = agentCall.bind(null, desk, mika)
  await api('POST', '/admin/departments', { name: 'Workshop' })
  const { departments } = await api('GET', '/departments')
  const { id: workshop } = departments.find(({ name }: { name: string }) => name === 'Workshop')
  const actions = [
    { type: 'facts', priority: 'high' },
    { type: 'move', department_id: workshop },
  ]
  await api('POST', '/macros', { name: 'To the workshop', shared: true, actions })
  await api('POST', '/conversation-fields', { key: 'frame', label: 'Frame number', type: 'text' })
  const nora = await writer(desk, 'Nora', 'The wheel came bent')
  await api('POST', `/conversations/${nora.id}/assign`, { assignee_id: mika.id })
  for (const name of ['Ines', 'Oskar']) await writer(desk, name)
  const leila = await writer(desk, 'Leila')
  const [page, other] = await Promise.all([
    openConsole(t, { desk, browser, token: mika.token, path: '/waiting' }),
    openConsole(t, { desk, browser, token: ana.token, path: `/waiting/${leila.id}` }),
  ])
  const faults: string[] = []
  for (const each of [page, other]) each.on('pageerror', (error) => faults.push(error.message))
  const strip = inbox(page).locator('deskbell-bulk-strip')
  const staysInList = () => page.locator('deskbell-inbox-list:focus-within').waitFor()
  const choosesAll = async (): Promise<void> => {
    await page.keyboard.press('ControlOrMeta+a')
    await strip.or(inbox(page)).getByText('3 selected').first().waitFor()
  }

  await t.test(
    'many at once: stopped on the way and taken back, with the focus in the list',
    async (step) => {
      await Promise.all(['Ines', 'Oskar', 'Leila'].map((name) => row(page, name).waitFor()))
      await page.keyboard.press('j')
      await staysInList()
      await choosesAll()
      // The second of them is busy for a moment.
      const busyId = await inbox(page).locator('.row').nth(1).getAttribute('data-id')
      const busy = Promise.withResolvers<void>()
      const locked = Promise.withResolvers<void>()
      const lock = desk.db.transaction(async (transaction) => {
        await desk.db.query(
          'select id from conversations where id = $1 for no key update',
          [busyId],
          transaction,
        )
        locked.resolve()
        await busy.promise
      })
      step.after(() => busy.resolve())
      await locked.promise
      const begun = page.waitForResponse(/\/bulk$/)
      await page.keyboard.press('i')
      await begun
      await strip.getByText('1 of 3', { exact: true }).waitFor()
      await isClean(page, 'a run')
      const stopped = page.waitForResponse(/\/bulk\/[^/]+\/cancel$/)
      await strip.getByRole('button', { name: 'Stop' }).click()
      await stopped
      await strip.getByText(/^Stopped after/).waitFor()
      await staysInList()
      busy.resolve()
      await lock
      await strip.getByRole('button', { name: 'Undo' }).click()
      await strip.getByText('Taken back').waitFor()
      for (const each of [page, other])
        for (const name of ['Ines', 'Oskar', 'Leila']) await row(each, name).waitFor()
      await staysInList()
      await strip.getByRole('button', { name: 'Close' }).click()
      await strip.waitFor({ state: 'hidden' })
      await staysInList()
    },
  )

  await t.test('a macro for many at once, which their readers see, and all of it taken back', async () => {
    await choosesAll()
    await page.keyboard.press('m')
    const picker = inbox(page).locator('deskbell-desk-picker')
    await picker.getByRole('option', { name: 'To the workshop' }).waitFor()
    await page.keyboard.press('Enter')
    await strip.getByText('Done with 3 conversations').waitFor()
    await becomes(
      other,
      'a macro',
      ({ priority, department }) => priority === 'high' && department?.name === 'Workshop',
    )
    await staysInList()
    await page.keyboard.press('ControlOrMeta+z')
    await strip.getByText('Taken back').waitFor()
    await becomes(
      other,
      'a macro taken back',
      ({ priority, department }) => priority === 'normal' && !department,
    )
    await staysInList()
  })

  await t.test(
    'files of a customer: pictures turned by keys, a film and a paper, and a mail’s quotation',
    async () => {
      const files = fileSender(desk)
      const target = { conversation_id: nora.id }
      const attachments: string[] = []
      for (const [name, bytes] of Object.entries({
        'one.png': await png(320, 200),
        'two.png': await png(200, 320),
        'turn.webm': await film(),
        'bill.pdf': pdf(),
      }))
        attachments.push((await files.send(name, bytes, { token: nora.token, target })).body.attachment.id)
      const said = await nora.say('It looks like this', { attachments })
      assert.equal(said.status, 200, JSON.stringify([said.body, attachments]))
      await nora.say('Thank you for the label.\n\nOn 3 May 2026 Mika wrote:\n> Send it back with the label.')
      await page.goto(`${desk.base}/console#/open/${nora.id}`)
      const shown = thread(page).locator('deskbell-thread-files')
      const paper = await shown.getByRole('link', { name: 'bill.pdf' }).getAttribute('href')
      assert.equal((await page.request.get(paper!)).status(), 200)
      // Its length is known, so it can be played.
      await shown
        .getByLabel('turn.webm')
        .evaluate(
          (video: HTMLVideoElement) =>
            video.readyState > 0 ||
            new Promise((resolve) => video.addEventListener('loadedmetadata', resolve, { once: true })),
        )
      await shown.getByRole('button', { name: 'one.png' }).click()
      await shown.getByRole('dialog', { name: 'one.png' }).getByRole('img', { name: 'one.png' }).waitFor()
      await isClean(page, 'lightbox')
      await page.keyboard.press('ArrowRight')
      await shown.getByRole('dialog', { name: 'two.png' }).getByRole('img', { name: 'two.png' }).waitFor()
      await page.keyboard.press('Escape')
      await shown.getByRole('dialog').waitFor({ state: 'detached' })
      await shown.locator('button.file:focus', { hasText: 'two.png' }).waitFor()
      // What the mail quotes is folded.
      await thread(page).getByText('Thank you for the label.').last().waitFor()
      assert.equal(await thread(page).locator('blockquote.quoted').count(), 0)
      await thread(page).getByRole('button', { name: 'Show quoted text' }).click()
      await thread(page).locator('blockquote.quoted').getByText('Send it back with the label.').waitFor()
      await keepsFocus(page, 'unfolding')
    },
  )

  await t.test('written: with an emoji and a preview, sent later and taken back', async () => {
    const composer = thread(page).locator('deskbell-reply-composer')
    const box = composer.getByRole('textbox')
    await box.fill('**Sorry** for that ')
    await composer.getByRole('button', { name: 'Emoji' }).click()
    const emoji = composer.locator('deskbell-emoji-picker')
    await emoji.getByRole('searchbox').fill('bicycle')
    await emoji.getByRole('gridcell', { name: 'bicycle', exact: true }).waitFor()
    await isClean(page, 'emoji')
    await page.keyboard.press('Enter')
    await keepsFocus(page, 'the emoji')
    assert.match(await box.inputValue(), /^\*\*Sorry\*\* for that \p{Extended_Pictographic}/u)
    await composer.getByRole('button', { name: 'Preview' }).click()
    await composer.getByRole('region', { name: 'Preview' }).locator('strong', { hasText: 'Sorry' }).waitFor()
    await isClean(page, 'preview')
    await composer.getByRole('button', { name: 'Preview' }).click()
    await keepsFocus(page, 'the preview')
    await composer.locator('deskbell-console-menu.split').click()
    await page.getByRole('menuitem', { name: 'Send later…' }).click()
    const times = composer.locator('deskbell-desk-picker')
    await times.getByRole('checkbox', { name: 'Unless the customer replies first' }).check()
    await isClean(page, 'when it is sent')
    await times.getByRole('option', { name: /^Tomorrow/ }).click()
    const later = thread(page).getByRole('list', { name: 'Messages that are sent later' })
    await later.getByText('unless the customer replies first').waitFor()
    await later.getByText('Sorry').waitFor()
    // The emoji are still open below it: what is pressed does not move away under the pointer.
    await later.getByRole('button', { name: 'Cancel' }).click()
    await emoji.waitFor({ state: 'detached' })
    await later.waitFor({ state: 'detached' })
    await keepsFocus(page, 'taking a planned message back')
  })

  await t.test('a field of the team’s own, and a macro by its name, each done and taken back', async () => {
    await page.getByRole('button', { name: 'Change Frame number' }).click()
    await page.keyboard.type('F-2411')
    await page.keyboard.press('Enter')
    await becomes(page, 'field', ({ custom }) => custom.frame === 'F-2411')
    await undoLine(page).locator('.line.done', { hasText: 'Frame number changed' }).waitFor()
    await keepsFocus(page, 'a field')
    await takesBack(page, 'Frame number changed')
    await becomes(page, 'field taken back', ({ custom }) => custom.frame === undefined)

    await outOfText(page)
    await page.keyboard.press('m')
    await palette(page).getByRole('option', { name: 'To the workshop' }).waitFor()
    await page.keyboard.press('Enter')
    await becomes(
      page,
      'macro',
      ({ priority, department }) => priority === 'high' && department?.name === 'Workshop',
    )
    await undoLine(page).locator('.line.done', { hasText: 'To the workshop' }).waitFor()
    await keepsFocus(page, 'a macro')
    await takesBack(page, 'To the workshop')
    await becomes(
      page,
      'macro taken back',
      ({ priority, department }) => priority === 'normal' && !department,
    )
  })

  assert.deepEqual(faults, [])
})
