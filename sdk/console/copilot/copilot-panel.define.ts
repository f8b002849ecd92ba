// Registers <deskbell-copilot-panel>.

import { CopilotPanel } from './copilot-panel.ts'

if (!customElements.get('deskbell-copilot-panel'))
  customElements.define('deskbell-copilot-panel', CopilotPanel)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-copilot-panel': CopilotPanel
  }
}
