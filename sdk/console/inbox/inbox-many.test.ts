// The list under load and under the hand: 100,000 rows, rows that come while somebody aims, rows chosen together.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import '../app/console-app.define.ts'
import type { BulkOperation } from '../../protocol/desk-tools.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { at, fakeConversation, fakeNow } from '../demo/fake-desk.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { Desk } from '../desk.context.ts'
import type { ConversationPeek } from '../peek/conversation-peek.ts'

const many = (count: number) =>
  Array.from({ length: count }, (_, n) =>
    fakeConversation({
      n: 1000 + n,
      person: 1000 + (n % 500),
      name: `Customer ${n}`,
      says: 'Hello',
      when: at(12, 0),
    }),
  )

const stand = (
  count: number,
  answer?: (name: string, input: unknown) => unknown,
): Promise<DeskbellConsole> => {
  const client = createFakeAgentClient({
    inbox: { view: 'open', query: { view: 'open' }, conversations: many(count) },
    ...(answer && { answer }),
  })
  return standUp(
    html`<deskbell-console locale="en-GB" .client=${client} .view=${'open'} .clock=${fakeNow}></deskbell-console>`,
  )
}
const rows = (element: DeskbellConsole): HTMLElement[] => findAll(element, 'section .row')
const names = (element: DeskbellConsole): string[] =>
  rows(element).map((row) => textOf(row.querySelector('.name')))
const scroller = (element: DeskbellConsole): HTMLElement => find(element, '.scroller')!
const scrollTo = async (element: DeskbellConsole, top: number): Promise<void> => {
  scroller(element).scrollTop = top
  scroller(element).dispatchEvent(new Event('scroll'))
  await settled(element)
}
const key = (element: DeskbellConsole, name: string, more: KeyboardEventInit = {}): void =>
  void (find(element, 'deskbell-inbox-list')!.shadowRoot!.activeElement ?? document.body).dispatchEvent(
    new KeyboardEvent('keydown', { key: name, bubbles: true, composed: true, cancelable: true, ...more }),
  )
const point = (element: DeskbellConsole, row: number): void =>
  void rows(element)[row]!.dispatchEvent(
    new PointerEvent('pointermove', { bubbles: true, composed: true, pointerType: 'mouse' }),
  )
const leave = async (element: DeskbellConsole): Promise<void> => {
  scroller(element).dispatchEvent(new PointerEvent('pointerleave'))
  await settled(element)
}
const newest = fakeConversation({ n: 7, person: 7, name: 'Newest', says: 'Me first', when: at(14, 7) })
const arrive = async (element: DeskbellConsole): Promise<void> => {
  fakeOf(element).inbox.state.update((value) => ({
    ...value,
    conversations: [newest, ...value.conversations],
  }))
  await settled(element)
}

describe('deskbell-inbox-list with many', () => {
  it('draws a screenful of 100,000, says how many there are, and reaches the last', async () => {
    const element = await stand(100_000)
    expect(rows(element).length).to.be.lessThan(60)
    const item = find(element, 'section li')!
    expect([item.getAttribute('aria-posinset'), item.getAttribute('aria-setsize')]).to.deep.equal([
      '1',
      '100000',
    ])
    rows(element)[0]!.focus()
    key(element, 'End')
    await settled(element)
    expect(rows(element).length).to.be.lessThan(60)
    const last = find(element, 'deskbell-inbox-list')!.shadowRoot!.activeElement!
    expect(textOf(last.querySelector('.name'))).to.equal('Customer 99999')
    const edge = scroller(element).getBoundingClientRect()
    expect(last.getBoundingClientRect().bottom).to.be.at.most(edge.bottom)
    expect(last.getBoundingClientRect().top).to.be.at.least(edge.top)
  })

  it('keeps the focused row in the page while somebody scrolls far away', async () => {
    const element = await stand(5000)
    rows(element)[2]!.focus()
    await scrollTo(element, 100_000)
    expect(names(element)).to.include('Customer 1400')
    const active = find(element, 'deskbell-inbox-list')!.shadowRoot!.activeElement!
    expect(textOf(active.querySelector('.name'))).to.equal('Customer 2')
  })

  it('holds what is in sight where it is while rows come above it', async () => {
    const element = await stand(5000)
    await scrollTo(element, 7200)
    const row = rows(element).find((each) => textOf(each).includes('Customer 105'))!
    const before = row.getBoundingClientRect().top
    await arrive(element)
    expect(row.isConnected).to.equal(true)
    expect(Math.abs(row.getBoundingClientRect().top - before)).to.be.lessThan(1)
  })

  it('draws what comes into the element of what goes, and leaves alone what is as it was', async () => {
    const element = await stand(5000)
    const before = new Set(rows(element))
    const { state } = fakeOf(element).inbox
    let read = 0
    const watched = state.get().conversations[2]!
    const { tags } = watched
    Object.defineProperty(watched, 'tags', {
      get: () => {
        read += 1
        return tags
      },
    })
    await arrive(element)
    expect(names(element).slice(0, 2)).to.deep.equal(['Newest', 'Customer 0'])
    expect(rows(element).every((row) => before.has(row))).to.equal(true)
    expect(read).to.equal(0)
    state.update(({ conversations, ...rest }) => ({
      ...rest,
      conversations: conversations.map((each) => (each === watched ? { ...each, unread: 2 } : each)),
    }))
    await settled(element)
    expect(textOf(rows(element)[3]!)).to.contain('2 unread')
  })

  it('gives the element with the focus to no other row when its own goes', async () => {
    const element = await stand(5)
    rows(element)[1]!.focus()
    const { state } = fakeOf(element).inbox
    state.update(({ conversations, ...rest }) => ({
      ...rest,
      conversations: [conversations[0]!, ...conversations.slice(2), newest],
    }))
    await settled(element)
    const active = find(element, 'deskbell-inbox-list')!.shadowRoot!.activeElement!
    expect(textOf(active.querySelector('.name'))).to.equal('Customer 2')
    expect(names(element)).to.include('Newest')
  })
})

describe('deskbell-inbox-list under the hand', () => {
  it('moves nothing under a pointer, says what waits, and brings it when the pointer has gone', async () => {
    const element = await stand(20)
    point(element, 3)
    const before = rows(element)[3]!.getBoundingClientRect().top
    await arrive(element)
    expect(names(element)[3]).to.equal('Customer 3')
    expect(rows(element)[3]!.getBoundingClientRect().top).to.equal(before)
    expect(textOf(find(element, '.news'))).to.equal('1 new')
    await leave(element)
    expect(names(element)[0]).to.equal('Newest')
    expect(exists(element, '.news')).to.equal(false)
  })

  it('lets what has left keep its place under a pointer, and says that it has', async () => {
    const element = await stand(20)
    point(element, 3)
    const { state } = fakeOf(element).inbox
    state.update((value) => ({ ...value, conversations: value.conversations.slice(1) }))
    await settled(element)
    expect(names(element).slice(0, 2)).to.deep.equal(['Customer 0', 'Customer 1'])
    expect(textOf(rows(element)[0]!)).to.contain('moved on')
    await leave(element)
    expect(names(element)[0]).to.equal('Customer 1')
  })

  it('adds below at once what moves nothing, and writes new words into their row', async () => {
    const element = await stand(3)
    point(element, 0)
    const { state } = fakeOf(element).inbox
    const said = { preview: 'Still there?', at: at(14, 8), actor: newest.last_message!.actor }
    state.update(({ conversations, ...rest }) => ({
      ...rest,
      conversations: [
        conversations[0]!,
        { ...conversations[1]!, last_message: said },
        conversations[2]!,
        newest,
      ],
    }))
    await settled(element)
    expect(names(element)).to.deep.equal(['Customer 0', 'Customer 1', 'Customer 2', 'Newest'])
    expect(textOf(rows(element)[1]!)).to.contain('Still there?')
    expect(exists(element, '.news')).to.equal(false)
  })

  it('brings what waits on request, and shows it', async () => {
    const element = await stand(50)
    rows(element)[0]!.focus()
    await arrive(element)
    expect(names(element)[0]).to.equal('Customer 0')
    find(element, '.news')!.click()
    await settled(element)
    expect(names(element)[0]).to.equal('Newest')
    expect(scroller(element).scrollTop).to.equal(0)
  })
})

describe('deskbell-inbox-list, rows chosen together', () => {
  it('chooses by x and shift+x, says how many, and lets go by Escape', async () => {
    const element = await stand(20)
    rows(element)[1]!.focus()
    key(element, 'x')
    await settled(element)
    expect(textOf(find(element, '[role="toolbar"] .count'))).to.equal('1 selected')
    rows(element)[4]!.focus()
    key(element, 'X', { shiftKey: true })
    await settled(element)
    expect(textOf(find(element, '[role="toolbar"] .count'))).to.equal('4 selected')
    await expect(element).to.be.accessible()
    key(element, 'Escape')
    await settled(element)
    expect(exists(element, '[role="toolbar"] .count')).to.equal(false)
  })

  it('chooses by its box, a range by shift and all that is shown by ⌘A', async () => {
    const element = await stand(20)
    findAll<HTMLInputElement>(element, '.pick input')[2]!.click()
    rows(element)[5]!.dispatchEvent(
      new MouseEvent('click', { bubbles: true, composed: true, shiftKey: true }),
    )
    await settled(element)
    expect(textOf(find(element, '[role="toolbar"] .count'))).to.equal('4 selected')
    expect(callsOf(element, 'open')).to.deep.equal([])
    rows(element)[0]!.focus()
    key(element, 'a', { ctrlKey: true })
    await settled(element)
    expect(textOf(find(element, '[role="toolbar"] .count'))).to.equal('20 selected')
  })

  it('does it to all that were chosen as one operation, tells how far it is, and takes it back', async () => {
    const id = '00000000-0000-7000-8000-000000000001'
    const operation: Omit<BulkOperation, 'id'> = {
      state: 'running',
      total: 3,
      done: 0,
      failed: 0,
      failures: [],
      undoable: true,
    }
    let begun = id
    const element = await stand(20, (name, input) => {
      if (name === 'POST /bulk') begun = (input as { id: string }).id
      if (!name.includes('/bulk')) return undefined
      return { ...operation, id: begun, state: name.endsWith('/undo') ? 'undoing' : 'running' }
    })
    const line = (): Element | null => find(element, 'deskbell-undo-line')!.shadowRoot!.querySelector('.line')
    const { desk } = find(element, 'deskbell-inbox-list') as unknown as { desk: Desk }
    desk.undo.say('Link copied')
    for (const row of [0, 1, 2]) findAll<HTMLInputElement>(element, '.pick input')[row]!.click()
    await settled(element)
    expect(textOf(line())).to.equal('Link copied')
    findAll(
      element,
      'deskbell-bulk-bar [data-command="select.resolve"], [data-command="select.resolve"]',
    )[0]!.click()
    await waitUntil(() => exists(element, 'progress'))
    // From here on the strip speaks.
    expect(line()).to.equal(null)
    const [body] = callsOf(element, 'POST /bulk')[0] as [{ conversation_ids: string[]; actions: unknown[] }]
    expect(body.conversation_ids).to.have.lengthOf(3)
    expect(body.actions).to.deep.equal([{ type: 'resolve' }])
    fakeOf(element).tell('bulk.progress', { operation: { ...operation, id: begun, done: 2 } })
    await settled(element)
    expect(find<HTMLProgressElement>(element, 'progress')!.value).to.equal(2)
    const failures = [{ conversation_id: id, reference: 'DB-7K3M92QF', reason: 'It was taken.' }]
    fakeOf(element).tell('bulk.progress', {
      operation: { ...operation, id: begun, state: 'done', done: 2, failed: 1, failures },
    })
    await settled(element)
    expect(textOf(find(element, '.failures'))).to.equal('DB-7K3M92QF It was taken.')
    // The way back stands once, below the list.
    expect(line()).to.equal(null)
    await expect(element).to.be.accessible()
    const undo = findAll(element, '.line .button').find((button) => textOf(button) === 'Undo')!
    undo.focus()
    undo.click()
    fakeOf(element).tell('bulk.progress', { operation: { ...operation, id: begun, state: 'undoing' } })
    await settled(element)
    expect(undo.isConnected).to.equal(false)
    expect(find(element, 'deskbell-bulk-strip')!.shadowRoot!.activeElement).not.to.equal(null)
    expect(callsOf(element, `POST /bulk/${begun}/undo`)).to.have.lengthOf(1)
    // What is said of something else stands above, as long as the strip is there, and then where it always does.
    desk.undo.say('Link copied')
    const end = (): number => line()!.getBoundingClientRect().bottom
    await waitUntil(() => line() && end() < find(element, 'deskbell-bulk-strip')!.getBoundingClientRect().top)
    fakeOf(element).tell('bulk.progress', {
      operation: { ...operation, id: begun, state: 'undone', done: 3 },
    })
    await settled(element)
    find(element, 'deskbell-bulk-strip')!.shadowRoot!.querySelector<HTMLElement>('.square')!.click()
    await waitUntil(() => end() === element.getBoundingClientRect().bottom - 12)
  })

  it('offers all that the view finds where more than is loaded belongs to it, and names the view', async () => {
    const element = await stand(50)
    const { state } = fakeOf(element).inbox
    state.update((value) => ({ ...value, hasMore: true, counts: { ...value.counts, open: 640 } }))
    rows(element)[0]!.focus()
    key(element, 'a', { ctrlKey: true })
    await settled(element)
    expect(textOf(find(element, '.all'))).to.equal('Select all 640 of this view')
    find(element, '.all')!.click()
    await settled(element)
    key(element, 'e')
    await waitUntil(() => callsOf(element, 'POST /bulk').length > 0)
    const [body] = callsOf(element, 'POST /bulk')[0] as [{ view: string; conversation_ids?: unknown }]
    expect([body.view, body.conversation_ids]).to.deep.equal(['open', undefined])
  })

  it('assigns the row with the focus by a key, from a list of people', async () => {
    const element = await stand(5)
    rows(element)[1]!.focus()
    key(element, 'a')
    await waitUntil(() => exists(element, '[role="option"]'))
    await settled(element)
    findAll(element, '[role="option"]')
      .find((option) => textOf(option).includes('Ana'))!
      .click()
    await waitUntil(() => callsOf(element, 'POST /bulk').length > 0)
    const [body] = callsOf(element, 'POST /bulk')[0] as [{ conversation_ids: string[] }]
    expect(body.conversation_ids).to.have.lengthOf(1)
  })
})

describe('deskbell-inbox-list, looking into a row', () => {
  it('shows the last words beside the list by the space key, goes along with the focus, and opens nothing', async () => {
    const element = await stand(5)
    const peek = () => find<ConversationPeek>(element, 'deskbell-conversation-peek')
    rows(element)[1]!.focus()
    const before = element.conversationId
    key(element, ' ')
    await waitUntil(() => peek()?.box?.matches(':popover-open'))
    expect(textOf(peek()!.box)).to.contain('Customer 1')
    await waitUntil(() => peek()!.view !== null)
    await expect(element).to.be.accessible()
    key(element, 'j')
    await waitUntil(() => textOf(peek()!.box).includes('Customer 2'))
    expect([callsOf(element, 'read').length, element.conversationId]).to.deep.equal([0, before])
    key(element, 'Escape')
    await waitUntil(() => !peek()!.box?.matches(':popover-open'))
    expect(callsOf(element, 'close').length).to.be.above(0)
  })

  it('chooses a row a finger is held down on, and then those that are tapped', async () => {
    const element = await stand(5)
    const finger = (row: Element, type: string): void =>
      void row.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true, pointerType: 'touch' }))
    const [first, second] = rows(element)
    finger(first!, 'pointerdown')
    await waitUntil(() => first!.matches('.picked'))
    finger(first!, 'pointerup')
    first!.click()
    expect(element.conversationId === null).to.equal(true)
    find<HTMLElement & { phone: boolean }>(element, 'deskbell-inbox-list')!.phone = true
    second!.click()
    await settled(element)
    expect(second!.matches('.picked')).to.equal(true)
  })
})

describe('deskbell-inbox-list, filter', () => {
  it('narrows the list by what is chosen, says it on chips, and makes a view of it', async () => {
    const client = createFakeAgentClient({ inbox: { view: 'mine', query: { view: 'mine' } } })
    const element = await standUp(
      html`<deskbell-console locale="en-GB" .client=${client} .clock=${fakeNow}></deskbell-console>`,
    )
    find(element, '[aria-label="Filter"]')!.click()
    await waitUntil(() => exists(element, '.fields'))
    await settled(element)
    find(element, '[name="priority"]')!.click()
    await waitUntil(() => exists(element, '[role="option"]'))
    findAll(element, '[role="option"]')[0]!.click()
    await settled(element)
    expect(textOf(find(element, '.chip'))).to.equal('Priority: Urgent')
    await waitUntil(() => callsOf(element, 'show').length > 1)
    expect(callsOf(element, 'show').at(-1)).to.deep.equal([
      { view: 'mine', filter: { priority: ['urgent'] } },
    ])
    findAll(element, '.foot .button')[0]!.click()
    await settled(element)
    find<HTMLFormElement>(element, 'form.foot')!.requestSubmit()
    await settled(element)
    expect(textOf(find(element, '#fault'))).to.equal('Give the view a name')
    await expect(element).to.be.accessible()
    find<HTMLInputElement>(element, '.view-name')!.value = 'Burning'
    find<HTMLFormElement>(element, 'form.foot')!.requestSubmit()
    await waitUntil(() => element.path.startsWith('/saved/'))
    expect(textOf(find(element, 'h1'))).to.equal('Burning')
  })
})
