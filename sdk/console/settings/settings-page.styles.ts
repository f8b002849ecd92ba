// Look of a settings page: its head, a list with hairlines, what is told once.

import { css } from 'lit'
import { controlStyles } from '../appearance/appearance-controls.styles.ts'

export const settingsPageStyles = [
  controlStyles,
  css`
    :host { display: flex; flex-direction: column; min-block-size: 0; min-inline-size: 0; flex: 1; font: var(--db-small) }
    :host([wide]) { display: grid; grid-template: auto minmax(0, 1fr) / minmax(0, 1fr) minmax(360px, 37%) }
    .head { display: flex; flex-wrap: wrap; align-items: flex-start; gap: 8px; padding: 24px 32px 12px 40px }
    .up { display: none }
    .back:dir(rtl) .icon { scale: -1 1 }
    .head .back { margin-inline-start: -8px }
    h1 { font: var(--db-title); letter-spacing: -0.01em; overflow-wrap: anywhere }
    h1:focus { outline: none }
    .site { inline-size: auto }
    .body { flex: 1; min-block-size: 0; overflow-y: auto; padding: 0 32px 32px 40px; overscroll-behavior: contain }
    .find { max-inline-size: 320px; margin-block-end: 8px }
    .records { max-inline-size: 880px }
    .head:has(.add) { max-inline-size: 952px }
    .record { display: flex; align-items: center; gap: 16px; inline-size: 100%; min-block-size: 48px; padding: 8px; border-radius: 8px }
    li:has(.record) + li { border-block-start: 1px solid var(--db-line) }
    .record:hover { background: var(--db-fill) }
    .record:focus-visible { outline-offset: -2px }
    .record .what { flex: 1; min-inline-size: 0; display: grid }
    .record .name { font-weight: 600 }
    .record .end { max-inline-size: 45%; color: var(--db-muted); text-align: end }
    .record.dim .name { color: var(--db-muted); font-weight: 400 }
    .entry { display: flex; gap: 16px; padding-block: 10px; border-block-end: 1px solid var(--db-line) }
    .entry .what { flex: 1; min-inline-size: 0; display: grid; overflow-wrap: anywhere }
    .entry .name { font-weight: 600 }
    .facts { display: flex; flex-wrap: wrap; gap: 0 12px }
    .filters { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 12px; padding: 0 32px 12px 40px }
    .day { display: flex; align-items: center; gap: 8px; color: var(--db-muted) }
    .empty { display: grid; gap: 16px; justify-items: start; padding-block: 24px; color: var(--db-muted) }
    .alone { display: grid; gap: 8px; justify-items: start; padding: 24px 40px; color: var(--db-muted) }
    .once { display: grid; gap: 8px; max-inline-size: 880px; margin-block-end: 16px; padding: 16px; border-radius: 12px; background: var(--db-note) }
    .once h2 { font: 600 15px/24px system-ui, sans-serif }
    .copy { display: flex; align-items: flex-start; gap: 8px }
    pre { flex: 1; min-inline-size: 0; margin: 0; padding: 10px 12px; overflow-x: auto; border-radius: 8px; background: var(--db-fill); font: 400 13px/20px ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
    .strip { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 32px 8px 40px; border-block-start: 1px solid var(--db-line) }
    .danger { color: var(--db-danger) }
    @container settings (max-width: 900px) {
      :host([wide]) { display: flex }
      .head { padding: 16px 16px 8px 24px }
      .body { padding: 0 16px 24px 16px }
      .head .button, .strip .button { min-block-size: 40px; min-inline-size: 40px }
      .up { display: inline-flex }
      .filters { padding-inline: 16px }
      .copy { flex-wrap: wrap }
      .copy pre { flex-basis: 100% }
      .strip { padding-inline: 16px }
    }
  `,
]
