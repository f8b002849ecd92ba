// What the composer does with keys and text.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { checkDemos, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleConfig } from '../demo/fake-data.ts'
import { waitUntil } from '../demo/wait-until.ts'
import { EmojiCloseEvent, EmojiEvent } from '../emoji-picker/emoji-picker.events.ts'
import '../provider/provider.define.ts'
import './composer.define.ts'
import { composerDemos } from './composer.demo.ts'
import type { SendEvent, TypingEvent } from './composer.events.ts'
import type { DeskbellComposer } from './composer.ts'

interface Shown {
  composer: DeskbellComposer
  field: HTMLTextAreaElement
  button: HTMLButtonElement
  sent: string[]
  typed: string[]
  key: (init: KeyboardEventInit) => KeyboardEvent
  type: (text: string) => Promise<void>
}

async function show(content = html`<deskbell-composer></deskbell-composer>`): Promise<Shown> {
  const composer = (await showDemo({ render: () => content })) as DeskbellComposer
  const sent: string[] = []
  const typed: string[] = []
  composer.addEventListener('deskbell-send', (event) => sent.push((event as SendEvent).body))
  composer.addEventListener('deskbell-typing', (event) => typed.push((event as TypingEvent).text))
  const field = composer.shadowRoot!.querySelector('textarea')!
  return {
    composer,
    field,
    sent,
    typed,
    get button() {
      return composer.shadowRoot!.querySelector<HTMLButtonElement>('.send')!
    },
    key(init) {
      const event = new KeyboardEvent('keydown', { bubbles: true, composed: true, cancelable: true, ...init })
      field.dispatchEvent(event)
      return event
    },
    async type(text) {
      field.value = text
      field.dispatchEvent(new Event('input', { bubbles: true }))
      await composer.updateComplete
    },
  }
}

describe('deskbell-composer', () => {
  it('sends on Enter what was typed, trimmed, and is empty again with the field in focus', async () => {
    const { composer, field, sent, typed, type, key } = await show()
    await type('  Hello \n')
    key({ key: 'Enter' })
    await composer.updateComplete
    expect(sent).to.deep.equal(['Hello'])
    expect(field.value).to.equal('')
    expect(typed).to.deep.equal(['  Hello \n', ''])
    expect(composer.shadowRoot!.activeElement).to.equal(field)
  })

  it('leaves Shift+Enter to the field, for a new line', async () => {
    const { sent, type, key } = await show()
    await type('Hello')
    expect(key({ key: 'Enter', shiftKey: true }).defaultPrevented).to.equal(false)
    expect(sent).to.deep.equal([])
  })

  it('does not send while an input method composes, nor at the key that ended it', async () => {
    const { sent, type, key } = await show()
    await type('こん')
    key({ key: 'Enter', isComposing: true })
    key({ key: 'Enter', keyCode: 229 })
    expect(sent).to.deep.equal([])
  })

  it('sends nothing when there is nothing but space', async () => {
    const { sent, button, type } = await show()
    await type('  \n ')
    button.click()
    expect(sent).to.deep.equal([])
  })

  it('keeps the text when sending was refused', async () => {
    const { composer, field, type, key } = await show()
    composer.addEventListener('deskbell-send', (event) => event.preventDefault())
    await type('Keep me')
    key({ key: 'Enter' })
    await composer.updateComplete
    expect(field.value).to.equal('Keep me')
  })

  it('stops the answer by its button while the assistant writes, but sends what is typed meanwhile', async () => {
    const shown = await show(html`<deskbell-composer answering></deskbell-composer>`)
    let stopped = 0
    shown.composer.addEventListener('deskbell-stop', () => {
      stopped++
    })
    expect(shown.button.getAttribute('aria-label')).to.equal('Stop the answer')
    shown.button.click()
    expect(stopped).to.equal(1)
    await shown.type('Wait')
    expect(shown.button.getAttribute('aria-label')).to.equal('Send')
    shown.button.click()
    expect(shown.sent).to.deep.equal(['Wait'])
  })

  it('counts what is too much and does not send it', async () => {
    const { composer, sent, type, key } = await show()
    await type('x'.repeat(8000))
    expect(composer.shadowRoot!.querySelector('.count')).to.equal(null)
    await type('x'.repeat(8003))
    expect(composer.shadowRoot!.querySelector('.count')!.textContent).to.equal('3 characters too many')
    key({ key: 'Enter' })
    expect(sent).to.deep.equal([])
  })

  it('is 44 px high, grows with its lines, and scrolls from the sixth on', async () => {
    const { composer, field, type } = await show()
    const box = composer.shadowRoot!.querySelector('.box')!
    expect(box.clientHeight + 2).to.equal(44)
    await type('One\nTwo\nThree')
    expect(field.clientHeight).to.be.within(88, 92)
    await type('1\n2\n3\n4\n5\n6\n7')
    expect(field.clientHeight).to.be.at.most(140)
    await type('')
    expect(box.clientHeight + 2).to.equal(44)
  })

  it('stays as high as it is while it is measured, so that a list above keeps its end', async () => {
    const { composer, type } = await show()
    const column = document.createElement('div')
    const list = document.createElement('div')
    const content = document.createElement('div')
    column.style.cssText = 'display: flex; flex-direction: column; block-size: 400px'
    list.style.cssText = 'flex: 1; min-block-size: 0; overflow: hidden auto'
    content.style.cssText = 'block-size: 2000px'
    list.append(content)
    composer.before(column)
    column.append(list, composer)
    await type('One\nTwo\nThree')
    list.scrollTop = list.scrollHeight
    const before = list.scrollTop
    const heights: number[] = []
    const field = composer.shadowRoot!.querySelector('textarea')!
    const measured = Object.getOwnPropertyDescriptor(Element.prototype, 'scrollHeight')!
    Object.defineProperty(field, 'scrollHeight', {
      get(this: Element) {
        heights.push(composer.offsetHeight)
        return measured.get!.call(this)
      },
    })
    const high = composer.offsetHeight
    await type('One\nTwo\nThree and')
    expect(heights).to.deep.equal([high])
    expect(list.scrollTop).to.equal(before)
  })

  it('puts an emoji where the cursor stands, and Escape leads back to the text', async () => {
    const { composer, field, typed, type } = await show()
    await type('Hello you')
    field.setSelectionRange(5, 6)
    const tool = composer.shadowRoot!.querySelector<HTMLElement>('.tool')!
    tool.click()
    await waitUntil(() =>
      composer.shadowRoot!.querySelector('deskbell-emoji-picker')?.matches(':focus-within'),
    )
    expect(tool.getAttribute('aria-expanded')).to.equal('true')
    const picker = composer.shadowRoot!.querySelector('deskbell-emoji-picker')!
    picker.dispatchEvent(new EmojiEvent('🎉'))
    picker.dispatchEvent(new EmojiEvent('🚀'))
    await composer.updateComplete
    expect(field.value).to.equal('Hello🎉🚀you')
    expect(typed.at(-1)).to.equal('Hello🎉🚀you')
    picker.dispatchEvent(new EmojiCloseEvent())
    await composer.updateComplete
    expect(composer.shadowRoot!.activeElement).to.equal(field)
    expect(composer.shadowRoot!.querySelector('deskbell-emoji-picker')).to.equal(null)
  })

  it('lets the emoji go when something else is turned to, and leaves the focus there', async () => {
    const { composer, field } = await show()
    const elsewhere = document.createElement('button')
    composer.after(elsewhere)
    const picker = () => composer.shadowRoot!.querySelector('deskbell-emoji-picker')
    const open = async (): Promise<void> => {
      composer.shadowRoot!.querySelector<HTMLElement>('.tool')!.click()
      await waitUntil(() => picker()?.matches(':focus-within'))
    }
    const point = (type: string, target: Element): boolean =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, composed: true }))

    await open()
    point('pointerdown', field)
    field.focus()
    await composer.updateComplete
    expect(picker(), 'the text goes on being written beside it').to.not.equal(null)
    elsewhere.focus()
    await composer.updateComplete
    expect(picker(), 'the focus went').to.equal(null)
    expect(document.activeElement).to.equal(elsewhere)

    await open()
    point('pointerdown', elsewhere)
    elsewhere.focus()
    await composer.updateComplete
    expect(picker(), 'what is pressed keeps its place').to.not.equal(null)
    point('pointerup', elsewhere)
    await waitUntil(() => picker() === null, 'a tap elsewhere')
    expect(composer.shadowRoot!.activeElement).to.not.equal(field)
  })

  it('has no emoji where the site wants none', async () => {
    const composer = await showDemo({
      render: () => html`<deskbell-composer></deskbell-composer>`,
      client: () => createFakeClient({ config: { ...sampleConfig, settings: { chat: { emoji: false } } } }),
    })
    expect(composer.shadowRoot!.querySelector('.tool')).to.equal(null)
  })

  checkDemos(composerDemos)
})
