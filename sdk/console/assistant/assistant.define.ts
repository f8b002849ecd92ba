// Defines the AI agent's pages and their parts: a chunk of its own.

import { AssistantPage } from './assistant-page.ts'
import { AssistantPlayground } from './assistant-playground.ts'
import { AssistantRuns } from './assistant-runs.ts'
import { CaseList } from './case-list.ts'
import { ToolTrial } from './tool-trial.ts'

const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element)
}
define('deskbell-assistant-playground', AssistantPlayground)
define('deskbell-assistant-runs', AssistantRuns)
define('deskbell-assistant-cases', CaseList)
define('deskbell-tool-trial', ToolTrial)
define('deskbell-settings-assistant', AssistantPage)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-settings-assistant': AssistantPage
    'deskbell-assistant-playground': AssistantPlayground
    'deskbell-assistant-runs': AssistantRuns
    'deskbell-assistant-cases': CaseList
    'deskbell-tool-trial': ToolTrial
  }
}
