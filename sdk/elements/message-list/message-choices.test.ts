// Answers to choose from, the mark of the unread, and who is said to be typing: what comes and goes in the thread.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { LogEvent } from '../../protocol/event.ts'
import { settled, showDemo } from '../demo/demo-checks.ts'
import { type FakeState, fakeState } from '../demo/fake-client.ts'
import { assistant, demoTime, mika, nora, sampleConversation } from '../demo/fake-data.ts'
import { deleted, numbered, said, withChoices } from '../demo/fake-events.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import './message-list.define.ts'
import { pendingMessage } from './message-list.demo.ts'
import type { ChooseEvent } from './message-list.events.ts'
import type { DeskbellMessageList } from './message-list.ts'

const { id } = sampleConversation
const allRead = { ...sampleConversation, read_seq: 999, other_read_seq: 0 }

const show = async (state: Partial<FakeState>): Promise<DeskbellMessageList> =>
  (await showDemo({
    render: () =>
      html`<deskbell-message-list .state=${fakeState(id, { conversation: allRead, ...state })}></deskbell-message-list>`,
  })) as DeskbellMessageList
const change = async (list: DeskbellMessageList, change: Partial<FakeState>): Promise<void> => {
  list.state = { ...list.state!, ...change }
  await settled(list.shadowRoot!)
}
const choices = (list: DeskbellMessageList): HTMLElement[] => [
  ...list.shadowRoot!.querySelectorAll<HTMLElement>('.choices .button'),
]
const spoken = (list: DeskbellMessageList): (string | null)[] =>
  [...list.shadowRoot!.querySelectorAll('.spoken p')].map((line) => line.textContent)
const scroller = (list: DeskbellMessageList): HTMLElement => list.shadowRoot!.querySelector('.scroller')!
const many = (count: number, first = 1): LogEvent[] =>
  numbered(
    Array.from({ length: count }, (_, i) => said(mika, `Message ${first + i}`, demoTime(14, 0))),
    first,
  )

describe('deskbell-message-list: choices', () => {
  it('sends the value, or the label where there is none, and keeps the focus in the thread', async () => {
    const list = await show({ events: withChoices })
    const chosen: string[] = []
    list.addEventListener('deskbell-choose', (event) => chosen.push((event as ChooseEvent).body))
    expect(choices(list).map((each) => each.textContent)).to.deep.equal([
      'The rotor',
      'The pads',
      'How to tell',
    ])
    choices(list)[0]!.click()
    choices(list)[1]!.click()
    expect(chosen).to.deep.equal(['The rotor rubs.', 'The pads'])
    expect(list.shadowRoot!.activeElement).to.equal(scroller(list))
  })

  it('opens a page in a tab of its own, which cannot reach back', async () => {
    const link = choices(await show({ events: withChoices }))[2] as HTMLAnchorElement
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://shop.example/rubbing',
      '_blank',
      'noopener',
    ])
  })

  it('stands only below the last message, until it is answered, deleted, or all is solved', async () => {
    const list = await show({ events: withChoices })
    const answered = numbered([said(nora, 'The rotor rubs.', demoTime(14, 4))], 3)
    const asked = numbered([said(mika, 'Or tell me in your words.', demoTime(14, 4))], 3)
    const gone = numbered([deleted(withChoices[1]!)], 3)
    for (const more of [answered, asked, gone]) {
      await change(list, { events: [...withChoices, ...more] })
      expect(choices(list)).to.have.length(0)
      await change(list, { events: withChoices })
      expect(choices(list)).to.have.length(3)
    }
    await change(list, { pending: [pendingMessage('The rotor rubs.', 'sending')] })
    expect(choices(list)).to.have.length(0)
    await change(list, { pending: [], conversation: { ...allRead, status: 'resolved' } })
    expect(choices(list)).to.have.length(0)
  })
})

describe('deskbell-message-list: what is new', () => {
  it('keeps the mark where it is while one reads and writes, and drops it when the panel was closed', async () => {
    const list = await show({ events: many(5), conversation: { ...allRead, read_seq: 3 } })
    const after = () => list.shadowRoot!.querySelector('.new')?.nextElementSibling?.textContent
    expect(after()).to.contain('Message 4')
    await change(list, { conversation: { ...allRead, read_seq: 5 } })
    await change(list, { events: [...many(5), ...numbered([said(nora, 'Thank you', demoTime(14, 1))], 6)] })
    await change(list, { events: [...list.state!.events, ...many(1, 7)] })
    expect(after()).to.contain('Message 4')
    list.style.display = 'none'
    await waitUntil(() => list.shadowRoot!.querySelector('.new') === null)
  })

  it('keeps the mark of what was not read, though the panel was closed', async () => {
    const list = await show({ events: many(60), conversation: { ...allRead, read_seq: 3 } })
    list.style.display = 'none'
    const { promise, resolve } = Promise.withResolvers<void>()
    new ResizeObserver(() => resolve()).observe(scroller(list))
    await promise
    await settled(list.shadowRoot!)
    expect(list.shadowRoot!.querySelector('.new')).not.to.equal(null)
  })

  it('says once that a person is typing, however often they stop and go on, and never that a machine is', async () => {
    const list = await show({ events: many(1) })
    const typing = (...actors: (typeof mika)[]) =>
      change(list, { typing: actors.map((actor) => ({ actor, text: '' })) })
    await typing(assistant)
    await typing(mika)
    await typing()
    await typing(mika)
    expect(spoken(list)).to.deep.equal(['Mika is typing'])
    await change(list, { typing: [], events: many(2) })
    await typing(mika)
    expect(spoken(list)).to.deep.equal(['Mika is typing', 'Mika: Message 2', 'Mika is typing'])
  })

  it('does not read aloud what its own reader wrote', async () => {
    const list = await show({ events: many(1) })
    await change(list, { pending: [pendingMessage('Mine', 'sending')] })
    await change(list, {
      pending: [],
      events: [...many(1), ...numbered([said(nora, 'Mine', demoTime(14, 1))], 2)],
    })
    expect(spoken(list)).to.deep.equal([])
  })
})

describe('deskbell-message-list: six hundred messages', () => {
  it('goes back page by page to the first, and what is read never moves', async () => {
    const list = await show({ events: many(50, 551), hasEarlier: true })
    const topOf = (text: string): number =>
      [...list.shadowRoot!.querySelectorAll('.bubble')]
        .find((bubble) => bubble.textContent === text)!
        .getBoundingClientRect().top
    for (let first = 551; first > 1; first -= 50) {
      let asked = 0
      list.addEventListener('deskbell-load-earlier', () => asked++, { once: true })
      scroller(list).scrollTop = 30
      scroller(list).dispatchEvent(new Event('scroll'))
      expect(asked, `at ${first}`).to.equal(1)
      const before = topOf(`Message ${first}`)
      await change(list, { events: [...many(50, first - 50), ...list.state!.events], hasEarlier: first > 51 })
      expect(Math.abs(topOf(`Message ${first}`) - before), `at ${first}`).to.be.lessThan(40)
    }
    expect(list.shadowRoot!.querySelectorAll('.bubble')).to.have.length(600)
    list.scrollToEnd()
    await settled(list.shadowRoot!)
    expect(topOf('Message 600')).to.be.lessThan(640)
  })
})
