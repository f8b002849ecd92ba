// The card above the launcher in which an owner's message shows. Plain DOM in a shadow root of its own: Lit is not on
// the page yet, and the launcher's styles are by tag.

import type { Choice, ProactiveMessage } from '../sdk/protocol/site-settings.ts'

const BELL = 'M4 18.5h16M5.5 15.5a6.5 6.5 0 0 1 13 0zM12 9V6M10 6h4'
const CROSS = 'M6 6l12 12M18 6 6 18'

const styles = `
:host { position: fixed; inset-block-end: calc(var(--deskbell-y, 20px) + 64px); inset-inline-end: var(--deskbell-x, 20px); inline-size: min(320px, 100vw - 2 * var(--deskbell-x, 20px)); }
section { padding: 12px 16px 16px; border: 1px solid #0000; border-radius: var(--r, 16px); background: light-dark(#fff, #191816); color: light-dark(#24211c, #ecebe8); font: 400 15px/24px var(--deskbell-font, system-ui, sans-serif); box-shadow: 0 0 0 1px light-dark(#24211c12, #ffffff17), 0 4px 12px light-dark(#24211c0f, #0000004d), 0 16px 48px -8px light-dark(#24211c33, #0009); animation: come 160ms cubic-bezier(.2,0,0,1); overflow-wrap: anywhere; }
@keyframes come { from { opacity: 0; transform: translateY(8px); } }
header { display: flex; align-items: center; gap: 8px; font-size: 13px; line-height: 20px; font-weight: 600; }
header b { flex: 1; min-inline-size: 0; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; font-weight: 600; }
svg { display: block; fill: none; stroke: currentColor; stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
i { flex: none; display: grid; place-items: center; inline-size: 24px; block-size: 24px; border-radius: 28%; background: light-dark(#24211c, #45433e); color: #fff; }
i svg { inline-size: 16px; block-size: 16px; }
button, a { box-sizing: border-box; border: 0; background: none; color: inherit; font: inherit; text-align: start; text-decoration: none; cursor: pointer; border-radius: calc(var(--r, 16px) * .625); }
:is(button, a):focus-visible { outline: 2px solid; outline-offset: 2px; }
.close { flex: none; display: grid; place-items: center; inline-size: 32px; block-size: 32px; margin-inline-end: -8px; padding: 0; color: light-dark(#605d57, #acaaa7); }
.close svg { inline-size: 20px; block-size: 20px; }
:is(.close, .choice):hover { background: light-dark(#f2f1ee, #262522); }
.text { display: block; inline-size: 100%; padding: 4px 0; }
ul { display: flex; flex-wrap: wrap; gap: 8px; margin: 8px 0 0; padding: 0; list-style: none; }
.choice { display: inline-block; min-block-size: 40px; padding: 7px 14px; border: 1px solid light-dark(#95928b, #7c7a75); font-weight: 500; }
[role=status] { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: reduce) { section { animation: none; } }
@media (forced-colors: active) { i { border: 1px solid; } }`

export interface ProactiveCardOptions {
  message: ProactiveMessage
  /** Whose site it is, for the header. */
  name: string
  /** What the closing button says. */
  close: string
  /** The message itself was chosen, or one of its answers. */
  onAnswer: (choice?: Choice) => void
  onClose: () => void
}

type Tag = keyof HTMLElementTagNameMap

function make<Name extends Tag>(
  tag: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

function drawing(path: string): SVGSVGElement {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.ariaHidden = 'true'
  const shape = document.createElementNS(svg.namespaceURI, 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}

/** Puts it before the launcher, so that Tab reaches it first; the focus stays where it is. */
export function showCard(root: ShadowRoot, options: ProactiveCardOptions): { remove(): void } {
  const { message, name, close, onAnswer, onClose } = options
  const box = document.createElement('deskbell-proactive')
  const inside = box.attachShadow({ mode: 'open' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(styles)
  inside.adoptedStyleSheets = [sheet]

  const choices = (message.choices ?? []).map((choice) => {
    const look = { className: 'choice', textContent: choice.label, onclick: () => onAnswer(choice) }
    return choice.url && /^https?:/.test(choice.url)
      ? make('a', { ...look, href: choice.url, target: '_blank', rel: 'noopener' })
      : make('button', look)
  })
  const closer = make('button', { className: 'close', ariaLabel: close, onclick: onClose }, drawing(CROSS))
  const section = make(
    'section',
    { ariaLabel: name },
    make('header', {}, make('i', {}, drawing(BELL)), make('b', {}, make('bdi', {}, name)), closer),
    make('button', { className: 'text', dir: 'auto', onclick: () => onAnswer() }, message.text),
  )
  if (choices.length > 0) section.append(make('ul', {}, ...choices.map((choice) => make('li', {}, choice))))
  // Told when somebody listens, not over what is being read; the words come once the region stands.
  const told = make('div', { role: 'status' })
  inside.append(section, told)
  // The launcher's direction says where it stands; the text keeps that of the page.
  section.dir = getComputedStyle(document.documentElement).direction
  root.prepend(box)
  const timer = setTimeout(() => told.append(`${name}: ${message.text}`), 200)

  return {
    remove() {
      clearTimeout(timer)
      box.remove()
    },
  }
}
