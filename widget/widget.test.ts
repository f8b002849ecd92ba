// The panel's views are a stack: going back finds a view as it was left, and the focus where it was.

import { expect, fixture } from '@open-wc/testing'
import { settled } from '../sdk/elements/demo/demo-checks.ts'
import { waitUntil } from '../sdk/elements/demo/wait-until.ts'
import { tabStops } from './tab-stops.ts'
import { demoPanel, demoPanelClient } from './widget.demo.ts'
import './widget.define.ts'
import type { DeskbellWidget, WidgetViewEvent } from './widget.ts'

const show = async (client = demoPanelClient()) => {
  const widget = await fixture<DeskbellWidget>(demoPanel(client))
  widget.style.setProperty('block-size', '640px')
  await widget.start()
  await settled(widget.parentElement!)
  // It fades in; colours are judged when it is there.
  await Promise.all(widget.getAnimations().map(({ finished }) => finished))
  const views = () => [...widget.shadowRoot!.querySelectorAll<HTMLElement>('.view')]
  const top = () => views().at(-1)!.firstElementChild as HTMLElement
  return { widget, views, top, names: () => views().map((view) => view.firstElementChild!.localName) }
}
const click = (view: HTMLElement, selector: string) =>
  view.shadowRoot!.querySelector<HTMLElement>(selector)!.click()

describe('deskbell-widget', () => {
  it('is a dialog with a name', async () => {
    const { widget } = await show()
    expect(widget.role).to.equal('dialog')
    expect(widget.ariaLabel).to.equal('Support')
    await expect(widget).to.be.accessible()
  })

  it('opens a view on top, and keeps the one below as it is but out of reach', async () => {
    const { widget, views, names, top } = await show()
    click(top(), '.search')
    await waitUntil(() => names().includes('deskbell-help'))
    await settled(widget.parentElement!)
    expect(names()).to.deep.equal(['deskbell-home', 'deskbell-help'])
    expect(views()[0]!.inert).to.equal(true)
    expect(getComputedStyle(views()[0]!).visibility).to.equal('hidden')
    expect(views()[1]!.inert).to.equal(false)
    await expect(widget).to.be.accessible()
  })

  it('goes back to the very view, with its text, and to the control that led away', async () => {
    const { widget, top, names } = await show()
    await widget.open('help', { query: 'fitted' })
    await waitUntil(() => top().shadowRoot?.querySelector('.hit'))
    const help = top()
    const hit = help.shadowRoot!.querySelector<HTMLElement>('.hit')!
    hit.focus()
    hit.click()
    await waitUntil(() => names().includes('deskbell-article'))
    widget.back()
    await waitUntil(() => help.shadowRoot!.activeElement === hit)
    expect(top()).to.equal(help)
    expect(help.shadowRoot!.querySelector('input')!.value).to.equal('fitted')
  })

  it('puts the focus into a new view: the search field of help, the dialog elsewhere', async () => {
    const { widget, top } = await show()
    await widget.open('help')
    expect(top().shadowRoot!.activeElement!.localName).to.equal('input')
    await widget.open('article', { slug: 'returning-fitted-parts' })
    expect(document.activeElement).to.equal(widget)
  })

  it('asks to be closed when there is nothing to go back to', async () => {
    const { widget } = await show()
    let closed = 0
    widget.addEventListener('deskbell-close', () => closed++)
    expect(widget.canGoBack).to.equal(false)
    widget.back()
    expect(closed).to.equal(1)
  })

  it('forgets what was open when the page asks for a view', async () => {
    const { widget, names } = await show()
    const seen: string[] = []
    widget.addEventListener('deskbell-view', (event) => seen.push((event as WidgetViewEvent).view))
    await widget.open('help')
    await widget.open('article', { slug: 'returning-fitted-parts' })
    await widget.open('status', {}, { fresh: true })
    expect(names()).to.deep.equal(['deskbell-home', 'deskbell-ticket-status'])
    expect(seen).to.deep.equal(['help', 'article', 'status'])
  })

  it('says that it did not load, and tries again', async () => {
    const client = demoPanelClient(new Error('no answer'))
    const { widget } = await show(client)
    const root = widget.shadowRoot!
    expect(root.querySelector('[role=alert]')!.textContent).to.contain('Support did not load.')
    await expect(widget).to.be.accessible()
    client.config = demoPanelClient().config
    root.querySelector<HTMLElement>('.button.solid')!.click()
    await waitUntil(() => root.querySelector('deskbell-home'))
  })

  it('finds the tab stops of a view through its shadow roots, in order', async () => {
    const { widget, top } = await show()
    await widget.open('status')
    const stops = tabStops(top())
    expect(stops[0]!.ariaLabel).to.equal('Back')
    expect(stops.map(({ localName }) => localName)).to.include('input')
    expect(stops.every((stop) => stop.tabIndex >= 0)).to.equal(true)
  })

  it('turns Tab around at its ends where it fills the screen, and has no stops of its own elsewhere', async () => {
    const { widget, top } = await show()
    const [before, after] = widget.shadowRoot!.querySelectorAll<HTMLElement>('i')
    expect(before!.checkVisibility()).to.equal(false)
    expect(after!.checkVisibility()).to.equal(false)
    // As the narrow screen's style does.
    for (const end of [before!, after!]) end.style.display = 'block'
    widget.tabStops = tabStops
    const stops = tabStops(top())
    const stop = () => top().shadowRoot!.activeElement
    after!.focus()
    await waitUntil(() => stop() === stops[0])
    before!.focus()
    await waitUntil(() => stop() === stops.at(-1))
    // Tab from the dialog itself goes forward.
    HTMLElement.prototype.focus.call(widget)
    before!.focus()
    await waitUntil(() => stop() === stops[0])
  })
})
