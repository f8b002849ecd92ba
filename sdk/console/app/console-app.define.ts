// Registers <deskbell-console> and everything inside it.

import '../connection/connection-banner.define.ts'
import '../customer/customer-sidebar.define.ts'
import '../inbox/inbox-list.define.ts'
import '../notifications/bell.define.ts'
import '../overlay/desk-overlay.define.ts'
import '../rail/console-rail.define.ts'
import '../thread/conversation-thread.define.ts'
import { DeskbellConsole } from './console-app.ts'

if (!customElements.get('deskbell-console')) customElements.define('deskbell-console', DeskbellConsole)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-console': DeskbellConsole
  }
}
