// What every element of the console shares: resets, focus, buttons, hidden text. No layout.

import { css } from 'lit'

export const deskStyles = css`
  :host { display: block; box-sizing: border-box }
  :host([hidden]) { display: none }
  *, *::before, *::after { box-sizing: border-box }
  h1, h2, h3, p, ul, ol, dl, dd { margin: 0; padding: 0; font: inherit; list-style: none }
  .rich ul { list-style: disc }
  .rich ol { list-style: decimal }
  button, input, textarea { font: inherit; color: inherit; letter-spacing: inherit }
  /* An empty field that goes the way of what is typed would show its placeholder from the wrong side. */
  :host(:dir(rtl)) :is(input, textarea):placeholder-shown { direction: rtl }
  button { margin: 0; padding: 0; border: 0; background: none; text-align: start; cursor: pointer }
  button:disabled { cursor: default }
  :focus-visible { outline: 2px solid var(--db-accent); outline-offset: 2px }
  .icon { inline-size: 18px; block-size: 18px }
  .grow { flex: 1; min-inline-size: 0 }
  .cut { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; min-inline-size: 0 }
  /* On the side where reading begins, whichever way the text itself runs, which is then cut at its own end. */
  bdi.cut, .cut[dir='auto'] { text-align: -webkit-match-parent; text-align: match-parent }
  /* What is there within a moment never said that it was on its way. */
  .awaited { opacity: 0; animation: awaited 0s 200ms forwards }
  @keyframes awaited { to { opacity: 1 } }
  .muted { color: var(--db-muted) }
  .tabular { font-variant-numeric: tabular-nums }
  .hidden-text {
    position: absolute; inline-size: 1px; block-size: 1px; margin: -1px; overflow: hidden;
    clip-path: inset(50%); white-space: nowrap;
  }
  .button {
    display: inline-flex; align-items: center; justify-content: center; gap: 8px; flex: none;
    block-size: 32px; padding-inline: 12px; border-radius: 8px; background: var(--db-fill);
    font: 500 13px/20px system-ui, sans-serif; color: var(--db-text); white-space: nowrap;
    transition: background var(--db-fast) var(--db-ease);
  }
  .button:hover, .button[aria-expanded='true'] { background: var(--db-fill-2) }
  .button.solid { background: var(--db-solid); color: var(--db-on-solid) }
  .button.solid:hover { background: color-mix(in oklab, var(--db-solid) 90%, #000) }
  .button:disabled, .button.solid:disabled { background: var(--db-fill); color: var(--db-muted) }
  .button.bare { background: none }
  .button.bare:hover, .button.bare[aria-expanded='true'] { background: var(--db-fill) }
  .button.square { inline-size: 32px; padding: 0 }
  kbd {
    display: inline-grid; place-items: center; min-inline-size: 20px; block-size: 20px; padding-inline: 4px;
    border: 1px solid var(--db-line-2); border-radius: 4px; font: 500 12px/1 system-ui, sans-serif;
  }
  .solid kbd { border-color: rgb(255 255 255 / 0.5) }
  @media (forced-colors: active) {
    .button, kbd { border: 1px solid }
    .button:disabled { border-color: GrayText; color: GrayText }
  }
`
