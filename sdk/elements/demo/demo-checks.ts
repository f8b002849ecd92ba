// Every demo state of an element through axe, light and dark. For tests only.

import { expect, fixture } from '@open-wc/testing'
import { render } from 'lit'
import { type Demo, type Demos, demoFrame } from './demo.ts'
import { waitUntil } from './wait-until.ts'

/** The demo in a box as big as the widget's panel, settled. */
export async function showDemo(demo: Demo, theme: 'light' | 'dark' = 'light'): Promise<HTMLElement> {
  const box = await fixture<HTMLElement>('<div></div>')
  box.style.setProperty('block-size', '640px')
  box.style.setProperty('inline-size', '400px')
  render(demoFrame(demo, theme), box)
  const provider = box.firstElementChild as HTMLElement
  provider.style.setProperty('display', 'block')
  provider.style.setProperty('block-size', '100%')
  // Another language arrives by network, however long that takes: only then is the page turned round.
  if (demo.locale && demo.locale !== 'en') await waitUntil(() => provider.lang, 'the language is there')
  await settled(box)
  return provider.firstElementChild as HTMLElement
}

/** Waits until contexts have arrived and all elements inside have drawn. */
export async function settled(root: ParentNode): Promise<void> {
  for (let round = 0; round < 4; round++) {
    for (const element of deep(root)) await (element as { updateComplete?: Promise<unknown> }).updateComplete
    await new Promise((done) => requestAnimationFrame(done))
  }
}

function* deep(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element
    if (element.shadowRoot) yield* deep(element.shadowRoot)
  }
}

/** One test for each state and theme. */
export function checkDemos(demos: Demos): void {
  for (const [name, demo] of Object.entries(demos))
    for (const theme of ['light', 'dark'] as const)
      it(`is accessible: ${name}, ${theme}`, async () => {
        const element = await showDemo(demo, theme)
        await expect(element).to.be.accessible()
      })
}
