// What docs/theming.md says a page may set: each property and each part really changes what is drawn.

import { expect } from '@open-wc/testing'
import { readFile } from '@web/test-runner-commands'
import { html, render } from 'lit'
import { waitUntil } from '../sdk/elements/demo/wait-until.ts'
import { en } from '../sdk/locales/en.ts'
import { createTranslator } from '../sdk/locales/translator.ts'
import { leavePage, loadPage } from './loaded-page.ts'
import { demoPanelClient } from './widget.demo.ts'
import './widget.define.ts'

/** The loader's launcher with the real panel in its frame, on a page with these styles. */
async function show(css: string, inlined = {}) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets = [sheet]
  const { host, launcher, frame } = await loadPage({}, inlined)
  frame.hidden = false
  const client = demoPanelClient()
  const translator = createTranslator(en, 'en')
  render(
    html`<deskbell-widget .client=${client} .readConfig=${() => client.config()} .translator=${translator}></deskbell-widget>`,
    frame,
  )
  const widget = frame.querySelector('deskbell-widget')!
  await widget.start()
  await widget.open('chat')
  const chat = () => widget.shadowRoot!.querySelector('deskbell-chat')?.shadowRoot
  await waitUntil(() => chat()?.querySelector('deskbell-composer')?.shadowRoot?.querySelector('.box'))
  const header = widget
    .shadowRoot!.querySelector('deskbell-home')!
    .shadowRoot!.querySelector('[part=header]')!
  const box = chat()!.querySelector('deskbell-composer')!.shadowRoot!.querySelector('.box')!
  const style = (of: Element, pseudo?: string) => getComputedStyle(of, pseudo)
  return { host, launcher, widget, header, box, style }
}
type Shown = Awaited<ReturnType<typeof show>>

const rootOf = async (css: string, read: (shown: Shown) => string): Promise<string> => {
  const drawn = read(await show(css))
  await leavePage()
  return drawn
}

/** Property or part → what a page may set, and where it shows. */
const CASES: Record<string, [css: string, read: (shown: Shown) => string]> = {
  '--deskbell-color': ['red', ({ launcher, style }) => style(launcher).backgroundColor],
  '--deskbell-theme': ['dark', ({ widget, style }) => style(widget).backgroundColor],
  '--deskbell-radius': [
    '3px',
    ({ widget, launcher, style }) => style(widget).borderRadius + style(launcher).borderRadius,
  ],
  '--deskbell-font': ['Georgia, serif', ({ widget, style }) => style(widget).fontFamily],
  '--deskbell-icon': ['path("M0 0h9v9z")', ({ launcher, style }) => style(launcher, '::before').clipPath],
  '--deskbell-x': ['77px', ({ launcher }) => String(innerWidth - launcher.getBoundingClientRect().right)],
  '--deskbell-y': ['77px', ({ launcher }) => String(innerHeight - launcher.getBoundingClientRect().bottom)],
}
const PARTS: Record<string, (shown: Shown) => Element> = {
  launcher: ({ launcher }) => launcher,
  panel: ({ widget }) => widget,
  header: ({ header }) => header,
  composer: ({ box }) => box,
}

describe('theming', () => {
  afterEach(() => {
    document.adoptedStyleSheets = []
    return leavePage()
  })

  for (const [property, [value, read]] of Object.entries(CASES))
    it(`${property} changes what is drawn`, async () => {
      const plain = await rootOf('', read)
      expect(await rootOf(`deskbell-launcher { ${property}: ${value} }`, read)).not.to.equal(plain)
    })

  for (const [part, of] of Object.entries(PARTS))
    it(`::part(${part}) reaches its element`, async () => {
      const shown = await show(`deskbell-launcher::part(${part}) { outline: 3px dotted rgb(1, 2, 3) }`)
      expect(getComputedStyle(of(shown)).outlineColor).to.equal('rgb(1, 2, 3)')
    })

  it('a page’s own styles win over the site’s settings', async () => {
    const inlined = { css: '--deskbell-radius:2px;--deskbell-x:50px' }
    const { launcher } = await show('deskbell-launcher { --deskbell-radius: 10px }', inlined)
    expect(getComputedStyle(launcher).borderTopLeftRadius).to.equal('16.25px')
    expect(Math.round(innerWidth - launcher.getBoundingClientRect().right)).to.equal(50)
  })

  it('the documentation names just these', async () => {
    const text = (await readFile({ path: '../docs/theming.md' })) as string
    const named = (pattern: RegExp) =>
      [...new Set([...text.matchAll(pattern)].map(([, name]) => name!))].sort()
    expect(named(/`(--deskbell-[\w-]+)`/g)).to.deep.equal(Object.keys(CASES).sort())
    const parts = [...Object.keys(PARTS), 'badge', 'message'].sort()
    expect(named(/`::part\((\w+)\)`/g)).to.deep.equal(parts)
  })
})
