// Registers <deskbell-chat-menu> and <deskbell-chat-task>: what few customers need, fetched when they reach for it.

import { DeskbellChatMenu } from './chat-menu.ts'
import { DeskbellChatTask } from './chat-task.ts'

if (!customElements.get('deskbell-chat-menu')) customElements.define('deskbell-chat-menu', DeskbellChatMenu)
if (!customElements.get('deskbell-chat-task')) customElements.define('deskbell-chat-task', DeskbellChatTask)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-chat-menu': DeskbellChatMenu
    'deskbell-chat-task': DeskbellChatTask
  }
}
