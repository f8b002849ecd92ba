// The chat's menu by keyboard and pointer, and what it asks above the composer.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { VisitorConversation } from '../../protocol/conversation.ts'
import { waitUntil } from '../demo/wait-until.ts'
import '../chat/chat.define.ts'
import type { DeskbellChat } from '../chat/chat.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient, type FakeClientOptions } from '../demo/fake-client.ts'
import { sampleConfig, sampleConversation } from '../demo/fake-data.ts'
import { solvedByPerson, withPerson } from '../demo/fake-events.ts'
import '../provider/provider.define.ts'
import '../rating/rating.define.ts'
import './chat-menu.define.ts'
import { chatMenuDemos } from './chat-menu.demo.ts'

const { id } = sampleConversation

async function show(options: FakeClientOptions = {}, conversation: Partial<VisitorConversation> = {}) {
  const state = { events: withPerson, conversation: { ...sampleConversation, ...conversation } }
  const client = createFakeClient({
    states: { [id]: conversation.status ? { ...state, events: solvedByPerson } : state },
    config: { ...sampleConfig, mail: true },
    ...options,
  })
  const chat = (await showDemo({
    client: () => client,
    render: () => html`<deskbell-chat .conversationId=${id}></deskbell-chat>`,
  })) as DeskbellChat
  const root = chat.shadowRoot!
  const button = root.querySelector<HTMLElement>('.menu')!
  const menu = () => root.querySelector('deskbell-chat-menu')
  const task = () => root.querySelector('deskbell-chat-task')
  const items = () => [...menu()!.shadowRoot!.querySelectorAll<HTMLElement>('[role=menuitem]')]
  const focused = () => menu()?.shadowRoot?.activeElement?.textContent
  const rest = () => settled(root)
  const open = async (): Promise<void> => {
    button.click()
    await waitUntil(focused)
    await rest()
  }
  const choose = async (text: string): Promise<void> => {
    await open()
    items()
      .find((item) => item.textContent === text)!
      .click()
    await rest()
  }
  const press = (key: string): void => {
    let target: Element | null = document.activeElement
    while (target?.shadowRoot?.activeElement) target = target.shadowRoot.activeElement
    target!.dispatchEvent(
      new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }),
    )
  }
  const called = (name: string) => client.calls.filter(([each]) => each === name).map(([, ...args]) => args)
  const inTask = <E extends HTMLElement>(selector: string): E =>
    task()!.shadowRoot!.querySelector<E>(selector)!
  const taskButton = (text: string): HTMLElement =>
    [...task()!.shadowRoot!.querySelectorAll<HTMLElement>('button')].find(
      (each) => each.textContent === text,
    )!
  return {
    client,
    chat,
    root,
    button,
    menu,
    task,
    items,
    focused,
    rest,
    open,
    choose,
    press,
    called,
    inTask,
    taskButton,
  }
}

describe('deskbell-chat-menu', () => {
  it('is a menu behind a button that says so, walked by arrows, Home and End', async () => {
    const { button, menu, open, press, focused, items } = await show()
    expect([button.getAttribute('aria-haspopup'), button.getAttribute('aria-expanded')]).to.deep.equal([
      'menu',
      'false',
    ])
    await open()
    expect(menu()!.role).to.equal('menu')
    expect(button.getAttribute('aria-expanded')).to.equal('true')
    expect(items().map((item) => item.textContent)).to.deep.equal([
      'New chat',
      'Download transcript',
      'E-mail transcript',
      'Mute sounds',
      'End this chat',
    ])
    expect(focused()).to.equal('New chat')
    press('ArrowUp')
    expect(focused()).to.equal('End this chat')
    press('ArrowDown')
    press('ArrowDown')
    expect(focused()).to.equal('Download transcript')
    press('End')
    expect(focused()).to.equal('End this chat')
    press('Home')
    expect(focused()).to.equal('New chat')
  })

  it('closes by Escape, which the panel does not get, with the focus back on its button', async () => {
    const { root, chat, button, menu, open, press, rest } = await show()
    const heard: string[] = []
    chat.parentElement!.addEventListener('keydown', (event) => heard.push(event.key))
    await open()
    press('Escape')
    await rest()
    expect(menu()).to.equal(null)
    expect(root.activeElement).to.equal(button)
    expect(heard).to.deep.equal([])
    press('Escape')
    expect(heard).to.deep.equal(['Escape'])
  })

  it('closes when the focus or a press goes elsewhere, and by its own button', async () => {
    const { root, chat, button, menu, open, items, rest } = await show()
    const down = () => new PointerEvent('pointerdown', { bubbles: true, composed: true })
    await open()
    chat.focus()
    await rest()
    expect(menu()).to.equal(null)
    await open()
    items()[0]!.dispatchEvent(down())
    await rest()
    expect(menu()).to.not.equal(null)
    root.querySelector('deskbell-message-list')!.dispatchEvent(down())
    await rest()
    expect(menu()).to.equal(null)
    await open()
    button.dispatchEvent(down())
    button.click()
    await rest()
    expect(menu()).to.equal(null)
  })

  it('leaves out what the site, the server or the conversation does not have', async () => {
    const settings = { chat: { sound: false, transcript: false } }
    const { open, items } = await show({ config: { ...sampleConfig, settings } }, { status: 'resolved' })
    await open()
    expect(items().map((item) => item.textContent)).to.deep.equal(['New chat'])
  })

  it('leads to all chats where there are several', async () => {
    const conversations = [sampleConversation, { ...sampleConversation, id: 'another' }]
    const { chat, choose } = await show({ conversations })
    const went: unknown[] = []
    chat.parentElement!.addEventListener('deskbell-navigate', (event) =>
      went.push((event as never as { view: string }).view),
    )
    await choose('All chats')
    expect(went).to.deep.equal(['conversations'])
  })

  it('mutes, remembers it, and plays again', async () => {
    const { choose, open, items, called, root, button } = await show()
    await choose('Mute sounds')
    expect(called('preferences.set')).to.deep.equal([[{ muted: true }]])
    expect(root.activeElement).to.equal(button)
    await open()
    expect(items().map((item) => item.textContent)).to.contain('Play sounds')
  })
})

describe('deskbell-chat-task', () => {
  it('asks before a chat ends, with the focus on the harmless answer; Escape and that answer end nothing', async () => {
    const { root, choose, task, taskButton, press, called, rest } = await show()
    await choose('End this chat')
    expect(task()!.shadowRoot!.activeElement).to.equal(taskButton('Go on'))
    expect(root.querySelector('deskbell-handoff-slot')).to.equal(null)
    press('Escape')
    await rest()
    expect(task()).to.equal(null)
    await choose('End this chat')
    taskButton('Go on').click()
    await rest()
    expect(called('end')).to.deep.equal([])
    expect(root.activeElement).to.equal(root.querySelector('deskbell-composer'))
    await choose('End this chat')
    taskButton('End it').click()
    await rest()
    expect(called('end')).to.deep.equal([[id]])
    expect(task()).to.equal(null)
  })

  it('says when the end did not go out, and asks on', async () => {
    const { choose, taskButton, inTask, rest } = await show({ failing: new Error('no line') })
    await choose('End this chat')
    taskButton('End it').click()
    await rest()
    expect(inTask('[role=alert]').textContent).to.contain('Not sent')
  })

  it('mails the transcript to the address that is known, or to another; a wrong one is told in words', async () => {
    const { choose, inTask, taskButton, called, rest } = await show()
    await choose('E-mail transcript')
    const field = inTask<HTMLInputElement>('input')
    expect(field.value).to.equal('nora@example.com')
    field.value = 'nora@example'
    taskButton('Send').click()
    await rest()
    expect(inTask('[role=alert]').textContent).to.contain('no ending')
    expect(field.getAttribute('aria-invalid')).to.equal('true')
    field.value = ' ana@example.com '
    taskButton('Send').click()
    await rest()
    expect(called('mailTranscript')).to.deep.equal([[id, 'ana@example.com']])
    expect(inTask('[role=status]').textContent).to.equal('Sent to ana@example.com.')
  })

  it('downloads the transcript as a file named after the reference, also from the rating', async () => {
    const { root, choose, called, task, rest } = await show({}, { status: 'resolved' })
    const links: string[] = []
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      links.push(`${this.download} ${this.href.slice(0, 5)}`)
    }
    try {
      await choose('Download transcript')
      await rest()
      const rating = root.querySelector('deskbell-rating')!.shadowRoot!
      rating.querySelector<HTMLElement>('.button:not(.solid)')!.click()
      await waitUntil(() => links.length === 2)
      await rest()
    } finally {
      HTMLAnchorElement.prototype.click = click
    }
    expect(links).to.deep.equal(['DB-7K3M92QF.txt blob:', 'DB-7K3M92QF.txt blob:'])
    expect(called('transcript')).to.deep.equal([
      [id, 'text'],
      [id, 'text'],
    ])
    expect(task()).to.equal(null)
  })

  it('offers another try when the transcript did not come', async () => {
    const { choose, inTask, taskButton, task, rest } = await show({ failing: new Error('no line') })
    await choose('Download transcript')
    await rest()
    expect(inTask('[role=alert]').textContent).to.contain('did not load')
    expect(task()!.shadowRoot!.activeElement).to.equal(taskButton('Try again'))
    taskButton('Close').click()
    await rest()
    expect(task()).to.equal(null)
  })

  checkDemos(chatMenuDemos)
})
