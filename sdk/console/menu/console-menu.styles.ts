// Look of a menu: a plain opener and a popover list.

import { css } from 'lit'
import { presenceStyles } from '../presence.styles.ts'

export const menuStyles = [
  presenceStyles,
  css`
    :host { position: relative }
    .opener {
      display: flex; align-items: center; gap: 8px; inline-size: 100%; min-block-size: 32px; padding-inline: 8px;
      border-radius: 8px; font: 500 13px/20px system-ui, sans-serif;
      transition: background var(--db-fast) var(--db-ease);
    }
    .opener:hover, .opener[aria-expanded='true'] { background: var(--db-fill) }
    .opener:disabled { background: none; color: var(--db-muted) }
    .list {
      position: absolute; z-index: 20; inset-block-start: calc(100% + 4px); inset-inline-start: 0;
      min-inline-size: 240px; max-inline-size: 320px; max-block-size: min(420px, 70vh); overflow-y: auto; padding: 4px;
      border-radius: 12px; background: var(--db-surface); box-shadow: var(--db-shadow);
      animation: appear var(--db-move) var(--db-ease);
    }
    :host([place='end']) .list { inset-inline: auto 0 }
    :host([place^='above']) .list { inset-block: auto calc(100% + 4px) }
    :host([place='above-end']) .list { inset-inline: auto 0 }
    .heading { padding: 8px 8px 4px; font: var(--db-tiny); color: var(--db-muted) }
    .item {
      display: flex; align-items: center; gap: 10px; inline-size: 100%; min-block-size: 40px; padding: 4px 8px;
      border-radius: 8px; font: var(--db-small);
    }
    .item:hover, .item:focus { background: var(--db-fill) }
    .item:focus-visible { outline-offset: -2px }
    .rule { margin: 4px; border-block-start: 1px solid var(--db-line) }
    .face { position: relative; display: grid; place-items: center; inline-size: 24px; flex: none; color: var(--db-muted) }
    .words { display: grid }
    .hint { font: var(--db-tiny); color: var(--db-muted) }
    .tick { color: var(--db-accent) }
    @keyframes appear { from { opacity: 0; transform: translateY(-8px) } }
    :host([place^='above']) .list { animation-name: rise }
    @keyframes rise { from { opacity: 0; transform: translateY(8px) } }
    /* Keys nobody has there. */
    @media (hover: none) { kbd { display: none } }
    @media (forced-colors: active) {
      .list { border: 1px solid }
      .item:focus { outline: 2px solid Highlight; outline-offset: -2px }
    }
  `,
]
