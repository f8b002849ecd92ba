// The composer's help: canned replies, articles, colleagues' names, suggestions, ways to send, other devices.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import '../app/console-app.define.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { ana, at, fakeNow, idOf, inView, mika, nora } from '../demo/fake-desk.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const canned = [
  {
    title: 'Late, we watch it',
    shortcut: 'ship-watch',
    body: 'Hi {{contact.first_name}}, {{custom.order}} is late.',
  },
  { title: 'When it arrives', shortcut: 'ship-when', body: 'It arrives on Friday.' },
].map((each, n) => ({
  ...each,
  id: idOf(500 + n),
  shared: true,
  owner_id: mika.id,
  used: 9 - n,
  updated_at: at(9, 0),
}))

async function open(options: FakeAgentClientOptions = {}): Promise<DeskbellConsole> {
  const client = createFakeAgentClient({
    answer: (name) => (name === 'GET /canned-replies' ? { canned_replies: canned } : undefined),
    inbox: { conversations: inView.mine },
    ...options,
  })
  const element =
    await standUp(html`<deskbell-console locale="en-GB" .client=${client} .conversationId=${nora.id}
    .clock=${fakeNow} .attentive=${() => true}></deskbell-console>`)
  await waitUntil(() => exists(element, 'textarea'))
  return element
}
const field = (element: DeskbellConsole): HTMLTextAreaElement => find(element, 'textarea')!
async function write(element: DeskbellConsole, text: string): Promise<void> {
  const area = field(element)
  area.value = text
  area.setSelectionRange(text.length, text.length)
  area.dispatchEvent(new InputEvent('input'))
  await settled(element)
}
async function press(element: DeskbellConsole, key: string, rest: KeyboardEventInit = {}): Promise<void> {
  field(element).dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...rest }),
  )
  await settled(element)
}

describe('deskbell-reply-composer, canned replies and articles', () => {
  it('opens by a slash, shows what would be said, inserts it with its gap chosen, and counts', async () => {
    const element = await open()
    await write(element, '/ship')
    await waitUntil(() => exists(element, '.choice'))
    expect(findAll(element, '.choice').slice(0, 2).map(textOf)).to.deep.equal([
      'Late, we watch it/ship-watch',
      'When it arrives/ship-when',
    ])
    expect(textOf(find(element, '.preview .plain'))).to.equal('Hi Nora, custom.order is missing is late.')
    await press(element, 'Enter')
    const area = field(element)
    expect(area.value).to.equal('Hi Nora, {{custom.order}} is late.')
    expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal('{{custom.order}}')
    expect(callsOf(element, `POST /canned-replies/${idOf(500)}/used`)).to.have.lengthOf(1)
  })

  it('holds a text with a gap back once, so that no customer reads it by mistake', async () => {
    const element = await open()
    await write(element, 'Hi {{contact.name}}')
    await press(element, 'Enter', { ctrlKey: true })
    expect(callsOf(element, 'send')).to.deep.equal([])
    expect(textOf(find(element, '.foot .told'))).to.contain('contact.name')
    await press(element, 'Enter', { ctrlKey: true })
    expect(callsOf(element, 'send')).to.have.lengthOf(1)
  })

  it('puts an article in by a search, as a link', async () => {
    const element = await open()
    find(element, '.tool[aria-label="Insert an article"]')!.click()
    await waitUntil(() => exists(element, '.choice'))
    find(element, '.choice')!.click()
    await settled(element)
    expect(field(element).value).to.equal(
      '[Returning parts you have fitted](https://fjordline.example/help/articles/returns)',
    )
  })

  it('closes by Escape and leaves the text as it is', async () => {
    const element = await open()
    await write(element, '/ship')
    await waitUntil(() => exists(element, '.choice'))
    await press(element, 'Escape')
    expect([exists(element, '.choice'), field(element).value]).to.deep.equal([false, '/ship'])
  })
})

describe('deskbell-reply-composer, notes and suggestions', () => {
  it('completes a colleague’s name in a note and says whom it calls for', async () => {
    const element = await open()
    findAll(element, '.tabs button')[1]!.click()
    await settled(element)
    await write(element, 'look at this @an')
    await press(element, 'Enter')
    expect(field(element).value).to.equal('look at this @Ana ')
    await press(element, 'Enter', { metaKey: true })
    expect(callsOf(element, 'addNote')).to.deep.equal([['look at this @Ana', [], [ana.id]]])
  })

  it('shows a suggestion when it is asked for; Tab takes it, another word drops it', async () => {
    const element = await open()
    await press(element, 'j', { ctrlKey: true })
    await waitUntil(() => textOf(find(element, '.mirror span')) !== '')
    expect(field(element).value).to.equal('')
    await press(element, 'Tab')
    expect(field(element).value).to.equal('Fitted pads can come back within 60 days, if they are clean.')
    await write(element, '')
    await press(element, 'j', { ctrlKey: true })
    await waitUntil(() => textOf(find(element, '.mirror span')) !== '')
    await write(element, 'No')
    expect(textOf(find(element, '.mirror span'))).to.equal('')
  })
})

describe('deskbell-reply-composer, ways to send', () => {
  it('sends and resolves in one step', async () => {
    const element = await open()
    await write(element, 'Done')
    await press(element, 'Enter', { metaKey: true, shiftKey: true })
    expect(callsOf(element, 'send')).to.deep.equal([['Done', [], { and: { do: 'resolve' } }]])
  })

  it('sends at a time that is picked', async () => {
    const element = await open()
    await write(element, 'Good morning')
    find(element, '.split')!.shadowRoot!.querySelector<HTMLElement>('.opener')!.click()
    await settled(element)
    findAll(element, '.item')
      .find((item) => textOf(item).startsWith('Send later'))!
      .click()
    await waitUntil(() => exists(element, '[role="option"]'))
    findAll(element, '[role="option"]')
      .find((item) => textOf(item).startsWith('Tomorrow'))!
      .click()
    await settled(element)
    const [[input]] = callsOf(element, 'message.schedule') as [[{ body: string; send_at: string }]]
    expect(input.body).to.equal('Good morning')
    expect(new Date(input.send_at).getHours()).to.equal(9)
    await waitUntil(() => field(element).value === '')
  })

  it('offers what a colleague has added to the canned replies meanwhile', async () => {
    let all = canned.slice(0, 1)
    const element = await open({
      answer: (name) => (name === 'GET /canned-replies' ? { canned_replies: all } : undefined),
    })
    await write(element, '/ship')
    await waitUntil(() => findAll(element, '.choice').length === 1)
    await write(element, '')
    all = canned
    fakeOf(element).tell('desk.changed', { list: 'canned-replies' })
    await write(element, '/ship')
    await waitUntil(() => findAll(element, '.choice').length === 2)
  })

  it('keeps what is written for other devices, and takes what they wrote later, but never over what is typed', async () => {
    const element = await open()
    const tell = (body: string, minutes: number): void =>
      fakeOf(element).tell('reply.kept', {
        conversation_id: nora.id,
        kind: 'message',
        body,
        at: new Date(fakeNow() + minutes * 60_000).toISOString(),
      })
    tell('From the phone', 0)
    await settled(element)
    expect(field(element).value).to.equal('From the phone')
    await write(element, 'From here')
    tell('Later, from the phone', 1)
    await settled(element)
    expect(field(element).value).to.equal('From here')
    await waitUntil(() => callsOf(element, 'reply.keep').length > 0, 'told')
  })

  it('takes over what another tab of this browser made of the text it was opened with, and nothing else', async () => {
    const drafts = { [nora.id]: 'Half a sentence' }
    const element = await open({ drafts })
    await waitUntil(() => field(element).value === 'Half a sentence')
    const tell = async (minutes: number): Promise<void> => {
      const at = new Date(fakeNow() + minutes * 60_000).toISOString()
      fakeOf(element).tell('reply.kept', { conversation_id: nora.id, kind: 'message', body: '', at })
      await settled(element)
    }
    await tell(1)
    expect(field(element).value).to.equal('Half a sentence')
    drafts[nora.id] = ''
    await tell(2)
    await waitUntil(() => field(element).value === '')
  })

  it('takes what another device kept while the conversation was on its way, not the older text it was opened with', async () => {
    const asked = Promise.withResolvers<object>()
    const client = createFakeAgentClient({
      inbox: { conversations: inView.mine },
      states: { [nora.id]: { conversation: null, events: [] } },
      answer: (name) => (name === 'conversation.aside' ? asked.promise : undefined),
    })
    const element = await standUp(html`<deskbell-console locale="en-GB" .client=${client}
      .conversationId=${nora.id} .clock=${fakeNow} .attentive=${() => true}></deskbell-console>`)
    await waitUntil(() => callsOf(element, 'conversation.aside').length > 0)
    const reply = (body: string, minutes: number) => ({
      kind: 'message' as const,
      body,
      at: new Date(fakeNow() + minutes * 60_000).toISOString(),
    })
    fakeOf(element).tell('reply.kept', { conversation_id: nora.id, ...reply('And on', -1) })
    asked.resolve({ replies: [reply('And', -2)], scheduled: [], links: [], merged: [] })
    await settled(element)
    fakeOf(element)
      .state(nora.id)
      .update((state) => ({ ...state, conversation: nora }))
    await waitUntil(() => exists(element, 'textarea') && field(element).value === 'And on')
  })
})
