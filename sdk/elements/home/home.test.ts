// The home view tells the truth about who is there, and every row leads where it says.

import { expect } from '@open-wc/testing'
import { en } from '../../locales/en.ts'
import { createTranslator } from '../../locales/translator.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { waitUntil } from '../demo/wait-until.ts'
import type { NavigateEvent } from '../provider/provider.ts'
import '../provider/provider.define.ts'
import './home.define.ts'
import { sampleConversation } from '../demo/fake-data.ts'
import { homeDemos } from './home.demo.ts'
import { openingLine } from './opening-line.ts'

const show = async (name: string) => {
  const home = await showDemo(homeDemos[name]!)
  const root = home.shadowRoot!
  const went: [unknown, unknown][] = []
  home.parentElement!.addEventListener('deskbell-navigate', (event) => {
    const { view, params } = event as NavigateEvent
    went.push([view, params])
  })
  const text = () => root.textContent!.replace(/\s+/g, ' ')
  const rows = () => [...root.querySelectorAll('.rows .row-title')].map((row) => row.textContent)
  const row = (title: string) =>
    [...root.querySelectorAll<HTMLElement>('button')].find((button) => button.textContent!.includes(title))!
  return { root, went, text, rows, row }
}

describe('deskbell-home', () => {
  it('names who is there and the measured wait', async () => {
    const { text } = await show('firstVisit')
    expect(text()).to.contain('Mika, Ana and Samir are here')
    expect(text()).to.contain('A person answers in about 3 min')
  })

  it('promises no wait that nobody measured', async () => {
    const { text } = await show('unmeasured')
    expect(text()).to.contain('Mika is here')
    expect(text()).to.contain('An AI agent answers first')
    expect(text()).not.to.contain('min')
  })

  it('offers the chat first while somebody is in, the ticket first when nobody is', async () => {
    expect((await show('firstVisit')).rows()[0]).to.equal('Chat with us')
    const { rows, text } = await show('closed')
    expect(rows()[0]).to.equal('Send a ticket')
    await waitUntil(() => text().includes('We are back'))
  })

  it('works without the settings: the ways in are there after a moment', async () => {
    const { root, rows } = await show('settingsMissing')
    const list = root.querySelector('.rows')!
    expect(getComputedStyle(list).visibility).to.equal('hidden')
    for (const animation of list.getAnimations()) animation.finish()
    expect(getComputedStyle(list).visibility).to.equal('visible')
    expect(rows()).to.have.length(3)
  })

  it('makes no row another one when the settings arrive late', async () => {
    const closed = homeDemos.closed!.client!()
    const config = await closed.config()
    const arrival = Promise.withResolvers<typeof config>()
    const client = () => ({ ...closed, config: () => arrival.promise })
    const home = await showDemo({ ...homeDemos.closed!, client })
    const list = home.shadowRoot!.querySelector('.rows')!
    const chat = list.querySelector('button')!
    expect(chat.textContent).to.contain('Chat with us')
    arrival.resolve(config)
    await settled(document)
    expect(list.querySelector('.row-title')!.textContent).to.equal('Send a ticket')
    expect(chat.textContent).to.contain('Chat with us')
    expect(chat.isConnected).to.equal(false)
  })

  it('shows the ways in at once when the settings are there', async () => {
    const { root } = await show('closed')
    expect(getComputedStyle(root.querySelector('.rows')!).visibility).to.equal('visible')
  })

  it('opens what each row says', async () => {
    const { row, went } = await show('backAgain')
    row('Search for answers').click()
    row('The new rotor leaves today').click()
    row('Chat with us').click()
    row('Check a ticket').click()
    expect(went).to.deep.equal([
      ['help', {}],
      ['chat', { conversationId: sampleConversation.id }],
      ['chat', {}],
      ['status', {}],
    ])
  })

  it('greets a known customer by name and marks what is unread', async () => {
    const { text, root } = await show('backAgain')
    expect(text()).to.contain('Hi Nora,')
    expect(root.querySelector('.dot')!.getAttribute('aria-label')).to.equal('unread')
  })

  it('shows no mark where nobody has it yet, and no news where the last word was the customer’s', async () => {
    const { root, text } = await show('ownTicket')
    expect(text()).to.contain('The hub spins true.')
    expect(root.querySelector('.talk .mark')).to.equal(null)
    expect(root.querySelector('.dot')).to.equal(null)
  })

  it('says nothing of a time that nobody knows', async () => {
    expect((await show('closedWithoutHours')).text()).to.contain('Nobody is in at the moment')
  })

  it('leads to all conversations once there are more than fit', async () => {
    const { row, went } = await show('manyTalks')
    row('All conversations').click()
    expect(went).to.deep.equal([['conversations', {}]])
    expect((await show('backAgain')).row('All conversations')).to.equal(undefined)
  })

  it('shows the picture of the site, and nothing in its place where it cannot be had', async () => {
    const { root } = await show('picture')
    const logos = () => [...root.querySelectorAll('.logo')]
    await waitUntil(() => logos()[0] instanceof HTMLImageElement)
    expect(logos()[0]!.getBoundingClientRect().width).to.equal(24)
    ;(logos()[0] as HTMLImageElement).src = 'data:image/png;base64,AAAA'
    await waitUntil(() => logos().length === 0, 'it is gone')
  })

  it('leaves out what the owner leaves out', async () => {
    const { rows, row, text } = await show('little')
    expect(rows()).to.deep.equal(['Send a ticket'])
    expect(row('Search for answers')).to.equal(undefined)
    expect(text()).not.to.contain('Mika')
    expect(text()).to.contain('A person answers in about 3 min')
  })

  it('offers no search through no articles', async () => {
    expect((await show('noArticles')).row('Search for answers')).to.equal(undefined)
  })

  checkDemos(homeDemos)
})

describe('openingLine', () => {
  const tr = createTranslator(en, 'en')
  const now = Date.parse('2026-11-20T18:00:00Z')
  const line = (opens_at: string, time_zone = 'Europe/Oslo', at = now) =>
    openingLine({ opens_at, time_zone }, tr, at)[0]

  it('says today, tomorrow or the weekday, in the time of the people who answer', () => {
    expect(line('2026-11-20T19:00:00Z')).to.equal('We are back at 20:00')
    expect(line('2026-11-21T07:00:00Z')).to.equal('We are back tomorrow at 08:00')
    expect(line('2026-11-23T07:00:00Z')).to.equal('We are back on Monday at 08:00')
  })

  it('counts days where they answer, not where the visitor is', () => {
    expect(line('2026-11-21T01:00:00Z', 'Asia/Tokyo')).to.equal('We are back at 10:00')
  })

  it('counts a day of 23 hours as one', () => {
    // The night of 28 to 29 March 2026 has no 02:00 to 03:00 in Oslo.
    const saturdayNight = Date.parse('2026-03-28T22:30:00Z')
    expect(line('2026-03-30T06:00:00Z', 'Europe/Oslo', saturdayNight)).to.contain('on Monday')
    expect(line('2026-03-29T06:00:00Z', 'Europe/Oslo', saturdayNight)).to.contain('tomorrow')
  })
})
