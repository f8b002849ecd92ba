// Messages that were changed or deleted, and how one's own are: what stands there, who may, keyboard and focus.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { settled, showDemo } from '../demo/demo-checks.ts'
import { type FakeState, fakeState } from '../demo/fake-client.ts'
import { demoTime, mika, nora, sampleConversation } from '../demo/fake-data.ts'
import { blanked, deleted, edited, numbered, said, withChanges } from '../demo/fake-events.ts'
import '../provider/provider.define.ts'
import './message-list.define.ts'
import type { DeleteEvent, EditEvent } from './message-list.events.ts'
import type { DeskbellMessageList } from './message-list.ts'

const allRead = { ...sampleConversation, read_seq: 999, other_read_seq: 0 }

const show = async (state: Partial<FakeState>): Promise<DeskbellMessageList> =>
  (await showDemo({
    render: () =>
      html`<deskbell-message-list
        .state=${fakeState(sampleConversation.id, { conversation: allRead, ...state })}></deskbell-message-list>`,
  })) as DeskbellMessageList
const change = async (list: DeskbellMessageList, change: Partial<FakeState>): Promise<void> => {
  list.state = { ...list.state!, ...change }
  await settled(list.shadowRoot!)
}
const texts = (list: DeskbellMessageList, selector: string): string[] =>
  [...list.shadowRoot!.querySelectorAll(selector)].map((part) =>
    part.textContent!.replace(/\s+/g, ' ').trim(),
  )
const part = (list: DeskbellMessageList, selector: string): HTMLElement =>
  list.shadowRoot!.querySelector<HTMLElement>(selector)!
/** Asked of what must not be there: printing an element in a failure takes for ever. */
const exists = (list: DeskbellMessageList, selector: string): boolean => part(list, selector) !== null
const click = async (list: DeskbellMessageList, selector: string): Promise<void> => {
  part(list, selector).click()
  await settled(list.shadowRoot!)
}
const focused = (list: DeskbellMessageList): string =>
  list.shadowRoot!.activeElement?.textContent?.trim() || (list.shadowRoot!.activeElement?.className ?? '')
/** Two messages of the customer's own, sent a little while ago. */
const own = numbered([
  said(nora, 'It is on the order page.', demoTime(14, 4)),
  said(nora, 'It rubs.', demoTime(14, 5)),
])

describe('changed messages', () => {
  it('show their latest text and say so; what was deleted leaves a place; the changes draw nothing', async () => {
    const list = await show({ events: withChanges })
    expect(texts(list, '.bubble, .gone')).to.deep.equal([
      'Hi Nora, can you send a photo?',
      'It is on the order page.',
      'Message deleted',
      'Message deleted',
      'A new one leaves Bergen today.',
    ])
    expect(texts(list, '.state')).to.deep.equal(['Edited', 'Edited · Sent'])
    expect(texts(list, '.event')).to.have.lengthOf(1)
  })

  it('wait for the page of history that brings the message', async () => {
    const [first, second] = own as [(typeof own)[0], (typeof own)[0]]
    const later = numbered([edited(first, 'It is in the order.')], 3)
    const list = await show({ events: [second, ...later], hasEarlier: true })
    expect(texts(list, '.bubble')).to.deep.equal(['It rubs.'])
    await change(list, { events: [first, second, ...later], hasEarlier: false })
    expect(texts(list, '.bubble')).to.deep.equal(['It is in the order.', 'It rubs.'])
  })

  it('are no news: nothing is marked as new, and a deleted text is not read aloud', async () => {
    const events = numbered([said(mika, 'One', demoTime(14, 0)), said(mika, 'Two', demoTime(14, 0))])
    const [one, two] = events as [(typeof events)[0], (typeof events)[0]]
    const list = await show({
      events: [one, blanked(two), ...numbered([deleted(two), edited(one, 'Eins')], 3)],
      conversation: { ...allRead, read_seq: 2 },
    })
    expect(exists(list, '.new')).to.equal(false)
    const [late] = numbered([said(mika, '', demoTime(14, 1))], 5)
    const more = numbered([deleted(late!)], 6)
    await change(list, { events: [...list.state!.events, blanked(late!), ...more] })
    expect(texts(list, '.spoken p')).to.deep.equal([])
    // What comes while its reader looks on is not marked either.
    const next = numbered([said(mika, 'Three', demoTime(14, 2))], 7)
    await change(list, { events: [...list.state!.events, ...next] })
    expect(texts(list, '.spoken p')).to.deep.equal(['Mika: Three'])
    expect(exists(list, '.new')).to.equal(false)
  })

  it('offers a change of one’s own messages only, for 15 minutes, while the conversation is open', async () => {
    const events = [
      ...numbered([
        said(nora, 'Old', demoTime(13, 54)),
        said(nora, 'Recent', demoTime(13, 56)),
        said(mika, 'Not mine', demoTime(14, 0)),
      ]),
    ]
    const list = await show({ events })
    expect(texts(list, '.has-tools .bubble')).to.deep.equal(['Recent'])
    await change(list, { conversation: { ...allRead, status: 'resolved' } })
    expect(exists(list, '.tools-toggle')).to.equal(false)
  })

  it('leaves the message and its button where they are, however long the question', async () => {
    const list = await show({ events: numbered([said(nora, 'Hi', demoTime(14, 0))]) })
    const place = (selector: string): number => part(list, selector).getBoundingClientRect().left
    const before = ['.bubble', '.tools-toggle'].map(place)
    await click(list, '.tools-toggle')
    await click(list, '.tools .danger')
    expect(['.bubble', '.tools-toggle'].map(place)).to.deep.equal(before)
  })

  it('opens with the keyboard, leads to the first choice, and Escape leads back without leaving the list', async () => {
    const list = await show({ events: own })
    let left = 0
    list.addEventListener('keydown', () => {
      left++
    })
    const toggle = part(list, '.tools-toggle')
    toggle.focus()
    await click(list, '.tools-toggle')
    expect(toggle.getAttribute('aria-expanded')).to.equal('true')
    expect(focused(list)).to.equal('Edit')
    await expect(list).to.be.accessible()
    part(list, '.tools button').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
    )
    await settled(list.shadowRoot!)
    expect(exists(list, '.tools')).to.equal(false)
    expect(list.shadowRoot!.activeElement === toggle).to.equal(true)
    expect(left).to.equal(0)
  })

  it('closes when the focus goes elsewhere, and only one is open at a time', async () => {
    const list = await show({ events: own })
    await click(list, '.tools-toggle')
    part(list, '.scroller').focus()
    await settled(list.shadowRoot!)
    expect(exists(list, '.tools')).to.equal(false)
    const [first, second] = list.shadowRoot!.querySelectorAll<HTMLElement>('.tools-toggle')
    first!.click()
    second!.click()
    await settled(list.shadowRoot!)
    expect(texts(list, '.tools')).to.have.lengthOf(1)
    expect(second!.getAttribute('aria-expanded')).to.equal('true')
  })

  it('asks for an edit with the text as it was written', async () => {
    const list = await show({ events: own })
    let asked: EditEvent | undefined
    list.addEventListener('deskbell-edit', (event) => {
      asked = event as EditEvent
    })
    await click(list, '.tools-toggle')
    await click(list, '.tools button')
    expect([asked?.id, asked?.body]).to.deep.equal([own[0]!.id, 'It is on the order page.'])
    expect(exists(list, '.tools')).to.equal(false)
  })

  it('deletes only after a second word, whose harmless answer has the focus', async () => {
    const list = await show({ events: own })
    const gone: string[] = []
    list.addEventListener('deskbell-delete', (event) => void gone.push((event as DeleteEvent).id))
    await click(list, '.tools-toggle')
    await click(list, '.tools .danger')
    expect(focused(list)).to.equal('Keep')
    expect(part(list, '.tools').getAttribute('aria-label')).to.equal('Delete for everyone?')
    await expect(list).to.be.accessible()
    await click(list, '.tools .first')
    expect(gone).to.deep.equal([])
    await click(list, '.tools-toggle')
    await click(list, '.tools .danger')
    await click(list, '.tools .danger')
    expect(gone).to.deep.equal([own[0]!.id])
    expect(exists(list, '.tools')).to.equal(false)
    expect(list.shadowRoot!.activeElement === part(list, '.scroller')).to.equal(true)
  })
})
