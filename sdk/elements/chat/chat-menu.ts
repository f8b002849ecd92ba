// The header's menu: a disclosure of the browser's own, closed by Escape, by a choice, and by going elsewhere.

import { html, type TemplateResult } from 'lit'
import { icon } from '../icon/icon.ts'

export interface MenuItem {
  text: string
  onChoose: () => void
}

const close = (menu: HTMLDetailsElement, refocus: boolean): void => {
  menu.open = false
  if (refocus) menu.querySelector('summary')!.focus()
}

function onKey(event: KeyboardEvent): void {
  const menu = event.currentTarget as HTMLDetailsElement
  if (event.key !== 'Escape' || !menu.open) return
  close(menu, true)
  // Escape closes the menu only, not the panel around it.
  event.stopPropagation()
}

function onLeave({ currentTarget, relatedTarget }: FocusEvent): void {
  const menu = currentTarget as HTMLDetailsElement
  // A press on the menu itself takes the focus nowhere in browsers that do not focus buttons; it is no leaving.
  if (relatedTarget && !menu.contains(relatedTarget as Node)) close(menu, false)
}

/** For the host's `pointerdown`: a press beside the menu closes it. */
export function closeMenuBeside(event: Event): void {
  const menu = (event.currentTarget as HTMLElement).shadowRoot?.querySelector<HTMLDetailsElement>('.menu')
  if (menu?.open && !event.composedPath().includes(menu)) close(menu, false)
}

export function chatMenu(label: string, items: readonly MenuItem[]): TemplateResult {
  const choose = (event: Event, { onChoose }: MenuItem): void => {
    close((event.currentTarget as HTMLElement).closest('details')!, true)
    onChoose()
  }
  return html`<details class="menu" @keydown=${onKey} @focusout=${onLeave}>
    <summary class="tool" aria-label=${label} title=${label}>${icon('more')}</summary>
    <div>${items.map(
      (item) =>
        html`<button type="button" @click=${(event: Event) => choose(event, item)}>${item.text}</button>`,
    )}</div>
  </details>`
}
