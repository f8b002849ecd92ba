// What the thread shows of a state, what it reads aloud, and how it follows the end.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { LogEvent } from '../../protocol/event.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { type FakeState, fakeState } from '../demo/fake-client.ts'
import { assistant, demoTime, mika, nora, sampleConversation } from '../demo/fake-data.ts'
import {
  handedOver,
  joined,
  numbered,
  said,
  solved,
  waitingForPerson,
  withPerson,
} from '../demo/fake-events.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import './message-list.define.ts'
import { messageListDemos, pendingMessage } from './message-list.demo.ts'
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
const texts = (list: DeskbellMessageList, selector: string): string[] =>
  [...list.shadowRoot!.querySelectorAll(selector)].map((part) =>
    part.textContent!.replace(/\s+/g, ' ').trim(),
  )
const spoken = (list: DeskbellMessageList): string[] => texts(list, '.spoken p')
const scroller = (list: DeskbellMessageList): HTMLElement => list.shadowRoot!.querySelector('.scroller')!
const many = (count: number, first = 1): LogEvent[] =>
  numbered(
    Array.from({ length: count }, (_, i) => said(mika, `Message ${first + i}`, demoTime(14, 0))),
    first,
  )
const scrollTo = async (list: DeskbellMessageList, top: number): Promise<void> => {
  scroller(list).scrollTop = top
  scroller(list).dispatchEvent(new Event('scroll'))
  await settled(list.shadowRoot!)
}

describe('deskbell-message-list', () => {
  it('groups what one author says in a row under one name', async () => {
    const list = await show({ events: withPerson })
    expect(texts(list, '.group.person .head b')).to.deep.equal(['Mika', 'Mika'])
    expect(texts(list, '.group.person:last-of-type .bubble').slice(-2)).to.deep.equal([
      'That came bent, so this is on us.',
      'A new one leaves Bergen today.',
    ])
  })

  it('writes the AI on the page with its tag, people in bubbles', async () => {
    const list = await show({ events: waitingForPerson })
    expect(list.shadowRoot!.querySelector('.machine .bubble')).to.equal(null)
    expect(texts(list, '.machine .ai-tag')).to.deep.equal(['AI', 'AI'])
    expect(texts(list, '.own .bubble')).to.have.length(2)
  })

  it('says who joined, that it waits, that it is solved, in one small line each', async () => {
    const at = demoTime(14, 3)
    const list = await show({
      events: numbered([handedOver(at), handedOver(at, false), joined(at), solved(at)]),
    })
    expect(texts(list, '.event')).to.deep.equal([
      'Waiting for a person since 14:03',
      'Ticket DB-7K3M92QF since 14:03',
      'Mika joined at 14:03',
      'Mika marked this as solved at 14:03',
    ])
  })

  it('separates days, and names today only after another one', async () => {
    const list = await show({
      events: numbered([said(nora, 'Hello', demoTime(9, 0, 1)), said(mika, 'Hi', demoTime(9, 0))]),
    })
    expect(texts(list, '.event')).to.deep.equal(['Yesterday', 'Today'])
    expect(texts(await show({ events: withPerson }), '.event')).to.deep.equal(['Mika joined at 14:03'])
  })

  it('shows the state under the latest own message only, and under every one that can be taken back', async () => {
    const list = await show({
      events: numbered([said(nora, 'One', demoTime(14, 0)), said(nora, 'Two', demoTime(14, 0))]),
      pending: [pendingMessage('Three', 'failed')],
    })
    expect(texts(list, '.state')).to.deep.equal(['Sent', 'Not sent. Try again Take back'])
    await change(list, { conversation: { ...allRead, other_read_seq: 2 } })
    expect(texts(list, '.state')[0]).to.equal('Read')
    await change(list, { pending: [pendingMessage('Three', 'sending'), pendingMessage('Four', 'waiting')] })
    expect(texts(list, '.state')).to.deep.equal(['Waits for the network Take back'])
  })

  it('does not offer to take back what may have left already', async () => {
    const list = await show({ pending: [{ ...pendingMessage('One', 'waiting'), tried: true }] })
    expect(texts(list, '.state')).to.deep.equal(['Waits for the network'])
  })

  it('keeps the element of a message when the log takes it in under its client id', async () => {
    const list = await show({ events: many(1), pending: [pendingMessage('Mine', 'sending', 'c1')] })
    const before = list.shadowRoot!.querySelector('.own .item')
    const [logged] = numbered([said(nora, 'Mine', demoTime(14, 0))], 2)
    await change(list, { pending: [], events: [...list.state!.events, { ...logged!, cid: 'c1' }] })
    expect(list.shadowRoot!.querySelector('.own .item')).to.equal(before)
  })

  it('marks where the unread begins, and nothing in a chat never read', async () => {
    const list = await show({ events: many(4), conversation: { ...allRead, read_seq: 2 } })
    expect(list.shadowRoot!.querySelector('.new')!.nextElementSibling!.textContent).to.contain('Message 3')
    const fresh = await show({ events: many(4), conversation: { ...allRead, read_seq: 0 } })
    expect(fresh.shadowRoot!.querySelector('.new')).to.equal(null)
  })

  it('labels an answer that only quotes the articles', async () => {
    const list = await show({
      events: numbered([said(assistant, 'Q', demoTime(14, 0), { answer: 'quoted' })]),
    })
    expect(texts(list, '.machine .small')).to.deep.equal(['Quoted from help articles'])
  })

  it('reads nothing aloud that was there at the start, then each message with its author', async () => {
    const list = await show({ events: withPerson })
    expect(spoken(list)).to.deep.equal([])
    const [event] = numbered([said(mika, 'It is packed.', demoTime(14, 6))], 6)
    await change(list, { events: [...withPerson, event!] })
    expect(spoken(list)).to.deep.equal(['Mika: It is packed.'])
  })

  it('reads a streamed answer aloud by finished sentences, and its rest when it has arrived', async () => {
    const list = await show({ events: many(1) })
    const write = (text: string) => change(list, { answer: { gen: 'g', actor: assistant, text } })
    await write('Yes, with')
    await write('Yes, within 60 days. [1] Clean parts')
    await write('Yes, within 60 days. [1] Clean parts only. Wipe')
    expect(spoken(list)).to.deep.equal(['Assistant: Yes, within 60 days.', 'Clean parts only.'])
    const [event] = numbered(
      [said(assistant, 'Yes, within 60 days. Clean parts only. Wipe them.', demoTime(14, 6))],
      2,
    )
    await change(list, { answer: null, events: [...list.state!.events, event!] })
    expect(spoken(list)).to.deep.equal(['Assistant: Yes, within 60 days.', 'Clean parts only.', 'Wipe them.'])
  })

  it('does not say that somebody is typing whose answer is seen to grow', async () => {
    const list = await show({ events: many(1), typing: [{ actor: assistant, text: '' }] })
    expect(texts(list, '.content > .head')).to.deep.equal(['Assistant AI is writing'])
    await change(list, { answer: { gen: 'g', actor: assistant, text: 'Yes' } })
    expect(texts(list, '.content > .head')).to.deep.equal([])
  })

  it('shows a half-written citation mark only when it is whole', async () => {
    const list = await show({ events: many(1), answer: { gen: 'g', actor: assistant, text: 'Yes. [1' } })
    expect(texts(list, '.running p')).to.deep.equal(['Yes.'])
    await change(list, { answer: { gen: 'g', actor: assistant, text: 'Yes. [1]' } })
    expect(texts(list, '.running .chip')).to.deep.equal(['1'])
  })

  it('follows the end, unless its reader has scrolled up: then it offers to go there', async () => {
    const list = await show({ events: many(30) })
    const atEnd = (): boolean => {
      const { scrollHeight, scrollTop, clientHeight } = scroller(list)
      return scrollHeight - scrollTop - clientHeight < 2
    }
    expect(atEnd()).to.equal(true)
    await change(list, { events: many(31) })
    expect(atEnd()).to.equal(true)
    await scrollTo(list, 300)
    await change(list, { events: many(32) })
    expect(scroller(list).scrollTop).to.equal(300)
    expect(list.shadowRoot!.querySelector('.new')!.nextElementSibling!.textContent).to.contain('Message 32')
    list.shadowRoot!.querySelector<HTMLElement>('.pill')!.click()
    await settled(list.shadowRoot!)
    expect(atEnd()).to.equal(true)
    expect(list.shadowRoot!.querySelector('.pill')).to.equal(null)
  })

  it('stays at the end when something grows in there before the browser tells of its scrolling', async () => {
    const list = await show({ events: many(30) })
    const late = document.createElement('div')
    late.style.blockSize = '300px'
    list.append(late)
    scroller(list).dispatchEvent(new Event('scroll'))
    await settled(list.shadowRoot!)
    await waitUntil(() => {
      const { scrollHeight, scrollTop, clientHeight } = scroller(list)
      return scrollHeight - scrollTop - clientHeight < 2
    })
  })

  it('begins where unread text begins, and does not take its end for seen', async () => {
    const list = await show({})
    let seen = 0
    list.addEventListener('deskbell-seen', () => {
      seen++
    })
    const conversation = { ...sampleConversation, read_seq: 5 }
    await change(list, { id: 'another', events: many(40), conversation })
    const mark = list.shadowRoot!.querySelector('.new')!.getBoundingClientRect().top
    expect(Math.abs(mark - scroller(list).getBoundingClientRect().top)).to.be.lessThan(40)
    expect(seen).to.equal(0)
  })

  it('begins at what came while it was out of sight, as behind a closed panel', async () => {
    const list = await show({ events: many(30), conversation: { ...allRead, read_seq: 30 } })
    list.style.display = 'none'
    await change(list, { events: many(60) })
    list.style.display = ''
    const mark = list.shadowRoot!.querySelector('.new')!
    expect(mark.nextElementSibling!.textContent).to.contain('Message 31')
    const distance = () =>
      Math.abs(mark.getBoundingClientRect().top - scroller(list).getBoundingClientRect().top)
    await waitUntil(() => distance() < 40)
  })

  it('goes to the end again when its reader sends something', async () => {
    const list = await show({ events: many(30) })
    await scrollTo(list, 300)
    await change(list, { pending: [pendingMessage('Mine', 'sending')] })
    const { scrollHeight, scrollTop, clientHeight } = scroller(list)
    expect(scrollHeight - scrollTop - clientHeight).to.be.lessThan(2)
  })

  it('asks for earlier messages at the top, and holds its place while they go in', async () => {
    const list = await show({ events: many(30, 31), hasEarlier: true })
    let asked = 0
    list.addEventListener('deskbell-load-earlier', () => {
      asked++
    })
    await scrollTo(list, 20)
    expect(asked).to.equal(1)
    const place = () => list.shadowRoot!.querySelector('.bubble')!.getBoundingClientRect().top
    const first = list.shadowRoot!.querySelector('.bubble')!
    const before = first.getBoundingClientRect().top
    await change(list, { events: [...many(30), ...many(30, 31)], hasEarlier: false })
    const held = [...list.shadowRoot!.querySelectorAll('.bubble')].find(
      (it) => it.textContent === 'Message 31',
    )!
    expect(Math.abs(held.getBoundingClientRect().top - before)).to.be.lessThan(40)
    expect(place()).to.be.lessThan(-500)
  })

  it('stands at the end of its place while there is little', async () => {
    const list = await show({ events: many(1) })
    const end = scroller(list).getBoundingClientRect().bottom
    const { bottom } = list.shadowRoot!.querySelector('.group')!.getBoundingClientRect()
    expect(end - bottom).to.be.within(1, 40)
  })

  it('says that the end is seen only while it is', async () => {
    const list = await show({ events: many(30) })
    let seen = 0
    list.addEventListener('deskbell-seen', () => {
      seen++
    })
    await scrollTo(list, 300)
    await change(list, { events: many(31) })
    expect(seen).to.equal(0)
    await scrollTo(list, scroller(list).scrollHeight)
    expect(seen).to.be.greaterThan(0)
  })

  checkDemos(messageListDemos)
})
