// What an agent can do in a conversation, and what they see of it.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError, type ApiErrorCode } from '../../client/api-error.ts'
import type { PendingMessage } from '../../client/conversation-state.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { Agent } from '../../protocol/agent.ts'
import { consoleDemos } from '../app/console-app.demo.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import type { OpenArticleEvent } from '../copilot/open-article.event.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import {
  ana,
  assistant,
  customerOf,
  fakeNow,
  inView,
  mika,
  nora,
  orders,
  waiting,
} from '../demo/fake-desk.ts'
import { noraLog } from '../demo/fake-log.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { ConversationThread } from './conversation-thread.ts'

const problem = (code: ApiErrorCode, context: Record<string, unknown>): ApiError =>
  new ApiError(code, 'no', {
    type: '',
    code: 'conversation-taken',
    title: 'Somebody else has taken the conversation',
    status: 409,
    message: '',
    context,
  })

const openWith = (options: FakeAgentClientOptions, id: string): Promise<DeskbellConsole> => {
  const client = createFakeAgentClient({ ...options, inbox: { conversations: inView.mine } })
  return standUp(html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${id} .clock=${fakeNow}
    .attentive=${() => true}></deskbell-console>`)
}
const pending = (part: Partial<PendingMessage>): PendingMessage => ({
  cid: 'c1',
  kind: 'message',
  body: 'It left at noon',
  at: 0,
  state: 'sending',
  problem: null,
  ...part,
})
const write = async (element: DeskbellConsole, text: string): Promise<void> => {
  const area = find<HTMLTextAreaElement>(element, 'textarea')!
  area.value = text
  area.dispatchEvent(new InputEvent('input'))
  await settled(element)
}
const choose = async (element: DeskbellConsole, label: string): Promise<void> => {
  if (!exists(element, '[role="option"]')) find(element, '.holder')!.click()
  await waitUntil(() => exists(element, '[role="option"]'))
  findAll(element, '[role="option"]')
    .find((item) => textOf(item).includes(label))!
    .click()
  await settled(element)
}

describe('deskbell-conversation-thread', () => {
  it('shows what a customer can answer with one tap, to be seen and not to be pressed', async () => {
    const last = noraLog.findLast(({ type }) => type === 'message.created')!
    const choices = [{ label: 'The rotor', value: 'The rotor rubs.' }, { label: 'The pads' }]
    const events = noraLog.map((event) =>
      event === last ? ({ ...event, data: { ...event.data, choices } } as typeof event) : event,
    )
    const element = await openWith({ states: { [nora.id]: { events } } } as FakeAgentClientOptions, nora.id)
    expect(findAll(element, '.offered li').map(textOf)).to.deep.equal(['The rotor', 'The pads'])
    expect(find(element, '.offered button')).to.equal(null)
  })

  it('draws people in bubbles, AI on the page, notes apart, and events with their reason', async () => {
    const element = await standUp(consoleDemos.inbox!())
    expect(findAll(element, '.message.customer.first')).to.have.lengthOf(2)
    expect(textOf(find(element, '.message.machine .head'))).to.contain('Assistant')
    expect(getComputedStyle(find(element, '.message.machine .body')!).backgroundColor).to.equal(
      'rgba(0, 0, 0, 0)',
    )
    expect(textOf(find(element, '.note .head'))).to.contain('Note, only your team sees it')
    expect(textOf(findAll(element, '.event')[1]!)).to.equal(
      'Assistant handed over to Workshop, because Nora asked for a person · 14:02',
    )
  })

  it('keeps a name of eighty letters in its lines, also above where one writes', async () => {
    const long = { ...nora, contact: { ...nora.contact, name: 'W'.repeat(80) } }
    const events = noraLog.map((event) =>
      event.actor.kind === 'contact'
        ? { ...event, actor: { ...event.actor, name: long.contact.name } }
        : event,
    )
    const element = await openWith({ states: { [nora.id]: { conversation: long, events } } }, nora.id)
    for (const css of ['.event > *', '.top']) {
      const boxes = findAll(element, css)
      expect(
        boxes.every((box) => box.scrollWidth <= Math.max(box.clientWidth, 24)),
        css,
      ).to.equal(true)
    }
  })

  it('shows what the customer is typing, word for word', async () => {
    const element = await standUp(consoleDemos.inbox!())
    expect(textOf(find(element, '.typing .body'))).to.equal(
      'Great, thank you! Do I need new bolts or can I reu',
    )
    expect(textOf(find(element, 'section .row .preview'))).to.equal('is typing…')
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, typing: [] }))
    await settled(element)
    expect(exists(element, '.typing')).to.equal(false)
  })

  it('says how far the team’s last message has come: sent, and read once the customer has read that far', async () => {
    const element = await standUp(consoleDemos.inbox!())
    expect(textOf(find(element, '.message.team .after'))).to.equal('14:05 · Read')
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, conversation: { ...nora, other_read_seq: 7 } }))
    await settled(element)
    expect(textOf(find(element, '.message.team .after'))).to.equal('14:05 · Sent')
  })

  it('unfolds the cited passage under the message, and folds it again', async () => {
    const element = await standUp(consoleDemos.inbox!())
    find(element, 'button.chip')!.click()
    await settled(element)
    expect(textOf(find(element, '.source'))).to.contain('Fitted parts can come back within 60 days')
    find(element, 'button.chip')!.click()
    await settled(element)
    expect(exists(element, '.source')).to.equal(false)
  })

  it('opens the article a passage is from, which the citation knows by its slug, and says when it is gone', async () => {
    const answer = (name: string): unknown =>
      name === 'GET /articles/returning-fitted-parts' ? { article: { id: 'a1' } } : undefined
    const GONE = 'There is no such article'
    let gone = false
    const on = (name: string): void => {
      if (gone && name.startsWith('GET /articles/')) throw new ApiError('article-not-found', GONE)
    }
    const element = await openWith({ answer, on }, nora.id)
    const opened: string[] = []
    // Before the console opens it: what stands beside it is not this test's.
    find(element, 'deskbell-conversation-thread')!.addEventListener('deskbell-open-article', (event) => {
      event.stopPropagation()
      opened.push((event as OpenArticleEvent).articleId)
    })
    find(element, 'button.chip')!.click()
    await settled(element)
    const edit = find(element, '.source button')!
    expect(edit.ariaLabel).to.equal('Edit Returning parts you have fitted beside the conversation')
    edit.click()
    await waitUntil(() => opened.length === 1)
    expect(opened).to.deep.equal(['a1'])
    gone = true
    edit.click()
    await waitUntil(() => findAll(element, '.strip').some((strip) => textOf(strip).includes(GONE)))
    expect(opened).to.have.lengthOf(1)
    await expect(element).to.be.accessible()
  })

  it('shows an answer while the AI agent writes it, its marks as chips', async () => {
    const element = await standUp(consoleDemos['assistant is writing']!())
    expect(textOf(find(element, '.now .body'))).to.equal(
      'Your parcel left Bergen on Monday.1 It takes three to five',
    )
    expect(exists(element, '.now .chip')).to.equal(true)
  })

  it('counts what is on screen as read, but only while somebody looks', async () => {
    let looking = false
    const unread = { ...nora, unread: 1, read_seq: 7 }
    const client = createFakeAgentClient({ states: { [nora.id]: { conversation: unread } } })
    const element = await standUp(html`<deskbell-console .client=${client} .conversationId=${nora.id}
      .clock=${fakeNow} .attentive=${() => looking}></deskbell-console>`)
    expect(callsOf(element, 'read')).to.deep.equal([])
    looking = true
    window.dispatchEvent(new Event('focus'))
    await settled(element)
    expect(callsOf(element, 'read')).to.deep.equal([[nora.id]])
  })

  it('resolves, and offers to reopen what is resolved, where only notes are left to write', async () => {
    const element = await standUp(consoleDemos.inbox!())
    find(element, '.resolve')!.click()
    expect(callsOf(element, 'resolve')).to.have.lengthOf(1)
    find(element, '.resolve')!.dispatchEvent(new MouseEvent('click', { detail: 2 }))
    expect(callsOf(element, 'resolve')).to.have.lengthOf(1)
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, conversation: { ...nora, status: 'resolved' } }))
    await settled(element)
    expect(textOf(find(element, '.resolve'))).to.equal('Reopen')
    expect(find(element, 'deskbell-reply-composer')!.getAttribute('kind')).to.equal('note')
    find(element, '.resolve')!.click()
    expect(callsOf(element, 'reopen')).to.have.lengthOf(1)
  })

  it('assigns to a colleague, back to the AI agent, and to nobody', async () => {
    const element = await standUp(consoleDemos.inbox!())
    await choose(element, 'Ana')
    await choose(element, 'Assistant')
    await choose(element, 'Nobody')
    expect(callsOf(element, 'assign')).to.deep.equal([[ana.id], [assistant.id], [null]])
  })

  it('says how much each colleague has, and gives to a team’s queue or to one of its people', async () => {
    const client = createFakeAgentClient({
      answer: (name) =>
        name === 'GET /board/loads' ? { loads: [{ id: ana.id, open_chats: 6 }] } : undefined,
    })
    client.agents.set(
      client.agents.get().map((each) => ({ ...each, capacity: 6, department_ids: [orders.id] })),
    )
    const element = await standUp(html`<deskbell-console .client=${client} .conversationId=${nora.id}
      .clock=${fakeNow}></deskbell-console>`)
    const options = (): string[] => findAll(element, '[role="option"]').map(textOf)
    find(element, '.holder')!.click()
    await waitUntil(() => options().some((each) => each.includes('6 of 6, full')))
    expect(options().find((each) => each.includes('full'))).to.contain('Ana')
    await choose(element, 'Orders')
    expect(options()[0]).to.contain('Anyone in Orders')
    await expect(element).to.be.accessible()
    await choose(element, 'Anyone')
    expect(callsOf(element, 'move')).to.deep.equal([[orders.id]])
    expect(callsOf(element, 'assign')).to.deep.equal([[null]])
    find<HTMLElement>(element, '.way')!.click()
    await settled(element)
    expect([callsOf(element, 'assign').at(-1), callsOf(element, 'move').at(-1)]).to.deep.equal([
      [mika.id],
      [nora.department!.id],
    ])
    await choose(element, 'Orders')
    await choose(element, 'Ana')
    expect(callsOf(element, 'assign').at(-1)).to.deep.equal([ana.id])
  })

  it('says what went wrong, in the server’s words', async () => {
    const on = (name: string): void => {
      if (name === 'assign')
        throw new ApiError('stale-assignment', 'The conversation has changed hands since')
    }
    const element = await openWith({ on }, nora.id)
    await choose(element, 'Ana')
    await waitUntil(() => find(element, '.strip'))
    expect(textOf(find(element, '.strip'))).to.contain('has changed hands since')
  })
})

describe('deskbell-conversation-thread, accepting', () => {
  const tomasz = waiting[0]!

  it('says since when somebody waits, and accepts', async () => {
    const element = await openWith({}, tomasz.id)
    expect(textOf(find(element, '.strip p'))).to.equal('Tomasz waits for a person since 14:00')
    find(element, '.accept')!.click()
    await settled(element)
    expect(callsOf(element, 'accept')).to.have.lengthOf(1)
  })

  const taken = (by: Agent) =>
    problem('conversation-taken', { by: { kind: 'human', id: by.id, name: by.name } })

  it('says who was quicker when the race is lost', async () => {
    const on = (name: string): void => {
      if (name === 'accept') throw taken(ana)
    }
    const element = await openWith({ on }, tomasz.id)
    find(element, '.accept')!.click()
    await waitUntil(() => find(element, '.taken'))
    expect(textOf(find(element, '.taken b'))).to.equal('Ana has taken this chat')
  })

  it('sends what is written while it is being accepted, and accepts once', async () => {
    const element = await openWith({}, tomasz.id)
    await write(element, 'Yes, two years')
    find(element, '.accept')!.click()
    find(element, 'form .solid')!.click()
    await waitUntil(() => callsOf(element, 'send').length > 0)
    expect(callsOf(element, 'accept')).to.have.lengthOf(1)
    expect(find(element, '.taken')).to.equal(null)
  })

  it('sends when another tab of the same agent has accepted it', async () => {
    const on = (name: string): void => {
      if (name === 'accept') throw taken(mika)
    }
    const element = await openWith({ on }, tomasz.id)
    await write(element, 'Yes, two years')
    find(element, 'form .solid')!.click()
    await waitUntil(() => callsOf(element, 'send').length > 0)
    expect(find(element, '.taken')).to.equal(null)
  })

  it('takes the conversation first when a reply is sent, and keeps the text if somebody else has it', async () => {
    let isTaken = true
    const on = (name: string): void => {
      if (name === 'accept' && isTaken) throw taken(ana)
    }
    const element = await openWith({ on }, tomasz.id)
    await write(element, 'Yes, two years')
    find(element, 'form .solid')!.click()
    await waitUntil(() => find(element, '.taken'))
    expect(callsOf(element, 'send')).to.deep.equal([])
    expect(find<HTMLTextAreaElement>(element, 'textarea')!.value).to.equal('Yes, two years')
    isTaken = false
    find(element, 'form .solid')!.click()
    await waitUntil(() => callsOf(element, 'send').length > 0)
    expect(callsOf(element, 'send')).to.deep.equal([['Yes, two years']])
    await waitUntil(() => find<HTMLTextAreaElement>(element, 'textarea')!.value === '')
  })

  it('lets a note through without taking anything', async () => {
    const element = await openWith({}, tomasz.id)
    findAll(element, '[role="radio"]')[1]!.click()
    await write(element, 'Batch 2411')
    find(element, 'form .solid')!.click()
    await settled(element)
    expect(callsOf(element, 'addNote')).to.deep.equal([['Batch 2411']])
    expect(callsOf(element, 'accept')).to.deep.equal([])
  })
})

describe('deskbell-conversation-thread, on its way', () => {
  const withPending = (...list: PendingMessage[]) =>
    openWith({ states: { [nora.id]: { pending: list } } }, nora.id)

  it('says sending, waiting for the network, and not sent', async () => {
    const element = await withPending(
      pending({}),
      pending({ cid: 'c2', state: 'waiting' }),
      pending({ cid: 'c3', state: 'failed' }),
    )
    expect(findAll(element, '.message .state').map((each) => textOf(each))).to.deep.equal([
      'Sending…',
      'Waits for the network Discard',
      'Not sent Try again Discard',
    ])
  })

  it('does not offer to discard what may have left already', async () => {
    const element = await withPending(pending({ state: 'waiting', tried: true }))
    expect(textOf(find(element, '.message .state'))).to.equal('Waits for the network')
  })

  it('tries a failed message again', async () => {
    const element = await withPending(pending({ state: 'failed' }))
    find(element, '.failed button')!.click()
    expect(callsOf(element, 'retry')).to.deep.equal([['c1']])
  })

  it('offers to discard what waits for the network, and says of an old one why it was not sent', async () => {
    const element = await withPending(
      pending({ state: 'waiting' }),
      pending({ cid: 'c2', state: 'failed', expired: true }),
    )
    expect(textOf(find(element, '.failed'))).to.contain('Not sent: it waited here for a week')
    findAll(element, '.message .state button')[0]!.click()
    await waitUntil(() => find<HTMLTextAreaElement>(element, 'textarea')!.value === 'It left at noon')
    expect(callsOf(element, 'discard')).to.deep.equal([['c1']])
  })

  it('warns that a reload would lose what is not sent, only where nothing is kept and something is unsent', async () => {
    const element = await withPending()
    fakeOf(element).durable.set(false)
    await settled(element)
    expect(exists(element, '.unsaved')).to.equal(false)
    await write(element, 'Half a rep')
    expect(textOf(find(element, '.unsaved'))).to.contain('a reload would lose')
    await write(element, '')
    expect(exists(element, '.unsaved')).to.equal(false)
    const other = await withPending(pending({ state: 'waiting' }))
    fakeOf(other).durable.set(false)
    await settled(other)
    expect(exists(other, '.unsaved')).to.equal(true)
  })

  it('puts a discarded message’s text back into the composer', async () => {
    const element = await withPending(pending({ state: 'failed' }))
    findAll(element, '.failed button')[1]!.click()
    const area = find<HTMLTextAreaElement>(element, 'textarea')!
    await waitUntil(() => area.value === 'It left at noon')
  })

  it('puts the echo of a sent message where its optimistic copy stood, once', async () => {
    const element = await withPending(pending({}))
    const echo = { ...noraLog.at(-1)!, id: 'e9', seq: 9, cid: 'c1' }
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, pending: [], events: [...state.events, echo] }))
    await settled(element)
    expect(findAll(element, '.message.team')).to.have.lengthOf(2)
    expect(findAll(element, '.message .state').map(textOf)).to.deep.equal(['Sent'])
  })
})

describe('deskbell-conversation-thread, scrolling', () => {
  const many = Array.from({ length: 40 }, (_, n) => ({
    ...noraLog[1]!,
    id: `m${n}`,
    seq: n + 1,
    actor: customerOf(nora),
  }))
  const scroller = (element: DeskbellConsole): HTMLElement => find(element, '.scroll-frame .scroller')!
  /** A page in the background is drawn by no frame, and then tells of no scrolling. */
  const scrollTo = async (element: DeskbellConsole, top: number): Promise<void> => {
    scroller(element).scrollTop = top
    scroller(element).dispatchEvent(new Event('scroll'))
    await settled(element)
  }
  const atEnd = (box: HTMLElement): boolean => box.scrollHeight - box.scrollTop - box.clientHeight < 2

  it('keeps the message somebody was led to in sight as its box shrinks, until they scroll themselves', async () => {
    const element = await openWith({ states: { [nora.id]: { events: many } } }, nora.id)
    const thread = find<ConversationThread>(element, 'deskbell-conversation-thread')!
    thread.eventId = 'm20'
    await settled(element)
    const frame = find(element, '.scroll-frame')!
    const shrink = async (height: number): Promise<void> => {
      Object.assign(frame.style, { flex: 'none', blockSize: `${height}px` })
      thread.requestUpdate()
      await settled(element)
    }
    const isInSight = (): boolean => {
      const line = find(element, '[data-event="m20"]')!.getBoundingClientRect()
      const box = scroller(element).getBoundingClientRect()
      return line.top >= box.top - 1 && line.bottom <= box.bottom + 1
    }
    expect(isInSight()).to.equal(true)
    await shrink(100)
    expect(isInSight()).to.equal(true)
    await scrollTo(element, scroller(element).scrollTop - 300)
    await shrink(90)
    expect(isInSight()).to.equal(false)
  })

  it('opens at the newest message and stays there as new ones come', async () => {
    const element = await openWith({ states: { [nora.id]: { events: many } } }, nora.id)
    const box = scroller(element)
    expect(box.scrollHeight).to.be.greaterThan(box.clientHeight)
    await waitUntil(() => atEnd(box))
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({
        ...state,
        events: [...state.events, { ...many[0]!, id: 'new', seq: 41 }],
      }))
    await settled(element)
    expect(atEnd(box)).to.equal(true)
  })

  it('stays at the newest message when the composer grows and takes room from it', async () => {
    const element = await openWith({ states: { [nora.id]: { events: many } } }, nora.id)
    const box = scroller(element)
    await write(element, 'line\n'.repeat(12))
    // What the browser tells of the scrolling that was done before the box shrank.
    box.dispatchEvent(new Event('scroll'))
    await settled(element)
    expect(atEnd(box)).to.equal(true)
    expect(exists(element, '.jump')).to.equal(false)
  })

  it('stays where the agent is reading, and offers the way to the newest message', async () => {
    const element = await openWith({ states: { [nora.id]: { events: many } } }, nora.id)
    const box = scroller(element)
    await waitUntil(() => atEnd(box))
    await scrollTo(element, 100)
    expect(exists(element, '.jump')).to.equal(true)
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({
        ...state,
        events: [...state.events, { ...many[0]!, id: 'new', seq: 41 }],
      }))
    await settled(element)
    expect(box.scrollTop).to.equal(100)
    find(element, '.jump')!.click()
    await settled(element)
    expect(atEnd(box)).to.equal(true)
  })

  it('keeps the lines under the eye when earlier ones are put above them', async () => {
    const later = many.slice(10)
    const element = await openWith({ states: { [nora.id]: { events: later, hasEarlier: true } } }, nora.id)
    const box = scroller(element)
    await waitUntil(() => atEnd(box))
    find(element, '.earlier')!.click()
    expect(callsOf(element, 'loadEarlier')).to.have.lengthOf(1)
    await scrollTo(element, 0)
    const line = findAll(element, '.message')[3]!
    const before = line.getBoundingClientRect().top
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, events: many }))
    await settled(element)
    expect(Math.abs(line.getBoundingClientRect().top - before)).to.be.below(2)
  })
})
