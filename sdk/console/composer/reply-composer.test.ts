// Where an agent writes: what is kept, what is sent, what the customer may see of it.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import '../app/console-app.define.ts'
import type { Me } from '../../protocol/agent.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { ana, fakeConversations, fakeMe, fakeNow, nora } from '../demo/fake-desk.ts'
import { callsOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'

const ines = fakeConversations[1]!
const stand = (
  drafts: Record<string, string | Promise<string>> = {},
  me: Me = fakeMe,
): Promise<DeskbellConsole> => {
  const client = createFakeAgentClient({ drafts, me })
  return standUp(
    html`<deskbell-console .client=${client} .conversationId=${nora.id} .clock=${fakeNow}></deskbell-console>`,
  )
}
const area = (element: DeskbellConsole): HTMLTextAreaElement =>
  find<HTMLTextAreaElement>(element, 'textarea')!
const write = async (element: DeskbellConsole, text: string): Promise<void> => {
  area(element).value = text
  area(element).dispatchEvent(new InputEvent('input'))
  await settled(element)
}
const press = (element: DeskbellConsole, init: KeyboardEventInit): void =>
  void area(element).dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, bubbles: true, ...init }),
  )
const tab = async (element: DeskbellConsole, index: 0 | 1): Promise<void> => {
  findAll(element, '[role="radio"]')[index]!.click()
  await settled(element)
}

afterEach(() => sessionStorage.clear())

describe('deskbell-reply-composer', () => {
  it('sends with Control or Command and Enter, and leaves Enter alone to the text', async () => {
    const element = await stand()
    await write(element, 'Hi Nora')
    press(element, {})
    expect(callsOf(element, 'send')).to.deep.equal([])
    press(element, { ctrlKey: true })
    await settled(element)
    await write(element, 'One more')
    press(element, { metaKey: true })
    await settled(element)
    expect(callsOf(element, 'send')).to.deep.equal([['Hi Nora'], ['One more']])
    expect(area(element).value).to.equal('')
  })

  it('gives each conversation a field of its own, so that undo brings no text from one to the other', async () => {
    const element = await stand()
    const before = area(element)
    before.focus()
    element.conversationId = ines.id
    await settled(element)
    expect(area(element)).to.not.equal(before)
    expect(area(element).matches(':focus')).to.equal(true)
  })

  it('does not send while an input method is composing', async () => {
    const element = await stand()
    await write(element, 'こん')
    press(element, { ctrlKey: true, isComposing: true })
    expect(callsOf(element, 'send')).to.deep.equal([])
  })

  it('sends nothing that is empty or too long, and says by how much', async () => {
    const element = await stand()
    const button = (): HTMLButtonElement => find<HTMLButtonElement>(element, 'form .solid')!
    await write(element, '   ')
    expect(button().disabled).to.equal(true)
    await write(element, 'x'.repeat(8003))
    expect(button().disabled).to.equal(true)
    expect(textOf(find(element, '.over'))).to.equal('3 characters too long')
    press(element, { ctrlKey: true })
    expect(callsOf(element, 'send')).to.deep.equal([])
  })

  it('brings a conversation’s draft back, keeps every change, and clears it with the sending', async () => {
    const element = await stand({ [nora.id]: 'Your old bolts' })
    await waitUntil(() => area(element).value === 'Your old bolts')
    await write(element, 'Your old bolts are fine')
    press(element, { ctrlKey: true })
    expect(callsOf(element, 'draft')).to.deep.equal([['Your old bolts are fine'], ['']])
  })

  it('holds each conversation’s own text', async () => {
    const element = await stand({ [ines.id]: 'For Ines' })
    await write(element, 'For Nora')
    element.conversationId = ines.id
    await waitUntil(() => area(element).value === 'For Ines')
    expect(textOf(find(element, '.to'))).to.equal('to Ines, in chat')
  })

  it('ignores a draft that arrives after another conversation was opened', async () => {
    const slow = Promise.withResolvers<string>()
    const element = await stand({ [nora.id]: slow.promise })
    element.conversationId = ines.id
    await settled(element)
    slow.resolve('For Nora only')
    await slow.promise
    await settled(element)
    expect(area(element).value).to.equal('')
  })

  it('tells the client what is typed as a reply, and never what is typed as a note', async () => {
    const element = await stand()
    await write(element, 'Hi')
    await tab(element, 1)
    await write(element, 'She is upset')
    const told = callsOf(element, 'typing').map(([text]) => text)
    expect(told).to.deep.equal(['Hi', ''])
    expect(callsOf(element, 'draft')).to.deep.equal([['Hi']])
  })

  it('keeps reply and note apart, and the note over a change of conversation', async () => {
    const element = await stand()
    await tab(element, 1)
    await write(element, 'Only for us')
    await tab(element, 0)
    expect(area(element).value).to.equal('')
    element.conversationId = ines.id
    await settled(element)
    element.conversationId = nora.id
    await settled(element)
    await tab(element, 1)
    expect(area(element).value).to.equal('Only for us')
    press(element, { ctrlKey: true })
    expect(callsOf(element, 'addNote')).to.deep.equal([['Only for us']])
    expect(callsOf(element, 'send')).to.deep.equal([])
  })

  it('keeps one agent’s half-written note from the next who signs in here', async () => {
    const first = await stand()
    await tab(first, 1)
    await write(first, 'Half a note')
    first.remove()
    const next = await stand({}, { ...fakeMe, agent: ana })
    await tab(next, 1)
    expect(area(next).value).to.equal('')
    next.remove()
    const back = await stand()
    await tab(back, 1)
    expect(area(back).value).to.equal('Half a note')
  })

  it('turns amber with a note and begins as a reply in the next conversation', async () => {
    const element = await stand()
    await tab(element, 1)
    const composer = find(element, 'deskbell-reply-composer')!
    expect(getComputedStyle(find(element, '.box')!).backgroundColor).to.not.equal('rgb(255, 255, 255)')
    element.conversationId = ines.id
    await settled(element)
    expect(composer.getAttribute('kind')).to.equal('message')
  })

  it('switches between reply and note with the arrow keys', async () => {
    const element = await stand()
    const radio = findAll(element, '[role="radio"]')[0]!
    radio.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true, cancelable: true }))
    await settled(element)
    expect(find(element, 'deskbell-reply-composer')!.getAttribute('kind')).to.equal('note')
  })
})
