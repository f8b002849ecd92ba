// Look of the preview: tools above, the frame shrunk to its room.

import { css } from 'lit'

export const previewStyles = css`
  :host { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; gap: 12px; padding: 16px; min-inline-size: 0; min-block-size: 0 }
  .tools { display: flex; flex-wrap: wrap; align-items: center; gap: 8px }
  .tools .segments { padding: 2px }
  .tools .segments label > span { padding-inline: 10px }
  .tools .input { flex: 1 1 96px; inline-size: auto; min-inline-size: 0; max-inline-size: 130px; margin-inline-start: auto }
  .blocked { display: grid; place-content: center; block-size: 100%; padding: 24px; text-align: center; color: var(--db-muted) }
  .stage {
    position: relative; min-block-size: 0; overflow: hidden; border: 1px solid var(--db-line); border-radius: 16px;
    background: var(--db-canvas);
  }
  iframe { display: block; border: 0; transform-origin: 0 0; background: none }
  :host(:dir(rtl)) iframe { transform-origin: 100% 0 }
  .grow { flex: 1 }
  .hint { flex: 1 1 160px; color: var(--db-muted); font: var(--db-small) }
`
