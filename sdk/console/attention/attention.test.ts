// How the console calls for its agent.

import { expect, oneEvent } from '@open-wc/testing'
import { html } from 'lit'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import '../app/console-app.define.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { fakeNow, nora, waiting } from '../demo/fake-desk.ts'
import { fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { ChimeEvent } from './attention.controller.ts'

let looking = false
const stand = (): Promise<DeskbellConsole> =>
  standUp(html`<deskbell-console .client=${createFakeAgentClient()} .conversationId=${nora.id} .clock=${fakeNow}
    .attentive=${() => looking}></deskbell-console>`)
const countChimes = (element: DeskbellConsole): (() => number) => {
  let chimes = 0
  element.addEventListener('deskbell-chime', () => {
    chimes++
  })
  return () => chimes
}

beforeEach(() => {
  looking = false
  document.title = 'Deskbell'
})
afterEach(() => localStorage.removeItem('deskbell:sound'))

describe('attention', () => {
  it('chimes, counts in the title and says aloud that somebody waits', async () => {
    const element = await stand()
    const chime = oneEvent(element, 'deskbell-chime')
    fakeOf(element).fire('waiting', waiting[0]!)
    expect(((await chime) as unknown as ChimeEvent).why).to.equal('waiting')
    expect(document.title).to.equal('(1) Deskbell')
    await settled(element)
    const spoken = findAll(element, '[role="status"].hidden-text')
      .map((each) => textOf(each))
      .filter(Boolean)
    expect(spoken).to.deep.equal(['Tomasz is waiting for a person'])
  })

  it('counts conversations and not messages, and clears the title on focus', async () => {
    const element = await stand()
    fakeOf(element).fire('waiting', waiting[0]!)
    fakeOf(element).fire('reply', waiting[0]!)
    fakeOf(element).fire('waiting', waiting[1]!)
    expect(document.title).to.equal('(2) Deskbell')
    window.dispatchEvent(new Event('focus'))
    expect(document.title).to.equal('Deskbell')
  })

  it('is silent about a message in the conversation one is looking at', async () => {
    const element = await stand()
    const chimes = countChimes(element)
    looking = true
    fakeOf(element).fire('reply', nora)
    expect(chimes()).to.equal(0)
    fakeOf(element).fire('reply', waiting[0]!)
    expect(chimes()).to.equal(1)
    expect(document.title).to.equal('Deskbell')
  })

  it('calls from the tab that was looked at last, and from the next when that one is closed', async () => {
    const [first, second] = [await stand(), await stand()]
    const [atFirst, atSecond] = [countChimes(first), countChimes(second)]
    const call = (): void => {
      for (const each of [first, second]) fakeOf(each).fire('reply', waiting[0]!)
    }
    // The one that was taken its place hears of it from the browser.
    await waitUntil(() => {
      const before = atFirst()
      call()
      return atFirst() === before
    })
    expect(atSecond()).to.be.greaterThan(0)
    second.remove()
    await waitUntil(() => {
      const before = atFirst()
      fakeOf(first).fire('reply', waiting[0]!)
      return atFirst() > before
    })
  })

  it('gives the title back when somebody signs out', async () => {
    const element = await stand()
    fakeOf(element).fire('waiting', waiting[0]!)
    fakeOf(element).me.set(null)
    await settled(element)
    expect(document.title).to.equal('Deskbell')
  })

  it('remembers that the sound was turned off, and then does not ask for a click', async () => {
    const element = await stand()
    const toggle = (): HTMLElement => find(element, '.self .square')!
    expect(toggle().ariaPressed).to.equal('true')
    toggle().click()
    await waitUntil(() => toggle().ariaPressed === 'false')
    expect(localStorage.getItem('deskbell:sound')).to.equal('off')
    expect(textOf(find(find(element, 'deskbell-console-rail')!, '.hint'))).to.equal('')
    const next = await stand()
    expect(find(next, '.self .square')!.ariaPressed).to.equal('false')
  })
})
