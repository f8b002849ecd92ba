// Defines <deskbell-assistant> and its parts.

import { AssistantPage } from './assistant-page.ts'
import { AssistantPlayground } from './assistant-playground.ts'
import { AssistantRuns } from './assistant-runs.ts'
import { AssistantTools } from './assistant-tools.ts'
import { CaseList } from './case-list.ts'

customElements.define('deskbell-assistant-playground', AssistantPlayground)
customElements.define('deskbell-assistant-runs', AssistantRuns)
customElements.define('deskbell-assistant-tools', AssistantTools)
customElements.define('deskbell-assistant-cases', CaseList)
customElements.define('deskbell-assistant', AssistantPage)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-assistant': AssistantPage
    'deskbell-assistant-playground': AssistantPlayground
    'deskbell-assistant-runs': AssistantRuns
    'deskbell-assistant-tools': AssistantTools
    'deskbell-assistant-cases': CaseList
  }
}
