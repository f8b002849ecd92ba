// The bell: how many are unread, the list of it, where a line leads; how it calls by preference; presence by itself.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import '../app/console-app.define.ts'
import type { AgentNotification } from '../../protocol/notification.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { isQuiet } from '../attention/quiet-hours.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { ana, at, fakeNow, idOf, inView, nora } from '../demo/fake-desk.ts'
import { callsOf, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const line = (n: number, rest: Partial<AgentNotification> = {}): AgentNotification => ({
  id: idOf(900 + n),
  kind: 'mention',
  conversation: { id: nora.id, reference: nora.reference, subject: nora.subject },
  event_id: idOf(950 + n),
  actor: { kind: 'human', id: ana.id, name: 'Ana' },
  preview: 'Can you look at this?',
  at: at(14, 5),
  read: false,
  ...rest,
})
const way = (sound: 'none' | 'bell', list = true) => ({ sound, desktop: false, list })
const preferences = {
  notify: {
    waiting: way('bell'),
    reply: way('bell'),
    assigned: way('bell'),
    mention: way('bell'),
    followed: way('none', false),
    woken: way('none'),
    overdue: way('bell'),
    action: way('bell'),
    not_sent: way('none'),
  },
  quiet: null,
  theme: 'auto',
  density: 'comfortable',
  locale: '',
  away_minutes: 10,
  shortcuts: true,
  after_resolve: 'next',
}

async function stand(lines: readonly AgentNotification[], clock = fakeNow): Promise<DeskbellConsole> {
  const client = createFakeAgentClient({
    answer: (name) =>
      name === 'GET /notifications'
        ? { notifications: lines, next_cursor: null, unread: lines.filter(({ read }) => !read).length }
        : name === 'GET /me/preferences'
          ? preferences
          : name === 'inbox.list'
            ? { conversations: inView.mine.slice(0, 2) }
            : undefined,
  })
  const element =
    await standUp(html`<deskbell-console locale="en-GB" .client=${client} .clock=${() => clock()}
    .attentive=${() => false}></deskbell-console>`)
  await waitUntil(() => callsOf(element, 'GET /notifications').length > 0)
  await settled(element)
  return element
}
const opener = (element: DeskbellConsole): HTMLElement => find(find(element, 'deskbell-bell')!, '.opener')!
const open = async (element: DeskbellConsole): Promise<void> => {
  opener(element).click()
  await waitUntil(() => find(find(element, 'deskbell-bell')!, 'header'))
  await settled(element)
}
afterEach(() => {
  document.title = 'Deskbell'
})

describe('deskbell-bell', () => {
  it('shows how many are unread and what they are, and leads to the very row', async () => {
    const element = await stand([line(1), line(2, { kind: 'assigned', read: true })])
    expect(textOf(opener(element))).to.equal('Notifications1, 1 unread')
    await open(element)
    const bell = find(element, 'deskbell-bell')!
    expect(findAll(bell, '.what').map(textOf)).to.deep.equal([
      'Ana called for you in a note, Unread',
      'Ana assigned a chat to you',
    ])
    await expect(bell).to.be.accessible()
    find(bell, '.line')!.click()
    await waitUntil(() => element.conversationId === nora.id)
    expect(element.eventId).to.equal(idOf(951))
    expect(callsOf(element, 'POST /notifications/read')).to.deep.equal([[{ ids: [idOf(901)] }]])
  })

  it('has the focus again when its list closes', async () => {
    const element = await stand([line(1)])
    await open(element)
    const bell = find(element, 'deskbell-bell')!
    await waitUntil(() => bell.shadowRoot!.activeElement?.matches('.line'))
    find(bell, '.list')!.hidePopover()
    await waitUntil(() => bell.shadowRoot!.activeElement === opener(element))
  })

  it('counts what comes, not what an agent keeps out of the list, and what is read elsewhere no longer', async () => {
    const element = await stand([])
    fakeOf(element).tell('notification.created', { notification: line(3) })
    fakeOf(element).tell('notification.created', { notification: line(3, { preview: 'And this?' }) })
    fakeOf(element).tell('notification.created', { notification: line(4, { kind: 'followed' }) })
    await settled(element)
    expect(textOf(opener(element))).to.equal('Notifications1, 1 unread')
    fakeOf(element).tell('notification.read', { ids: [idOf(903)], unread: 0 })
    await settled(element)
    expect(textOf(opener(element))).to.equal('Notifications')
    await open(element)
    expect(find(find(element, 'deskbell-bell')!, '.unread')).to.equal(null)
  })

  it('calls for a mention by its sound and in the title, and says nothing of what has no sound', async () => {
    const element = await stand([])
    await waitUntil(() => callsOf(element, 'GET /me/preferences').length > 0)
    const chimes: string[] = []
    element.addEventListener('deskbell-chime', (event) => chimes.push((event as Event & { why: string }).why))
    fakeOf(element).tell('notification.created', { notification: line(5) })
    fakeOf(element).tell('notification.created', { notification: line(6, { kind: 'woken' }) })
    expect(chimes).to.deep.equal(['mention'])
    expect(document.title).to.equal('(1) Deskbell')
  })

  it('is quiet in the hours an agent has chosen, also over midnight', () => {
    const night = { from: '22:00', to: '07:00', days: [5], time_zone: 'UTC' }
    const friday = (time: string) => Date.parse(`2026-11-20T${time}:00Z`)
    expect(isQuiet(night, friday('21:59'))).to.equal(false)
    expect(isQuiet(night, friday('22:00'))).to.equal(true)
    expect(isQuiet(night, friday('23:59') + 6 * 3_600_000)).to.equal(true)
    expect(isQuiet(night, friday('06:00'))).to.equal(false)
    expect(isQuiet({ ...night, time_zone: 'Asia/Tokyo' }, friday('13:30'))).to.equal(true)
    expect(isQuiet(null, friday('23:00'))).to.equal(false)
  })
})

describe('own presence', () => {
  it('asks what becomes of open chats before it goes offline, and hands them over', async () => {
    const element = await stand([])
    element.dispatchEvent(new Event('deskbell-go-offline'))
    await waitUntil(() => find(element, 'deskbell-hand-over'), 'asked')
    await settled(element)
    const dialog = find(element, 'deskbell-hand-over')!
    await waitUntil(() => find(dialog, 'h2'))
    expect(textOf(find(dialog, 'h2'))).to.equal('You have 2 open chats')
    await expect(dialog).to.be.accessible()
    findAll(dialog, '.choice')
      .find((each) => textOf(each).endsWith('Give them to Ana'))!
      .click()
    await waitUntil(() => callsOf(element, 'setAvailability').length === 1)
    expect(
      callsOf(element, 'conversation.assign').map(
        ([input]) => (input as { assignee_id: string }).assignee_id,
      ),
    ).to.deep.equal([ana.id, ana.id])
    expect(callsOf(element, 'setAvailability')).to.deep.equal([['offline']])
    expect(find(element, 'deskbell-hand-over')).to.equal(null)
  })

  it('stays online where somebody thinks better of it', async () => {
    const element = await stand([])
    element.dispatchEvent(new Event('deskbell-go-offline'))
    await waitUntil(() => find(element, 'deskbell-hand-over'), 'asked')
    await waitUntil(() => find(find(element, 'deskbell-hand-over')!, 'h2'))
    findAll(find(element, 'deskbell-hand-over')!, '.foot .button')[0]!.click()
    await waitUntil(() => !find(element, 'deskbell-hand-over'))
    expect(callsOf(element, 'setAvailability')).to.deep.equal([])
  })
})
