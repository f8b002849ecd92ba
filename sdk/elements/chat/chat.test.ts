// The chat as its customer uses it, with a client that records what it is told.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import { SendEvent } from '../composer/composer.events.ts'
import type { DeskbellComposer } from '../composer/composer.ts'
import type { Demo } from '../demo/demo.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { assistant, mika, sampleConfig, sampleConversation } from '../demo/fake-data.ts'
import { askedAssistant, solvedByPerson, withChoices, withPerson } from '../demo/fake-events.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../provider/provider.define.ts'
import '../rating/rating.define.ts'
import type { DeskbellProvider, NavigateEvent } from '../provider/provider.ts'
import './chat.define.ts'
import { pendingMessage } from '../message-list/message-list.demo.ts'
import { chatDemos } from './chat.demo.ts'
import type { DeskbellChat } from './chat.ts'

const { id } = sampleConversation
const STARTED = '01980000-0000-7000-8000-0000000000aa'

interface Shown {
  chat: DeskbellChat
  client: FakeClient
  provider: DeskbellProvider
  part: <E extends HTMLElement = HTMLElement>(selector: string) => E
  inside: <E extends HTMLElement = HTMLElement>(element: string, selector: string) => E
  called: (name: string) => unknown[][]
}

async function show(
  demo: Partial<Demo> & {
    options?: FakeClientOptions
    state?: object
    conversation?: Partial<VisitorConversation>
  },
): Promise<Shown> {
  const client = createFakeClient({
    states: {
      [id]: {
        events: withPerson,
        ...demo.state,
        conversation: { ...sampleConversation, ...demo.conversation },
      },
    },
    ...demo.options,
  })
  const chat = (await showDemo({
    client: () => client,
    render: demo.render ?? (() => html`<deskbell-chat .conversationId=${id}></deskbell-chat>`),
  })) as DeskbellChat
  const part = <E extends HTMLElement>(selector: string): E => chat.shadowRoot!.querySelector<E>(selector)!
  return {
    chat,
    client,
    provider: chat.parentElement as DeskbellProvider,
    part,
    inside: (element, selector) => part(element).shadowRoot!.querySelector(selector)!,
    called: (name) => client.calls.filter(([called]) => called === name).map(([, ...args]) => args),
  }
}

const fresh = { render: () => html`<deskbell-chat></deskbell-chat>` }
const write = async ({ part, chat }: Shown, text: string): Promise<void> => {
  const field = part('deskbell-composer').shadowRoot!.querySelector('textarea')!
  field.value = text
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await settled(chat.shadowRoot!)
}
const press = (target: EventTarget, key: string): boolean =>
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }))

describe('deskbell-chat', () => {
  it('starts a conversation with the first message, and says so once', async () => {
    const shown = await show(fresh)
    const started: string[] = []
    shown.provider.addEventListener('deskbell-conversation-started', (event) =>
      started.push((event as Event & { conversationId: string }).conversationId),
    )
    await write(shown, 'Where is my parcel?')
    press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
    await settled(shown.chat.shadowRoot!)
    const [input] = shown.called('start')[0] as [{ message: string; want: string; page: { url: string } }]
    expect(input.message).to.equal('Where is my parcel?')
    expect(input.want).to.equal('assistant')
    expect(input.page.url).to.equal(location.href)
    expect(started).to.deep.equal([STARTED])
    expect(shown.chat.conversationId).to.equal(STARTED)
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('')
    expect(shown.called('open')).to.deep.equal([])
  })

  it('asks an often asked question at a click', async () => {
    const shown = await show(fresh)
    shown.part<HTMLButtonElement>('.row').click()
    await settled(shown.chat.shadowRoot!)
    expect((shown.called('start')[0]![0] as { message: string }).message).to.equal(
      sampleConfig.popular[0]!.title,
    )
  })

  it('sends a prefilled question once, even when it is drawn again or taken from the page and back', async () => {
    const shown = await show({
      render: () => html`<deskbell-chat .prefill=${'Is my order late?'} .want=${'person'}></deskbell-chat>`,
    })
    shown.chat.requestUpdate()
    await settled(shown.chat.shadowRoot!)
    shown.provider.append(shown.chat)
    await settled(shown.chat.shadowRoot!)
    const starts = shown.called('start') as [{ message: string; want: string }][]
    expect(starts.map(([{ message, want }]) => [message, want])).to.deep.equal([
      ['Is my order late?', 'person'],
    ])
  })

  it('asks for a person before the first message by sending that one to a person', async () => {
    const shown = await show(fresh)
    shown.inside('deskbell-handoff-slot', 'button').click()
    await settled(shown.chat.shadowRoot!)
    expect(shown.part('.empty').textContent).to.contain('A person answers here')
    await write(shown, 'Hello')
    press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
    expect((shown.called('start')[0]![0] as { want: string }).want).to.equal('person')
  })

  it('keeps the text when a conversation could not be started', async () => {
    const shown = await show(fresh)
    shown.client.conversations.start = () => Promise.reject(new Error('no storage'))
    await write(shown, 'Do not lose me')
    press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
    await settled(shown.chat.shadowRoot!)
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('Do not lose me')
    expect(shown.part('.notice').textContent).to.contain('Not sent')
  })

  it('asks for a person, leaves the line, stops an answer: each by its own call', async () => {
    const shown = await show({
      conversation: { assignee: assistant },
      state: { answer: { gen: 'g', actor: assistant, text: 'Yes' } },
    })
    shown.inside('deskbell-handoff-slot', 'button').click()
    expect(shown.called('requestPerson')).to.deep.equal([[id]])
    shown.inside('deskbell-composer', '.stop').click()
    expect(shown.called('stopAnswer')).to.deep.equal([[id]])
    const { state } = shown.client.conversations.open(id)
    const queue = { position: 2, estimated_wait_seconds: null, since: '', staffed: true }
    shown.client
      .state(id)
      .update((now) => ({ ...now, conversation: { ...state.get().conversation!, assignee: null, queue } }))
    await settled(shown.chat.shadowRoot!)
    shown.inside('deskbell-handoff-slot', '.link').click()
    expect(shown.called('cancelPerson')).to.deep.equal([[id]])
  })

  it('sends what a choice stands for, as the customer’s own message', async () => {
    const shown = await show({ state: { events: withChoices }, conversation: { read_seq: 2 } })
    shown.inside('deskbell-message-list', '.choices .button').click()
    expect(shown.called('send')).to.deep.equal([[id, 'The rotor rubs.']])
  })

  it('marks as read what is before the eyes, once for each new event', async () => {
    const shown = await show({ conversation: { read_seq: 0 } })
    expect(shown.called('read')).to.deep.equal([[id]])
    shown.client.state(id).update((now) => ({ ...now, typing: [{ actor: mika, text: '' }] }))
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('read')).to.have.length(1)
  })

  it('reads nothing while another view covers it, and what came meanwhile when it is back', async () => {
    const shown = await show({ conversation: { read_seq: 5 } })
    shown.chat.style.setProperty('visibility', 'hidden')
    shown.client
      .state(id)
      .update((now) => ({ ...now, events: [...withPerson, { ...withPerson.at(-1)!, seq: 6, id: 'x' }] }))
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('read')).to.deep.equal([])
    shown.chat.style.removeProperty('visibility')
    shown.chat.focus()
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('read')).to.deep.equal([[id]])
  })

  it('restores the draft, stores every change of it, and sends what is typed', async () => {
    const shown = await show({ options: { drafts: { [id]: 'Half a thou' }, states: {} } })
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('Half a thou')
    await write(shown, 'Half a thought')
    expect(shown.called('draft.set').at(-1)).to.deep.equal([id, 'Half a thought'])
    expect(shown.called('typing').at(-1)).to.deep.equal([id, 'Half a thought'])
    press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
    expect(shown.called('send')).to.deep.equal([[id, 'Half a thought']])
    expect(shown.called('draft.set').at(-1)).to.deep.equal([id, ''])
  })

  it('retries a failed message, or takes it back into the composer', async () => {
    const shown = await show({ state: { pending: [pendingMessage('The order is 20418.', 'failed', 'c1')] } })
    const links = () => [
      ...shown.part('deskbell-message-list').shadowRoot!.querySelectorAll<HTMLElement>('.state .link'),
    ]
    links()[0]!.click()
    expect(shown.called('retry')).to.deep.equal([[id, 'c1']])
    links()[1]!.click()
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('discard')).to.deep.equal([[id, 'c1']])
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('The order is 20418.')
  })

  it('offers to take back what waits for the network, and says of an old one why it was not sent', async () => {
    const shown = await show({
      state: {
        pending: [
          pendingMessage('first', 'waiting', 'c1'),
          pendingMessage('second', 'waiting', 'c2'),
          { ...pendingMessage('old', 'failed', 'c3'), expired: true },
          pendingMessage('going', 'sending', 'c4'),
        ],
      },
    })
    const states = () => [
      ...shown.part('deskbell-message-list').shadowRoot!.querySelectorAll<HTMLElement>('.state'),
    ]
    expect(states().filter((each) => each.textContent.includes('Waits for the network'))).to.have.length(2)
    expect(states()[2]!.textContent).to.contain('Not sent: it waited here for a week.')
    states()[1]!.querySelector('button')!.click()
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('discard')).to.deep.equal([[id, 'c2']])
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('second')
    expect(states().at(-1)!.querySelector('button')).to.equal(null)
  })

  it('says so when a message cannot be taken back any more', async () => {
    const pending = [pendingMessage('gone', 'waiting', 'c1')]
    const shown = await show({
      render: () => html`<deskbell-chat></deskbell-chat>`,
      options: { states: { [id]: { pending } } },
    })
    const { open } = shown.client.conversations
    shown.client.conversations.open = (which) => ({ ...open(which), discard: async () => null })
    shown.chat.conversationId = id
    await settled(shown.chat.shadowRoot!)
    shown.inside('deskbell-message-list', '.state .link').click()
    await settled(shown.chat.shadowRoot!)
    expect(shown.part('.notice').textContent).to.equal('Too late: it is on its way already.')
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('')
  })

  it('begins anew when the only message of an unsent chat is taken back', async () => {
    const pending = [pendingMessage('Not yet', 'waiting', 'c1')]
    const shown = await show({
      options: { states: { [id]: { pending, conversation: null, phase: 'loading' } } },
    })
    const { discard } = shown.client.conversations.open(id)
    const open = shown.client.conversations.open
    shown.client.conversations.open = (which) => ({
      ...open(which),
      async discard(cid) {
        const text = await discard(cid)
        shown.client.state(id).update((now) => ({ ...now, pending: [] }))
        return text
      },
    })
    shown.chat.conversationId = null
    await settled(shown.chat.shadowRoot!)
    shown.chat.conversationId = id
    await settled(shown.chat.shadowRoot!)
    shown.inside('deskbell-message-list', '.state .link').click()
    await settled(shown.chat.shadowRoot!)
    expect(shown.chat.conversationId).to.equal(null)
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('Not yet')
    expect(shown.called('draft.set').at(-1)).to.deep.equal(['new', 'Not yet'])
  })

  it('keeps the draft of a chat not begun yet, until its first message is stored', async () => {
    const shown = await show({ ...fresh, options: { drafts: { new: 'Half a' } } })
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('Half a')
    await write(shown, 'Half a question')
    expect(shown.called('draft.set')).to.deep.equal([['new', 'Half a question']])
    const { start } = shown.client.conversations
    const stored = Promise.withResolvers<void>()
    shown.client.conversations.start = async (input) => {
      await stored.promise
      return start(input)
    }
    press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('draft.set')).to.have.length(1)
    stored.resolve()
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('draft.set').at(-1)).to.deep.equal(['new', ''])
  })

  it('sends what is entered while the first message is being stored right behind it', async () => {
    const shown = await show(fresh)
    const { start } = shown.client.conversations
    const stored = Promise.withResolvers<void>()
    shown.client.conversations.start = async (input) => {
      await stored.promise
      return start(input)
    }
    for (const text of ['Where is my parcel?', 'I want a person', 'Now']) {
      await write(shown, text)
      press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
      await settled(shown.chat.shadowRoot!)
    }
    expect(shown.part<DeskbellComposer>('deskbell-composer').value).to.equal('')
    expect(shown.called('send')).to.deep.equal([])
    stored.resolve()
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('start')).to.have.length(1)
    expect(shown.called('send')).to.deep.equal([
      [STARTED, 'I want a person'],
      [STARTED, 'Now'],
    ])
  })

  it('gives back all that was entered where the first message could not be stored', async () => {
    const shown = await show(fresh)
    const stored = Promise.withResolvers<never>()
    shown.client.conversations.start = () => stored.promise
    for (const text of ['Where is my parcel?', 'I want a person']) {
      await write(shown, text)
      press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
      await settled(shown.chat.shadowRoot!)
    }
    stored.reject(new Error('full'))
    await settled(shown.chat.shadowRoot!)
    const { value } = shown.part<DeskbellComposer>('deskbell-composer')
    expect(value).to.equal('Where is my parcel?\nI want a person')
    expect(shown.called('send')).to.deep.equal([])
  })

  it('warns that a reload would lose what is not sent, only where nothing is kept and something is unsent', async () => {
    const shown = await show(fresh)
    const warning = () => shown.part('[role="status"] > .unsaved')
    await write(shown, 'Hello')
    expect(warning()).to.equal(null)
    shown.client.durable.set(false)
    await settled(shown.chat.shadowRoot!)
    expect(warning().textContent).to.contain('a reload would lose')
    await write(shown, '')
    expect(warning()).to.equal(null)
    const other = await show({ state: { pending: [pendingMessage('Unsent', 'waiting')] } })
    other.client.durable.set(false)
    await settled(other.chat.shadowRoot!)
    expect(other.part('[role="status"] > .unsaved').textContent).to.contain('a reload would lose')
  })

  it('asks to keep the chat where nothing may be stored yet, and says plainly what a reload loses', async () => {
    const shown = await show({ state: { events: askedAssistant } })
    const line = () => shown.part('[role="status"] > .unsaved')
    const button = () => shown.part<HTMLButtonElement>('.keep')
    expect(line()).to.equal(null)
    shown.client.consent.set('asked')
    await settled(shown.chat.shadowRoot!)
    expect(line().textContent).to.contain('gone when you leave or reload')
    await expect(shown.chat).to.be.accessible()
    expect(button().textContent).to.contain('keep my messages on this device')
    button().click()
    expect(shown.called('setConsent')).to.deep.equal([['granted']])
    shown.client.consent.set('denied')
    await settled(shown.chat.shadowRoot!)
    expect(line().textContent).to.contain('gone when you leave or reload')
    expect(button()).to.equal(null)
    shown.client.consent.set('granted')
    await settled(shown.chat.shadowRoot!)
    expect(line()).to.equal(null)
  })

  it('opens a cited article at its passage', async () => {
    const shown = await show({ state: { events: askedAssistant }, conversation: { assignee: assistant } })
    const gone: unknown[] = []
    shown.provider.addEventListener('deskbell-navigate', (event) => {
      const { view, params } = event as NavigateEvent
      gone.push([view, params])
    })
    shown.inside('deskbell-message-list', '.chip').click()
    shown.inside('deskbell-message-list', '.sources .row:last-child').click()
    expect(gone).to.deep.equal([
      ['article', { slug: 'returning-fitted-parts', passage: 'p2' }],
      ['article', { slug: 'return-labels', passage: 'p1' }],
    ])
  })

  it('takes a rating once it has ended, and says so when it did not arrive', async () => {
    const failing = await show({
      state: { events: solvedByPerson },
      conversation: { status: 'resolved' },
      options: {
        failing: new Error('down'),
        states: {
          [id]: { events: solvedByPerson, conversation: { ...sampleConversation, status: 'resolved' } },
        },
      },
    })
    failing.inside<HTMLInputElement>('deskbell-rating', 'input').click()
    failing.inside('deskbell-rating', '.button').click()
    await settled(failing.chat.shadowRoot!)
    expect(failing.inside('deskbell-rating', '.fault').textContent).to.contain('Not sent')
    const shown = await show({ state: { events: solvedByPerson }, conversation: { status: 'resolved' } })
    shown.inside<HTMLInputElement>('deskbell-rating', 'label:nth-of-type(4) input').click()
    shown.inside('deskbell-rating', '.button').click()
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('rate')).to.deep.equal([[id, 4, '']])
    expect(shown.inside('deskbell-rating', '.thanks').textContent).to.contain('You gave 4 of 5')
  })

  it('begins a new conversation when somebody writes into a closed one', async () => {
    const shown = await show({ conversation: { status: 'closed' } })
    await write(shown, 'One more thing')
    press(shown.inside('deskbell-composer', 'textarea'), 'Enter')
    expect(shown.called('send')).to.deep.equal([])
    expect(shown.called('start')).to.have.length(1)
  })

  it('begins a new chat from its menu, leaving the open one as it is', async () => {
    const shown = await show({})
    const started: unknown[] = []
    shown.provider.addEventListener('deskbell-conversation-started', (event) =>
      started.push((event as Event & { conversationId: string | null }).conversationId),
    )
    shown.part('.menu').click()
    await waitUntil(() => shown.part('deskbell-chat-menu'))
    await settled(shown.chat.shadowRoot!)
    shown.inside('deskbell-chat-menu', 'button').click()
    await settled(shown.chat.shadowRoot!)
    expect(started).to.deep.equal([null])
    expect(shown.called('view.close')).to.deep.equal([[id]])
    expect(shown.called('end')).to.deep.equal([])
    expect(shown.part('.empty')).to.not.equal(null)
  })

  it('lets go of its conversation when it leaves the page, and takes it again when it comes back', async () => {
    const shown = await show({})
    shown.chat.remove()
    expect(shown.called('view.close')).to.deep.equal([[id]])
    shown.provider.append(shown.chat)
    await settled(shown.chat.shadowRoot!)
    expect(shown.called('open')).to.deep.equal([[id], [id]])
    shown.client.state(id).update((now) => ({ ...now, typing: [{ actor: mika, text: '' }] }))
    await settled(shown.chat.shadowRoot!)
    expect(shown.part('deskbell-message-list').shadowRoot!.textContent).to.contain('is typing')
  })

  it('tells the page around it no text that was typed', async () => {
    const shown = await show({})
    let heard = false
    shown.provider.addEventListener('deskbell-send', () => {
      heard = true
    })
    shown.part('deskbell-composer').dispatchEvent(new SendEvent('secret'))
    expect(heard).to.equal(false)
  })

  checkDemos(chatDemos)

  it('says whether it is before the customer’s eyes: in an open panel of a page that is looked at', async () => {
    const { provider, called } = await show({})
    const look = (): unknown => {
      document.dispatchEvent(new Event('visibilitychange'))
      return called('look').at(-1)
    }
    expect(look()).to.deep.equal([id, true])
    provider.style.visibility = 'hidden'
    expect(look()).to.deep.equal([id, false])
    provider.style.visibility = ''
    provider.style.display = 'none'
    expect(look()).to.deep.equal([id, false])
    provider.style.display = ''
    expect(look()).to.deep.equal([id, true])
    const told = called('look').length
    provider.remove()
    look()
    expect(called('look')).to.have.length(told)
  })
})
