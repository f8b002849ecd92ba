// Changing a message in the chat's composer: what it holds before, meanwhile and afterwards.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { demoClockOffset, demoTime, nora, sampleConversation } from '../demo/fake-data.ts'
import { numbered, said } from '../demo/fake-events.ts'
import { waitUntil } from '../demo/wait-until.ts'
import { pendingMessage } from '../message-list/message-list.demo.ts'
import '../message-list/message-list.define.ts'
import '../provider/provider.define.ts'
import './chat.define.ts'
import type { DeskbellChat } from './chat.ts'

const { id } = sampleConversation
const events = numbered([
  said(nora, 'It is on the odrer page.', demoTime(14, 4)),
  said(nora, 'It rubs.', demoTime(14, 5)),
])
const [first, second] = events.map((event) => event.id) as [string, string]

async function show(options: FakeClientOptions = {}) {
  const client = createFakeClient({
    clockOffset: demoClockOffset(),
    states: { [id]: { events, conversation: sampleConversation } },
    ...options,
  })
  const chat = (await showDemo({
    client: () => client,
    render: () => html`<deskbell-chat .conversationId=${id}></deskbell-chat>`,
  })) as DeskbellChat
  const inside = <E extends HTMLElement = HTMLElement>(element: string, selector: string): E =>
    chat.shadowRoot!.querySelector(element)!.shadowRoot!.querySelector<E>(selector)!
  const field = (): HTMLTextAreaElement => inside('deskbell-composer', 'textarea')
  const rest = (): Promise<void> => settled(chat.shadowRoot!)
  return {
    chat,
    client,
    inside,
    field,
    rest,
    called: (name: string) => client.calls.filter(([called]) => called === name).map(([, ...args]) => args),
    notice: () => chat.shadowRoot!.querySelector('.notice[role=alert]')?.textContent,
    async write(text: string) {
      field().value = text
      field().dispatchEvent(new InputEvent('input'))
      await rest()
    },
    async press(key: string) {
      const event = new KeyboardEvent('keydown', { key, cancelable: true, bubbles: true, composed: true })
      field().dispatchEvent(event)
      await rest()
      return event
    },
    /** Opens the line under the message at this place and chooses there. */
    async choose(index: number, ...labels: string[]) {
      const list = chat.shadowRoot!.querySelector('deskbell-message-list')!.shadowRoot!
      list.querySelectorAll<HTMLElement>('.tools-toggle')[index]!.click()
      await rest()
      for (const label of labels) {
        const buttons = [...list.querySelectorAll<HTMLElement>('.tools button')]
        buttons.find((button) => button.textContent === label)!.click()
        await rest()
      }
    },
  }
}

describe('changing a message in deskbell-chat', () => {
  it('takes the message into the composer, saves it, and gives the draft back', async () => {
    const { write, choose, field, inside, press, called } = await show()
    await write('And also')
    const drafts = called('draft.set').length
    await choose(0, 'Edit')
    expect(field().value).to.equal('It is on the odrer page.')
    expect(inside('deskbell-composer', '.editing').textContent).to.contain('Editing your message')
    expect(inside('deskbell-composer', '.send').getAttribute('aria-label')).to.equal('Save')
    expect(inside('deskbell-composer', ':focus') === field()).to.equal(true)
    await write('It is on the order page.')
    await press('Enter')
    expect(called('edit')).to.deep.equal([[id, first, 'It is on the order page.']])
    expect(called('send')).to.deep.equal([])
    expect(field().value).to.equal('And also')
    expect(inside('deskbell-composer', '.editing') === null).to.equal(true)
    expect(called('draft.set')).to.have.lengthOf(drafts)
  })

  it('keeps a text that is taken back meanwhile out of the message that is being changed', async () => {
    const pending = [pendingMessage('Unsent', 'waiting', 'c1')]
    const { write, choose, field, inside, rest, called } = await show({
      states: { [id]: { events, pending, conversation: sampleConversation } },
    })
    await write('And also')
    await choose(0, 'Edit')
    inside('deskbell-message-list', '.state .link').click()
    await rest()
    expect(field().value).to.equal('Unsent\nAnd also')
    expect(inside('deskbell-composer', '.editing') === null).to.equal(true)
    expect(called('draft.set').at(-1)).to.deep.equal([id, 'Unsent\nAnd also'])
  })

  it('takes no draft along into a new chat begun while a message is being changed', async () => {
    const { chat, write, choose, field, rest } = await show()
    await write('And also')
    await choose(0, 'Edit')
    chat.shadowRoot!.querySelector<HTMLElement>('.menu')!.click()
    const menu = () => chat.shadowRoot!.querySelector('deskbell-chat-menu')
    await waitUntil(menu)
    await rest()
    menu()!.shadowRoot!.querySelector('button')!.click()
    await rest()
    expect(chat.conversationId).to.equal(null)
    expect(field().value).to.equal('')
  })

  it('leaves everything as it was on Escape and Cancel, and the panel open', async () => {
    const { write, choose, field, press, called, inside, chat, rest } = await show()
    let escaped = 0
    chat.addEventListener('keydown', () => {
      escaped++
    })
    await write('And also')
    await choose(1, 'Edit')
    await write('Something else')
    const { defaultPrevented } = await press('Escape')
    expect([defaultPrevented, escaped, field().value]).to.deep.equal([true, 0, 'And also'])
    await choose(0, 'Edit')
    inside('deskbell-composer', '.editing button').click()
    await rest()
    expect(field().value).to.equal('And also')
    expect(called('edit')).to.deep.equal([])
    await press('Escape')
    expect(escaped).to.equal(1)
  })

  it('changes another message when one is chosen meanwhile, and the draft still comes back', async () => {
    const { write, choose, field, press, called } = await show()
    await write('And also')
    await choose(0, 'Edit')
    await choose(1, 'Edit')
    expect(field().value).to.equal('It rubs.')
    await write('It rubs badly.')
    await press('Enter')
    expect(called('edit')).to.deep.equal([[id, second, 'It rubs badly.']])
    expect(field().value).to.equal('And also')
  })

  it('asks nothing of the server when nothing was changed', async () => {
    const { choose, field, press, called } = await show()
    await choose(0, 'Edit')
    await press('Enter')
    expect([called('edit').length, field().value]).to.deep.equal([0, ''])
  })

  it('keeps the text when it did not arrive, and says whether trying again can help', async () => {
    const lost = await show({ failing: new ApiError('network') })
    await lost.choose(0, 'Edit')
    await lost.write('It is on the order page.')
    await lost.press('Enter')
    expect(lost.field().value).to.equal('It is on the order page.')
    expect(lost.notice()).to.equal('Not changed. Try again')
    const late = await show({ failing: new ApiError('edit-too-late') })
    await late.choose(0, 'Edit')
    await late.write('It is on the order page.')
    await late.press('Enter')
    expect(late.notice()).to.equal('This message can no longer be changed')
    await late.press('Escape')
    expect([late.field().value, late.notice()]).to.deep.equal(['', undefined])
  })

  it('deletes a message once that is confirmed, and says so when it did not work', async () => {
    const { choose, called, notice } = await show()
    await choose(1, 'Delete', 'Keep')
    expect(called('remove')).to.deep.equal([])
    await choose(1, 'Delete', 'Delete')
    expect(called('remove')).to.deep.equal([[id, second]])
    expect(notice()).to.equal(undefined)
    const failing = await show({ failing: new ApiError('network') })
    await failing.choose(0, 'Delete', 'Delete')
    expect(failing.notice()).to.equal('Not changed. Try again')
  })
})
