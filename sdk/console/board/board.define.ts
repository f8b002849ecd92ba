// Registers <deskbell-board> and what it draws: a chunk of its own, fetched when somebody goes there.

import '../menu/console-menu.define.ts'
import '../picker/desk-picker.define.ts'
import { BoardChats } from './board-chats.ts'
import { DeskBoard } from './desk-board.ts'

if (!customElements.get('deskbell-board-chats')) customElements.define('deskbell-board-chats', BoardChats)
if (!customElements.get('deskbell-board')) customElements.define('deskbell-board', DeskBoard)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-board': DeskBoard
    'deskbell-board-chats': BoardChats
  }
}
