// Puts a console state on the page for a test and reaches into it. For tests only.

import { fixture } from '@open-wc/testing'
import type { TemplateResult } from 'lit'
import type { DeskbellConsole } from '../app/console-app.ts'
import type { FakeAgentClient } from './fake-agent-client.ts'

/** The element, once everything inside it has drawn itself. */
export async function standUp(
  template: TemplateResult,
  size: { width: number; height: number } = { width: 1440, height: 900 },
): Promise<DeskbellConsole> {
  const parent = document.createElement('div')
  parent.style.setProperty('inline-size', `${size.width}px`)
  parent.style.setProperty('block-size', `${size.height}px`)
  // The fixture puts a box in between, which is to fill this one.
  parent.style.setProperty('display', 'grid')
  parent.style.setProperty('grid-template', '100% / 100%')
  document.body.append(parent)
  const element = await fixture<DeskbellConsole>(template, { parentNode: parent })
  await settled(element)
  return element
}

/** Waits until neither the element nor anything inside it has an update to make, and ends what moves. */
export async function settled(element: DeskbellConsole): Promise<void> {
  for (let round = 0; round < 6; round++) {
    for (const each of inside(element)) await (each as Partial<DeskbellConsole>).updateComplete
    await Promise.resolve()
  }
  // A button that has just come alive is on its way to its colour; what is looked at is where it arrives.
  for (const each of findAll(element, '*'))
    for (const motion of each.getAnimations())
      if (motion.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY) motion.finish()
}

const inside = (root: Element): Element[] => [
  root,
  ...[...(root.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((child) =>
    child.tagName.includes('-') ? inside(child) : [],
  ),
]

/** The first match in the console or in any element inside it. */
export function find<T extends Element = HTMLElement>(root: Element, selector: string): T | null {
  for (const each of inside(root)) {
    const found = each.shadowRoot?.querySelector<T>(selector)
    if (found) return found
  }
  return null
}

/** Asked of what must not be there: printing an element in a failure takes for ever. */
export const exists = (root: Element, selector: string): boolean => find(root, selector) !== null

export function findAll<T extends Element = HTMLElement>(root: Element, selector: string): T[] {
  return inside(root).flatMap((each) => [...(each.shadowRoot?.querySelectorAll<T>(selector) ?? [])])
}

export const textOf = (element: Element | null): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()

export const fakeOf = (element: DeskbellConsole): FakeAgentClient => element.client as FakeAgentClient

/** The calls of one name, arguments only. */
export const callsOf = (element: DeskbellConsole, name: string): readonly unknown[][] =>
  fakeOf(element)
    .calls.filter(([each]) => each === name)
    .map(([, ...args]) => args)
