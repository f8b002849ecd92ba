// Changing and deleting what the team wrote: who may, from where, and what the composer holds meanwhile.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'
import type { LogEvent } from '../../protocol/event.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import '../app/console-app.define.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { actorOf, ana, assistant, at, customerOf, fakeMe, fakeNow, mika, nora } from '../demo/fake-desk.ts'
import { fakeLog } from '../demo/fake-log.ts'
import { callsOf, exists, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const text = (body: string) => ({
  body,
  content: body ? [{ type: 'paragraph' as const, children: [body] }] : [],
  citations: [],
  answer: null,
})
const line = (by: LogEvent['actor'], minute: number, body: string, type: 'message' | 'note' = 'message') => ({
  by,
  at: at(14, minute),
  part: { type: `${type}.created` as const, data: text(body) } as never,
})
const log = fakeLog(nora, [
  line(customerOf(nora), 0, 'It came bent'),
  line(actorOf(assistant), 1, 'You have 60 days'),
  line(actorOf(ana), 2, 'Ana’s words'),
  line(actorOf(ana), 2, 'Ana’s note', 'note'),
  line(actorOf(mika), 3, 'A new one come today'),
  line(actorOf(mika), 3, 'Batch 2411', 'note'),
])
const [, answer, , anasNote, mine, myNote] = log as [
  LogEvent,
  LogEvent,
  LogEvent,
  LogEvent,
  LogEvent,
  LogEvent,
]
const edited = (of: LogEvent, body: string): LogEvent =>
  ({
    ...of,
    seq: 7,
    id: of.id.replace(/.$/, 'a'),
    type: 'message.edited',
    data: { message_id: of.id, ...text(body) },
  }) as LogEvent
const deleted = (of: LogEvent, actor = of.actor): LogEvent =>
  ({
    ...of,
    actor,
    seq: 8,
    id: of.id.replace(/.$/, 'b'),
    type: 'message.deleted',
    data: { message_id: of.id },
  }) as LogEvent

interface Given extends FakeAgentClientOptions {
  events?: readonly LogEvent[]
  role?: Agent['role']
  status?: AgentConversation['status']
}
function stand({ events = log, role = 'agent', status = nora.status, ...options }: Given = {}) {
  const client = createFakeAgentClient({
    ...options,
    me: { ...fakeMe, agent: { ...mika, role } },
    states: { [nora.id]: { events, conversation: { ...nora, status } } },
  })
  return standUp(
    html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id} .clock=${fakeNow}></deskbell-console>`,
  )
}
const area = (element: DeskbellConsole): HTMLTextAreaElement =>
  find<HTMLTextAreaElement>(element, 'textarea')!
const write = async (element: DeskbellConsole, value: string): Promise<void> => {
  area(element).value = value
  area(element).dispatchEvent(new InputEvent('input'))
  await settled(element)
}
const press = async (
  element: DeskbellConsole,
  key: string,
  init: KeyboardEventInit = {},
): Promise<KeyboardEvent> => {
  const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, ...init })
  area(element).dispatchEvent(event)
  await settled(element)
  return event
}
/** Opens the line of the message with this text and chooses there. */
const choose = async (element: DeskbellConsole, words: string, ...labels: string[]): Promise<void> => {
  const item = findAll(element, '.has-tools').find((each) => textOf(each).includes(words))!
  item.querySelector<HTMLElement>('.tools-toggle')!.click()
  await settled(element)
  for (const label of labels) {
    const buttons = [...item.querySelectorAll<HTMLElement>('.tools button')]
    buttons.find((button) => textOf(button) === label)!.click()
    await settled(element)
  }
}
/** What each message offers, by its text. */
async function offers(element: DeskbellConsole): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const item of findAll(element, '.has-tools')) {
    item.querySelector<HTMLElement>('.tools-toggle')!.click()
    await settled(element)
    const words = [...item.querySelectorAll('.tools button')].map(textOf).join(' ')
    found[textOf(item.querySelector('.rich') ?? item)] = words
  }
  return found
}

afterEach(() => sessionStorage.clear())

describe('changing messages in deskbell-conversation-thread', () => {
  it('draws the latest text, what was edited, what was deleted and by whom', async () => {
    const events = [
      ...log,
      edited(mine, 'A new one comes today'),
      deleted(answer, actorOf(ana)),
      deleted(myNote),
    ]
    const element = await stand({ events })
    const bodies = findAll(element, '.message .body').map(textOf)
    expect(bodies).to.deep.equal(['It came bent', 'Deleted by Ana', 'Ana’s words', 'A new one comes today'])
    expect(findAll(element, '.note .gone').map(textOf)).to.deep.equal(['Note deleted'])
    expect(findAll(element, '.message .state').map(textOf)).to.deep.equal(['Edited'])
    await expect(element).to.be.accessible()
  })

  it('offers what one may: own words, the AI agent’s for deletion, a colleague’s to administrators', async () => {
    const own = { 'A new one come today': 'Edit Delete', 'Batch 2411': 'Edit Delete' }
    const machine = { 'You have 60 days': 'Delete' }
    expect(await offers(await stand())).to.deep.equal({ ...machine, ...own })
    const colleagues = { 'Ana’s words': 'Delete', 'Ana’s note': 'Delete' }
    expect(await offers(await stand({ role: 'admin' }))).to.deep.equal({ ...machine, ...colleagues, ...own })
    expect(await offers(await stand({ status: 'resolved' }))).to.deep.equal({})
    expect(Object.values(await offers(await stand({ status: 'resolved', role: 'owner' })))).to.deep.equal(
      Array(5).fill('Delete'),
    )
  })

  it('changes a reply in the composer and gives the draft back; the customer sees no typing of it', async () => {
    const element = await stand()
    await write(element, 'And also')
    await choose(element, 'A new one', 'Edit')
    expect(area(element).value).to.equal('A new one come today')
    expect(textOf(find(element, '.editing'))).to.equal('Editing your reply')
    await settled(element)
    await expect(element).to.be.accessible()
    const before = [callsOf(element, 'typing').length, callsOf(element, 'draft').length]
    await write(element, 'A new one comes today')
    expect([callsOf(element, 'typing').length, callsOf(element, 'draft').length]).to.deep.equal(before)
    await press(element, 'Enter', { ctrlKey: true })
    expect(callsOf(element, 'edit')).to.deep.equal([[mine.id, 'A new one comes today']])
    expect(callsOf(element, 'send')).to.deep.equal([])
    expect(area(element).value).to.equal('And also')
    expect(exists(element, '.editing')).to.equal(false)
  })

  it('changes a note among the notes, in amber, and nothing of it goes to the customer', async () => {
    const element = await stand()
    await choose(element, 'Batch 2411', 'Edit')
    expect(find(element, 'deskbell-reply-composer')!.getAttribute('kind')).to.equal('note')
    expect(textOf(find(element, '.editing'))).to.equal('Editing your note')
    await write(element, 'Batch 2412')
    await press(element, 'Enter', { metaKey: true })
    expect(callsOf(element, 'edit')).to.deep.equal([[myNote.id, 'Batch 2412']])
    expect([callsOf(element, 'addNote'), callsOf(element, 'send')]).to.deep.equal([[], []])
    expect(find(element, 'deskbell-reply-composer')!.getAttribute('kind')).to.equal('message')
  })

  it('takes the last own message with ArrowUp in an empty composer, and leaves the key alone in a written one', async () => {
    const element = await stand()
    expect((await press(element, 'ArrowUp')).defaultPrevented).to.equal(true)
    expect(area(element).value).to.equal('A new one come today')
    expect((await press(element, 'Escape')).defaultPrevented).to.equal(true)
    expect(area(element).value).to.equal('')
    await write(element, 'Hello')
    expect((await press(element, 'ArrowUp')).defaultPrevented).to.equal(false)
    expect(area(element).value).to.equal('Hello')
    const nothing = await stand({ events: log.slice(0, 4) })
    expect((await press(nothing, 'ArrowUp')).defaultPrevented).to.equal(false)
    expect(exists(nothing, '.editing')).to.equal(false)
  })

  it('keeps the text when it did not arrive, and says why', async () => {
    const element = await stand({
      on(name) {
        if (name === 'edit') throw new ApiError('network')
      },
    })
    await choose(element, 'A new one', 'Edit')
    await write(element, 'A new one comes today')
    await press(element, 'Enter', { ctrlKey: true })
    await settled(element)
    expect(area(element).value).to.equal('A new one comes today')
    expect(textOf(find(element, '.strip'))).to.contain('The server did not answer')
    expect(find<HTMLButtonElement>(element, 'form .solid')!.disabled).to.equal(false)
  })

  it('deletes after a second word', async () => {
    const element = await stand({ role: 'admin' })
    await choose(element, 'Ana’s note', 'Delete', 'Keep')
    expect(callsOf(element, 'remove')).to.deep.equal([])
    await choose(element, 'Ana’s note', 'Delete', 'Delete')
    expect(callsOf(element, 'remove')).to.deep.equal([[anasNote.id]])
  })
})
