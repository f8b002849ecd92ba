// What a thread tells of a team's work, what it folds, and what one does from it.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { ConversationState } from '../../client/conversation-state.ts'
import type { WritableStore } from '../../client/store.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { Actor } from '../../protocol/actor.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import '../app/console-app.define.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { actorOf, ana, at, customerOf, fakeNow, idOf, inView, mika, nora } from '../demo/fake-desk.ts'
import { fakeLog, noraLog } from '../demo/fake-log.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { ChooseEvent, type ConsoleMenu } from '../menu/console-menu.ts'
import type { ConversationThread } from './conversation-thread.ts'

const other = { id: idOf(101), reference: 'DB-2HW50RJC', subject: 'Chain skips' }
const rotor = { id: idOf(61), name: 'bent-rotor' }

async function open(options: FakeAgentClientOptions = {}): Promise<DeskbellConsole> {
  const client = createFakeAgentClient({ inbox: { conversations: inView.mine }, ...options })
  const element =
    await standUp(html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id}
    .clock=${fakeNow} .attentive=${() => true}></deskbell-console>`)
  await waitUntil(() => exists(element, '.scroller .log'))
  return element
}
type Line = Parameters<typeof fakeLog>[1][number]
const withLog = (lines: readonly Omit<Line, 'at'>[], rest: FakeAgentClientOptions = {}) =>
  open({
    ...rest,
    states: {
      [nora.id]: {
        events: fakeLog(
          nora,
          lines.map((line) => ({ ...line, at: at(14, 0) })),
        ),
      },
    },
  })
const says = (body: string, by: Actor = customerOf(nora)): Omit<Line, 'at'> => ({
  by,
  part: {
    type: 'message.created',
    data: { body, content: [{ type: 'paragraph', children: [body] }], citations: [], answer: null },
  },
})
const lines = (element: DeskbellConsole): string[] => findAll(element, '.event').map(textOf)
const thread = (element: DeskbellConsole) =>
  find<ConversationThread>(element, 'deskbell-conversation-thread')!
async function run(element: DeskbellConsole, label: string): Promise<void> {
  find(element, '.more')!.shadowRoot!.querySelector<HTMLElement>('.opener')!.click()
  await settled(element)
  findAll(element, '.item')
    .find((item) => textOf(item).includes(label))!
    .click()
  await settled(element)
}

describe('deskbell-conversation-thread, what a team did', () => {
  it('tells each fact on a line of its own, and names other conversations as links that open them', async () => {
    const element = await withLog([
      {
        by: actorOf(mika),
        part: {
          type: 'conversation.facts_changed',
          data: { priority: { from: 'normal', to: 'high' }, tags: { added: [rotor], removed: [] } },
        },
      },
      {
        by: actorOf(mika),
        part: { type: 'conversation.snoozed', data: { until: null, previous: at(9, 0), why: 'reply' } },
      },
      { by: actorOf(ana), part: { type: 'conversation.linked', data: { other, linked: true } } },
    ])
    expect(lines(element)).to.deep.equal([
      'Mika set the priority to High · 14:00',
      'Mika added bent-rotor · 14:00',
      'Back from snooze, because Nora wrote · 14:00',
      'Ana linked this to DB-2HW50RJC Chain skips · 14:00',
    ])
    let opened = ''
    element.addEventListener('deskbell-open-conversation', (event) => {
      opened = (event as Event & { conversationId: string }).conversationId
    })
    find(element, '.event .ref')!.click()
    expect(opened).to.equal(other.id)
  })

  it('folds what was merged into it, and opens it in place', async () => {
    const merged = {
      type: 'conversation.merged' as const,
      data: { direction: 'from' as const, other, merged: true, why: 'agent' as const },
    }
    const answer = (name: string): unknown =>
      name === 'conversation.aside'
        ? { replies: [], scheduled: [], links: [], merged: [{ ...other, messages: 12, at: at(13, 0) }] }
        : name === 'conversation.history'
          ? { events: noraLog }
          : undefined
    const element = await withLog([{ by: actorOf(ana), part: merged }], { answer })
    await waitUntil(() => exists(element, '.fold'))
    expect(textOf(find(element, '.fold'))).to.equal('12 messages from DB-2HW50RJC')
    find(element, '.fold button')!.click()
    await waitUntil(() => exists(element, '.folded'))
    expect(findAll(element, '.folded .message')).to.have.lengthOf(4)
  })

  it('folds what an e-mail quotes, marks who a note calls for, and shows what a message said before', async () => {
    const sent = says('It left.', actorOf(mika))
    const element = await withLog([
      says('Still squeals.\n\n> Try sanding.'),
      {
        by: actorOf(ana),
        part: {
          type: 'note.created',
          data: {
            body: '@Mika look',
            content: [{ type: 'paragraph', children: ['@Mika look'] }],
            citations: [],
            answer: null,
            mentions: [{ id: mika.id, name: 'Mika' }],
          },
        },
      },
      sent,
      {
        by: actorOf(mika),
        part: {
          type: 'message.edited',
          data: {
            message_id: idOf(100_002),
            body: 'It left at noon.',
            content: [],
            citations: [],
            answer: null,
          },
        },
      },
    ])
    expect(textOf(find(element, '.customer .body'))).to.equal('Still squeals.Show quoted text')
    find(element, '.more-toggle')!.click()
    await settled(element)
    expect(textOf(find(element, '.quoted'))).to.equal('> Try sanding.')
    expect(textOf(find(element, '.note strong > em'))).to.equal('@Mika')
    findAll(element, '.team .state button')
      .find((button) => textOf(button) === 'Edited')!
      .click()
    await settled(element)
    expect(textOf(find(element, '.former'))).to.equal('14:00 It left.')
  })

  it('leads to every message by a link of its own, also to one that goes on under the same name', async () => {
    const element = await withLog([says('It squeals.'), says('In the rain, too.')])
    const links = findAll<HTMLAnchorElement>(element, '.message a.at')
    expect(links.map((link) => link.hash.split('/').at(-1))).to.deep.equal(
      findAll(element, '.message').map((message) => message.dataset.event),
    )
    expect(getComputedStyle(links[1]!).opacity).to.equal('0')
    links[1]!.focus()
    expect(getComputedStyle(links[1]!).opacity).to.equal('1')
  })

  it('translates a message where it stands, and shows the original again', async () => {
    const conversation = { ...nora, contact: { ...nora.contact, locale: 'de' } }
    const element = await open({ states: { [nora.id]: { conversation } } })
    await waitUntil(() => findAll(element, '.customer .state button').length > 0)
    find(element, '.customer .state button')!.click()
    await waitUntil(() => exists(element, '.state.from'))
    expect(textOf(find(element, '.customer .body'))).to.equal('Ihre alten Schrauben sind gut.')
    expect(textOf(find(element, '.state.from'))).to.equal('Translated from German Show original')
    find(element, '.state.from button')!.click()
    await settled(element)
    expect(textOf(find(element, '.original'))).to.equal('Can I return brake pads I fitted once?')
  })
})

describe('deskbell-conversation-thread, own fields', () => {
  it('sets a field of each kind by name and value, says so, and takes it back', async () => {
    const base = { required: false, id: 'f' }
    const fields = [
      { ...base, key: 'order', label: 'Order', type: 'number' },
      { ...base, key: 'due', label: 'Due', type: 'date' },
      { ...base, key: 'size', label: 'Size', type: 'select', options: ['S', 'L'] },
      { ...base, key: 'gift', label: 'Gift', type: 'checkbox' },
    ]
    const answer = (name: string): unknown => (name === 'GET /conversation-fields' ? { fields } : undefined)
    const element = await open({
      answer,
      states: { [nora.id]: { conversation: { ...nora, custom: { size: 'S' } } } },
    } as unknown as FakeAgentClientOptions)
    const pick = async (label: string): Promise<void> => {
      await waitUntil(() =>
        findAll(element, '[role="option"]').some((each) => textOf(each).startsWith(label)),
      )
      findAll(element, '[role="option"]')
        .find((each) => textOf(each).startsWith(label))!
        .click()
      await settled(element)
    }
    const set = async (field: string, typed: string | null, row: string): Promise<void> => {
      const menu = find(element, 'deskbell-conversation-thread')!.shadowRoot!.querySelector<ConsoleMenu>(
        '.more',
      )!
      await waitUntil(() => menu.items.some(({ id }) => id === 'chat.field'))
      menu.dispatchEvent(new ChooseEvent('chat.field'))
      await pick(field)
      if (typed !== null) {
        const input = find<HTMLInputElement>(element, '.field input')!
        input.value = typed
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await settled(element)
      }
      await pick(row)
    }
    await set('Order', '1042', 'Set to “1042”')
    await set('Due', '2026-12-24', 'Set to “24 Dec 2026”')
    await set('Size', null, 'L')
    await set('Gift', null, 'yes')
    await set('Size', null, 'Leave it empty')
    const said = callsOf(element, 'facts.set').map(([input]) => (input as { custom: object }).custom)
    expect(said).to.deep.equal([
      { order: 1042 },
      { due: '2026-12-24' },
      { size: 'L' },
      { gift: true },
      { size: null },
    ])
    find<HTMLElement>(element, '.way')!.click()
    await settled(element)
    expect(callsOf(element, 'facts.set').at(-1)).to.deep.equal([{ custom: { size: 'S' } }])
  })
})

describe('deskbell-conversation-thread, others at work', () => {
  it('shows who looks and who writes too, and leaves it to them', async () => {
    const element = await open()
    fakeOf(element).tell('viewers.changed', {
      conversation_id: nora.id,
      viewers: [mika, ana].map(({ id, name }) => ({ id, name, since: at(14, 0) })),
    })
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, typing: [{ actor: actorOf(ana), text: '' }] }))
    await settled(element)
    expect(find(element, '.viewers')!.getAttribute('aria-label')).to.equal('Ana looking at this too')
    expect(textOf(find(element, '.strip'))).to.contain('Ana is writing to Nora too')
    find(element, '.strip button')!.click()
    expect(callsOf(element, 'assign')).to.deep.equal([[ana.id]])
    expect(callsOf(element, 'conversation.view')).to.deep.equal([[{ shown: true }]])
  })

  it('holds a reply that has crossed another’s until somebody decides', async () => {
    const problem = {
      code: 'reply-crossed',
      context: { by: actorOf(ana), at: new Date(fakeNow() - 3000).toISOString(), seq: 9 },
    }
    const pending = [{ cid: 'c1', kind: 'message', body: 'Mine', at: 0, state: 'failed', problem }]
    const element = await open({ states: { [nora.id]: { pending } } } as unknown as FakeAgentClientOptions)
    expect(textOf(find(element, '.held'))).to.contain('Ana replied 3 s ago. Send anyway?')
    const [discard, edit, send] = findAll(element, '.held button')
    send!.click()
    expect(callsOf(element, 'sendAnyway')).to.deep.equal([['c1']])
    edit!.click()
    await waitUntil(() => find<HTMLTextAreaElement>(element, 'textarea')!.value === 'Mine')
    discard!.click()
    expect(callsOf(element, 'discard')).to.have.lengthOf(2)
  })
})

describe('deskbell-conversation-thread, what one does', () => {
  it('tags from a list that makes new ones, and takes it back', async () => {
    const answer = (name: string): unknown =>
      name === 'GET /tags'
        ? { tags: [rotor] }
        : name === 'POST /tags'
          ? { id: idOf(62), name: 'batch' }
          : undefined
    const element = await open({ answer })
    await run(element, 'Tag…')
    await waitUntil(() => exists(element, '[role="option"]'))
    find(element, '[role="option"]')!.click()
    const field = find<HTMLInputElement>(element, '.field input')!
    field.value = 'batch'
    field.dispatchEvent(new InputEvent('input'))
    await settled(element)
    findAll(element, '[role="option"]')
      .find((item) => textOf(item) === 'New tag “batch”')!
      .click()
    await waitUntil(() => callsOf(element, 'facts.set').length === 2)
    expect(callsOf(element, 'facts.set')).to.deep.equal([
      [{ add_tag_ids: [rotor.id] }],
      [{ add_tag_ids: [idOf(62)] }],
    ])
  })

  it('splits chosen messages off and opens what they became', async () => {
    const element = await open()
    await run(element, 'Split messages off')
    findAll<HTMLInputElement>(element, '.choose')[0]!.click()
    await settled(element)
    find(element, '.strip.split .solid')!.click()
    await waitUntil(() => callsOf(element, 'conversation.split').length > 0)
    const [[input]] = callsOf(element, 'conversation.split') as [[{ message_ids: string[] }]]
    expect(input.message_ids).to.deep.equal([noraLog[1]!.id])
  })

  it('merges after showing both, into one of the customer’s others', async () => {
    const answer = (name: string): unknown =>
      name.endsWith('/conversations')
        ? { conversations: [nora, { ...nora, ...other }] }
        : name === 'conversation.history'
          ? { events: noraLog }
          : undefined
    const element = await open({ answer })
    await run(element, 'Merge into another')
    const part = <T extends HTMLElement>(selector: string): T | null =>
      find(element, 'deskbell-join-conversation')?.shadowRoot?.querySelector<T>(selector) ?? null
    await waitUntil(() => part('input') !== null)
    part('input')!.click()
    await waitUntil(() => findAll(element, '.both section p').length > 3)
    part('.solid')!.click()
    await waitUntil(() => callsOf(element, 'conversation.merge').length > 0)
    expect(callsOf(element, 'conversation.merge')).to.deep.equal([[{ into_id: other.id }]])
  })

  it('takes back what was done together with a reply, once it has been done', async () => {
    const element = await open()
    const field = find<HTMLTextAreaElement>(element, 'textarea')!
    field.value = 'All done then.'
    field.dispatchEvent(new InputEvent('input'))
    await settled(element)
    const keys = { key: 'Enter', ctrlKey: true, shiftKey: true, bubbles: true, cancelable: true }
    field.dispatchEvent(new KeyboardEvent('keydown', keys))
    await settled(element)
    expect(callsOf(element, 'send')[0]![2]).to.deep.include({ and: { do: 'resolve' } })
    const line = (): string => textOf(find(element, 'deskbell-undo-line')!.shadowRoot!.querySelector('.text'))
    expect(line()).to.equal('')
    const state = thread(element).view!.state as WritableStore<ConversationState<AgentConversation>>
    state.update((now) => ({ ...now, conversation: { ...now.conversation!, status: 'resolved' } }))
    await settled(element)
    expect(line()).to.equal('Resolved')
    find(element, 'deskbell-undo-line')!.shadowRoot!.querySelector<HTMLElement>('.way')!.click()
    await settled(element)
    expect(callsOf(element, 'reopen')).to.have.lengthOf(1)
  })

  it('draws of ten thousand messages only what is near, and goes to one that a link names', async () => {
    const many = Array.from(
      { length: 10_000 },
      (_, n): LogEvent => ({ ...noraLog[1]!, id: idOf(2_000_000 + n), seq: n + 1 }),
    )
    const element = await open({ states: { [nora.id]: { events: many } } })
    expect(findAll(element, '.message').length).to.be.below(120)
    const wanted = many[4000]!.id
    const { renderRoot } = thread(element)
    Object.assign(thread(element), { eventId: wanted })
    await waitUntil(() => renderRoot.querySelector(`[data-event="${wanted}"].target`) !== null)
    const line = renderRoot.querySelector(`[data-event="${wanted}"]`)!.getBoundingClientRect()
    const box = renderRoot.querySelector('.scroller')!.getBoundingClientRect()
    expect(line.top > box.top && line.bottom < box.bottom).to.equal(true)
    expect(findAll(element, '.message').length).to.be.below(240)
  })

  it('begins where what is new begins, though that is further back than it was opened with, and has read none of it', async () => {
    const many = Array.from(
      { length: 5600 },
      (_, n): LogEvent => ({
        ...noraLog[1]!,
        id: idOf(3_000_000 + n),
        seq: n + 1,
        actor: customerOf(nora),
      }),
    )
    const conversation = { ...nora, head: 5600, read_seq: 300, unread: 100 }
    const asked: number[] = []
    let tooEarly = false
    const element = await open({
      states: { [nora.id]: { conversation, events: many.slice(5580), hasEarlier: true } },
      on: (name, limit) => {
        if (name !== 'loadEarlier') return
        const desk = document.querySelector('deskbell-console')!
        const state = fakeOf(desk).state(nora.id)
        const from = state.get().events[0]!.seq - 1
        asked.push(from)
        tooEarly ||= exists(desk, '.day.new')
        state.update((now) => ({ ...now, events: many.slice(Math.max(0, from - Number(limit))) }))
      },
    })
    const { renderRoot } = thread(element)
    await waitUntil(() => {
      const line = renderRoot.querySelector('.day.new')?.getBoundingClientRect()
      const box = renderRoot.querySelector('.scroller')!.getBoundingClientRect()
      return line && line.top >= box.top - 1 && line.bottom <= box.bottom
    })
    expect(asked).to.deep.equal(Array.from({ length: 11 }, (_, n) => 5580 - n * 500))
    expect(tooEarly, 'the line stands only where it is known to belong').to.equal(false)
    expect(renderRoot.querySelector<HTMLElement>('.day.new + .message')!.dataset.event).to.equal(
      many[300]!.id,
    )
    expect(callsOf(element, 'read')).to.deep.equal([])
  })
})
