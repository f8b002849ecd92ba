// A menu: opens, moves by keys, chooses, closes.

import { expect, fixture, html, oneEvent } from '@open-wc/testing'
import './console-menu.define.ts'
import type { ChooseEvent, ConsoleMenu } from './console-menu.ts'

const items = [
  { id: 'a', label: 'Ana', checked: false },
  { id: 'b', label: 'Bo', checked: true },
  { id: 'n', label: 'Nobody' },
]
const stand = async (): Promise<ConsoleMenu> =>
  fixture<ConsoleMenu>(
    html`<deskbell-console-menu .items=${items} .label=${'Change'}>Bo</deskbell-console-menu>`,
  )
const opener = (menu: ConsoleMenu): HTMLElement => menu.shadowRoot!.querySelector('.opener')!
const active = (menu: ConsoleMenu): string => menu.shadowRoot!.activeElement?.textContent?.trim() ?? ''
const press = async (menu: ConsoleMenu, key: string): Promise<void> => {
  menu.shadowRoot!.activeElement!.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
  )
  await menu.updateComplete
}

describe('deskbell-console-menu', () => {
  it('opens on the checked item and moves by arrows, ends and letters', async () => {
    const menu = await stand()
    opener(menu).focus()
    await press(menu, 'ArrowDown')
    expect(active(menu)).to.equal('Bo')
    await press(menu, 'ArrowDown')
    expect(active(menu)).to.equal('Nobody')
    await press(menu, 'ArrowDown')
    expect(active(menu)).to.equal('Ana')
    await press(menu, 'End')
    expect(active(menu)).to.equal('Nobody')
    await press(menu, 'b')
    expect(active(menu)).to.equal('Bo')
  })

  it('says what was chosen, closes, and gives the focus back to its button', async () => {
    const menu = await stand()
    opener(menu).click()
    await menu.updateComplete
    const chosen = oneEvent(menu, 'deskbell-choose')
    menu.shadowRoot!.querySelectorAll<HTMLElement>('.item')[2]!.click()
    expect(((await chosen) as unknown as ChooseEvent).id).to.equal('n')
    expect(menu.open).to.equal(false)
    expect(menu.shadowRoot!.activeElement).to.equal(opener(menu))
  })

  it('closes on Escape and on a press elsewhere, choosing nothing', async () => {
    const menu = await stand()
    let chosen = false
    menu.addEventListener('deskbell-choose', () => {
      chosen = true
    })
    opener(menu).click()
    await menu.updateComplete
    await press(menu, 'Escape')
    expect(menu.open).to.equal(false)
    opener(menu).click()
    await menu.updateComplete
    document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))
    expect(menu.open).to.equal(false)
    expect(chosen).to.equal(false)
  })

  it('passes axe while open', async () => {
    const menu = await stand()
    opener(menu).click()
    await menu.updateComplete
    await expect(menu).to.be.accessible()
  })

  it('moves nothing under the pointer while it is open, and shows what there is when it opens again', async () => {
    const menu = await stand()
    const words = (): number => menu.shadowRoot!.querySelectorAll('.item').length
    opener(menu).click()
    await menu.updateComplete
    menu.items = items.slice(1)
    await menu.updateComplete
    expect(words()).to.equal(3)
    menu.open = false
    await menu.updateComplete
    opener(menu).click()
    await menu.updateComplete
    expect(words()).to.equal(2)
  })
})
