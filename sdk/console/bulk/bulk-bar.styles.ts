// Look of the bar of what can be done with the chosen rows, and of the strip that tells how far it is.

import { css } from 'lit'

export const bulkBarStyles = css`
  [role='toolbar'] { display: flex; align-items: center }
  .count { font-weight: 600; font-size: 12px; padding-inline: 2px }
  .button { color: var(--db-muted) }
  .button:hover { color: var(--db-text) }
`

export const bulkStripStyles = css`
  :host {
    flex: none; border-block-start: 1px solid var(--db-line); background: var(--db-surface);
    padding: 8px 12px 8px 20px; font: var(--db-small);
  }
  .line { display: flex; align-items: center; gap: 8px; min-block-size: 32px }
  .all { color: var(--db-accent); font-weight: 500; border-radius: 4px; min-block-size: 24px }
  progress {
    display: block; inline-size: 100%; block-size: 4px; margin-block: 0 4px; border: 0; border-radius: 2px;
    overflow: hidden; background: var(--db-fill-2); appearance: none; accent-color: var(--db-accent);
  }
  progress::-webkit-progress-bar { background: var(--db-fill-2) }
  progress::-webkit-progress-value { background: var(--db-accent) }
  progress::-moz-progress-bar { background: var(--db-accent) }
  .failures { max-block-size: 120px; overflow-y: auto; padding-block: 4px }
  .failures li { display: flex; gap: 8px; padding-block: 2px; font: var(--db-tiny) }
  .failures b { font-weight: 500; white-space: nowrap }
  .fault { color: var(--db-danger) }
`
