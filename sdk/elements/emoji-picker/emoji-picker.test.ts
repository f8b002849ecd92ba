// The emoji picker by keyboard and by words.

import { expect } from '@open-wc/testing'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import '../provider/provider.define.ts'
import { createEmojiList } from './emoji-list.ts'
import './emoji-picker.define.ts'
import { emojiPickerDemos } from './emoji-picker.demo.ts'
import type { EmojiEvent } from './emoji-picker.events.ts'
import type { DeskbellEmojiPicker } from './emoji-picker.ts'

const show = async (name = 'all of them') => {
  const picker = (await showDemo(emojiPickerDemos[name]!)) as DeskbellEmojiPicker
  const root = picker.shadowRoot!
  const picked: string[] = []
  let closed = 0
  picker.addEventListener('deskbell-emoji', (event) => picked.push((event as EmojiEvent).emoji))
  picker.addEventListener('deskbell-emoji-close', () => closed++)
  const press = (key: string, more: KeyboardEventInit = {}): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', {
      key,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...more,
    })
    root.activeElement!.dispatchEvent(event)
    return event
  }
  const at = (): string | null | undefined => root.activeElement?.getAttribute('aria-label')
  const field = root.querySelector('input')!
  const search = async (text: string): Promise<void> => {
    field.value = text
    field.dispatchEvent(new InputEvent('input'))
    await settled(picker.parentElement!)
  }
  return { picker, root, picked, closed: () => closed, press, at, field, search }
}

describe('deskbell-emoji-picker', () => {
  it('reads each emoji with its words, none twice', () => {
    const all = createEmojiList()
      .all()
      .flatMap(({ emoji }) => emoji)
    expect(all.length).to.be.greaterThan(300)
    for (const { emoji, name } of all) {
      expect(name, emoji).to.match(/^[a-z][a-z0-9 -]*$/)
      expect(emoji, name).to.match(/^\P{L}+$/u)
    }
    expect(new Set(all.map(({ emoji }) => emoji)).size).to.equal(all.length)
  })

  it('finds by the beginning of any word', () => {
    const names = createEmojiList()
      .find('thu')!
      .map(({ name }) => name)
    expect(names).to.deep.equal(['thumbs up yes', 'thumbs down no'])
    expect(createEmojiList().find('  ')).to.equal(null)
  })

  it('is one stop for Tab besides the field, and arrow keys, Home and End walk', async () => {
    const { picker, root, press, at, field } = await show()
    picker.focus()
    expect(root.activeElement).to.equal(field)
    press('ArrowDown')
    expect(at()).to.equal('grinning')
    press('ArrowRight')
    press('ArrowDown')
    expect(at()).to.equal('upside down')
    press('Home')
    expect(at()).to.equal('slight smile')
    press('End')
    expect(at()).to.equal('starstruck')
    press('Home', { ctrlKey: true })
    press('End', { ctrlKey: true })
    expect(at()).to.equal('music')
    expect(root.querySelectorAll('button[tabindex="0"]')).to.have.length(1)
    press('Home', { ctrlKey: true })
    press('ArrowUp')
    expect(root.activeElement).to.equal(field)
  })

  it('walks the other way where it is read from right to left', async () => {
    const { picker, press, at } = await show('Arabic')
    picker.focus()
    press('ArrowDown')
    press('ArrowLeft')
    expect(at()).to.equal('happy')
    press('ArrowRight')
    expect(at()).to.equal('grinning')
  })

  it('hands out what is clicked, and the first found on Enter', async () => {
    const { picked, root, press, field, search } = await show()
    root.querySelector<HTMLElement>('[aria-label="wink"]')!.click()
    await search('parcel')
    field.focus()
    expect(press('Enter').defaultPrevented).to.equal(true)
    expect(picked).to.deep.equal(['😉', '📦'])
  })

  it('says that nothing has this name', async () => {
    const { root, search } = await show()
    await search('zebra crossing')
    expect(root.querySelector('[role=status]')!.textContent).to.equal('No emoji has this name.')
    expect(root.querySelectorAll('button')).to.have.length(0)
  })

  it('keeps what was used last at the top of the next one', async () => {
    const first = await show()
    first.root.querySelector<HTMLElement>('[aria-label="rocket"]')!.click()
    const second = await show()
    expect(second.root.querySelector('h3')!.textContent).to.equal('Recent')
    expect(second.root.querySelector('button')!.ariaLabel).to.equal('rocket')
  })

  it('closes by Escape, which the panel around it does not hear', async () => {
    const { picker, press, closed } = await show()
    let heard = 0
    const listener = (): void => void heard++
    document.addEventListener('keydown', listener)
    picker.focus()
    press('Escape')
    document.removeEventListener('keydown', listener)
    expect([closed(), heard]).to.deep.equal([1, 0])
  })

  checkDemos(emojiPickerDemos)
})
