// Which command a key means: sequences, text fields, other alphabets, what is switched off.

import { expect } from '@open-wc/testing'
import { createDeskCommands, type DeskCommand } from './desk-commands.ts'
import { createShortcuts } from './shortcuts.ts'

const ran: string[] = []
let single = true

const command = (id: string, more: Partial<DeskCommand> = {}): DeskCommand => ({
  id,
  label: id,
  section: 'chat',
  run: () => ran.push(id),
  ...more,
})

function stage(...list: DeskCommand[]) {
  ran.length = 0
  single = true
  const commands = createDeskCommands({ failed: (_error, { id }) => ran.push(`failed ${id}`) })
  commands.register(() => list)
  const shortcuts = createShortcuts({ commands, single: () => single })
  const place = document.createElement('div')
  document.body.append(place)
  const listen = (event: Event): void => shortcuts.press(event as KeyboardEvent)
  place.addEventListener('keydown', listen)
  const press = (key: string, more: KeyboardEventInit = {}, on: Element = place): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', {
      key,
      bubbles: true,
      composed: true,
      cancelable: true,
      ...more,
    })
    on.dispatchEvent(event)
    return event
  }
  return { commands, place, press }
}

describe('shortcuts', () => {
  it('run the command that has the key, and keep the browser from its own', () => {
    const { press } = stage(command('resolve', { shortcut: 'e' }), command('spam', { shortcut: '!' }))
    expect(press('e').defaultPrevented).to.equal(true)
    press('!', { shiftKey: true })
    expect(press('q').defaultPrevented).to.equal(false)
    expect(ran).to.deep.equal(['resolve', 'spam'])
  })

  it('take two keys one after the other, and the second by itself again later', () => {
    const { press } = stage(command('mine', { shortcut: 'g m' }), command('macro', { shortcut: 'm' }))
    press('g')
    press('m')
    press('m')
    expect(ran).to.deep.equal(['mine', 'macro'])
  })

  it('leave text to the text field, but for those that hold while one writes', () => {
    const { place, press } = stage(
      command('resolve', { shortcut: 'e' }),
      command('palette', { shortcut: 'mod+k', inText: true }),
      command('undo', { shortcut: 'mod+z', inText: 'empty' }),
    )
    const field = document.createElement('textarea')
    place.append(field)
    press('e', {}, field)
    press('k', { ctrlKey: true }, field)
    press('z', { ctrlKey: true }, field)
    field.value = 'half a word'
    press('z', { ctrlKey: true }, field)
    expect(ran).to.deep.equal(['palette', 'undo'])
  })

  it('keep out of menus, dialogs, words being composed and keys held down', () => {
    const { place, press } = stage(
      command('resolve', { shortcut: 'e' }),
      command('next', { shortcut: 'j', repeats: true }),
    )
    const item = document.createElement('button')
    item.setAttribute('role', 'menuitem')
    place.append(item)
    press('e', {}, item)
    press('e', { isComposing: true })
    press('e', { repeat: true })
    press('e', { altKey: true })
    expect(ran).to.deep.equal([])
    press('j', { repeat: true })
    expect(ran).to.deep.equal(['next'])
  })

  it('find the key by its place where the keyboard writes another alphabet', () => {
    const { press } = stage(command('resolve', { shortcut: 'e' }))
    press('у', { code: 'KeyE' })
    expect(ran).to.deep.equal(['resolve'])
  })

  it('switched off, leave those with a modifier', () => {
    const { press } = stage(command('resolve', { shortcut: 'e' }), command('palette', { shortcut: 'mod+k' }))
    single = false
    press('e')
    press('k', { metaKey: true })
    expect(ran).to.deep.equal(['palette'])
  })

  it('mean what is selected where something is, and the open chat otherwise', () => {
    const selected = { shortcut: 'e', section: 'selection' } as const
    const chat = command('chat', { shortcut: 'e' })
    stage(chat, command('rows', { ...selected, enabled: false })).press('e')
    expect(ran).to.deep.equal(['chat'])
    stage(chat, command('rows', selected)).press('e')
    expect(ran).to.deep.equal(['rows'])
  })

  it('do nothing that cannot be done now, and say what was refused', async () => {
    const { press, commands } = stage(
      command('resolve', { shortcut: 'e', enabled: false }),
      command('assign', { shortcut: 'a', run: () => Promise.reject(new Error('taken')) }),
    )
    expect(press('e').defaultPrevented).to.equal(false)
    press('a')
    await Promise.resolve()
    await Promise.resolve()
    expect(ran).to.deep.equal(['failed assign'])
    expect(commands.recent()).to.deep.equal(['assign'])
  })

  it('are told of each other where two commands want the same', () => {
    const { commands } = stage(command('a', { shortcut: ['x', 'y'] }), command('b', { shortcut: 'y' }))
    expect(commands.conflicts()).to.deep.equal(['y: a, b'])
  })
})
