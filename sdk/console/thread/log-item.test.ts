// How a log becomes the lines of a thread, and what each small event says.

import { expect } from '@open-wc/testing'
import type { LogEvent } from '../../protocol/event.ts'
import { actorOf, ana, assistant, at, customerOf, fakeNow, mika, nora, workshop } from '../demo/fake-desk.ts'
import { fakeLog, noraLog } from '../demo/fake-log.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { englishTexts } from '../locales/console-locale.ts'
import { logItems } from './log-item.ts'
import { threadEvents } from './thread-event.ts'

const t: ConsoleTranslate = englishTexts().t
const now = fakeNow()
const customer = customerOf(nora)
const says = (body: string) => ({
  type: 'message.created' as const,
  data: { body, content: [], citations: [], answer: null },
})
const telling = { customer: 'Nora', t, locale: 'en-GB', now }
const sentence = (event: LogEvent): string =>
  threadEvents(event, telling)[0]!
    .parts.map((part) => part.text)
    .join('')
const assigned = (by: typeof mika, data: object): LogEvent =>
  fakeLog(nora, [
    {
      by: actorOf(by),
      at: at(14, 3),
      part: {
        type: 'conversation.assigned',
        data: { assignee: null, previous: null, epoch: 1, waited_seconds: null, ...data },
      },
    },
  ])[0]!

describe('logItems', () => {
  it('puts messages of one sender within five minutes under one name', () => {
    const log = fakeLog(nora, [
      { by: customer, at: at(14, 0), part: says('a') },
      { by: customer, at: at(14, 4), part: says('b') },
      { by: customer, at: at(14, 12), part: says('c') },
      { by: actorOf(mika), at: at(14, 12), part: says('d') },
    ])
    const first = logItems(log, { now }).map((item) => item.kind === 'message' && item.first)
    expect(first).to.deep.equal([true, false, true, true])
  })

  it('keeps lines as they were while a log grows at either end, but for the one that has another before it', () => {
    const log = fakeLog(nora, [
      { by: customer, at: at(13, 58), part: says('a') },
      { by: customer, at: at(14, 0), part: says('b') },
      { by: customer, at: at(14, 1), part: says('c') },
      { by: customer, at: at(14, 2), part: says('d') },
    ])
    const before = logItems(log.slice(1, 3), { now })
    const after = logItems(log, { now })
    expect(after[2]).to.equal(before[1])
    expect(after[1]).to.deep.include({ kind: 'message', first: false })
    expect(before[0]).to.deep.include({ kind: 'message', first: true })
  })

  it('names a day where one begins, and not today', () => {
    const log = fakeLog(nora, [
      { by: customer, at: at(23, 58, 0, 19), part: says('a') },
      { by: customer, at: at(0, 1), part: says('b') },
    ])
    expect(logItems(log, { now }).map((item) => item.kind)).to.deep.equal([
      'day',
      'message',
      'day',
      'message',
    ])
    expect(logItems(noraLog, { now }).some((item) => item.kind === 'day')).to.equal(false)
  })

  it('draws the line New above the first unread message of the customer, once', () => {
    const items = logItems(noraLog, { now, newAfter: 2 })
    const at = items.findIndex((item) => item.kind === 'new')
    const next = items[at + 1]!
    expect(next.kind === 'message' && next.event.data.body).to.equal(
      'The rotor came bent too. Can a person look?',
    )
    expect(items.filter((item) => item.kind === 'new')).to.have.lengthOf(1)
  })

  it('leaves out status changes that another line tells, and keeps resolving', () => {
    const change = (from: 'assigned' | 'waiting_on_customer', to: 'waiting_on_customer' | 'resolved') => ({
      by: actorOf(mika),
      at: at(14, 6),
      part: { type: 'conversation.status_changed' as const, data: { from, to } },
    })
    const log = fakeLog(nora, [
      change('assigned', 'waiting_on_customer'),
      change('waiting_on_customer', 'resolved'),
    ])
    expect(logItems(log, { now })).to.have.lengthOf(1)
  })

  it('keeps the key of an optimistic copy when its echo arrives', () => {
    const [event] = fakeLog(nora, [{ by: actorOf(mika), at: at(14, 6), part: says('a') }])
    expect(logItems([{ ...event!, cid: 'c1' } as LogEvent], { now })[0]!.key).to.equal('c1')
  })
})

describe('threadEvents', () => {
  it('says who handed over, to whom and why', () => {
    expect(sentence(noraLog[4]!)).to.equal(
      'Assistant handed over to Workshop, because Nora asked for a person',
    )
  })

  it('says that a customer asked, and does not let them hand over to themselves', () => {
    const [event] = fakeLog(nora, [
      {
        by: customer,
        at: at(14, 2),
        part: {
          type: 'conversation.handed_over',
          data: { reason: 'asked_for_person', department: null, staffed: true, reference: nora.reference },
        },
      },
    ])
    expect(sentence(event!)).to.equal('Nora asked for a person')
  })

  it('says that nobody was in and which reference the customer got', () => {
    const event = fakeLog(nora, [
      {
        by: actorOf(assistant),
        at: at(14, 2),
        part: {
          type: 'conversation.handed_over',
          data: { reason: 'low_confidence', department: workshop, staffed: false, reference: 'DB-7K3M92QF' },
        },
      },
    ])[0]!
    expect(sentence(event)).to.contain('Nobody was in: Nora was given DB-7K3M92QF')
  })

  it('tells accepting, assigning, taking over and putting back apart', () => {
    expect(sentence(assigned(mika, { assignee: actorOf(mika), waited_seconds: 72 }))).to.equal(
      'Mika accepted after 1 min 12 s',
    )
    expect(sentence(assigned(mika, { assignee: actorOf(ana) }))).to.equal('Mika assigned this to Ana')
    expect(sentence(assigned(mika, { assignee: actorOf(mika), previous: actorOf(assistant) }))).to.equal(
      'Mika took this over from Assistant',
    )
    expect(sentence(assigned(mika, { assignee: null }))).to.equal('Mika put this back into the queue')
  })

  it('makes only the actor strong', () => {
    const { parts } = threadEvents(noraLog[0]!, telling)[0]!
    expect(parts.filter((part) => part.strong).map((part) => part.text)).to.deep.equal(['Nora'])
  })
})
