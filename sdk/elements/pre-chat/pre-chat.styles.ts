// The form before a chat: the fields scroll, the buttons stay.

import { css } from 'lit'

export const preChatStyles = css`
  :host { flex: 1; }
  .ask { display: flex; flex-direction: column; flex: 1; min-block-size: 0; }
  .body { padding-block-start: 16px; }
  .big { padding-block-end: 4px; }
  deskbell-form-fields { margin-block-start: 16px; }
  .foot { display: flex; justify-content: end; gap: 8px; padding: 12px 20px; }
`
