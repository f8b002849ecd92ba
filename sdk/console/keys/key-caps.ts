// Keys as they are printed: ⌘ where there is one, Ctrl elsewhere, arrows as arrows.

import { html, type TemplateResult } from 'lit'

const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '')

const CAPS: Readonly<Record<string, string>> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  enter: '↵',
  escape: 'Esc',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
}

/** `mod+enter` as `⌘↵`, `g m` as `G M`: one text for each key that is pressed after the other. */
export const keyTexts = (shortcut: string): string[] =>
  shortcut.split(' ').map((step) =>
    step
      .split(/\+(?=.)/)
      .map((key) => CAPS[key] ?? key.toLocaleUpperCase())
      .join(isApple ? '' : ' '),
  )

/** A shortcut in caps. Decoration: who hears the page is told by `aria-keyshortcuts`. */
export const keyCaps = (shortcut: string): TemplateResult =>
  html`<span class="caps" aria-hidden="true">${keyTexts(shortcut).map((text) => html`<kbd>${text}</kbd>`)}</span>`

const ARIA: Readonly<Record<string, string>> = {
  mod: isApple ? 'Meta' : 'Control',
  shift: 'Shift',
  enter: 'Enter',
  space: 'Space',
}

/** For `aria-keyshortcuts`: the names ARIA has. */
export const ariaKeys = (shortcut: string): string =>
  shortcut
    .split(' ')
    .map((step) =>
      step
        .split(/\+(?=.)/)
        .map((key) => ARIA[key] ?? (key.length === 1 ? key.toUpperCase() : key))
        .join('+'),
    )
    .join(' ')
