// Who may hand files over for what: customers for their own conversations and those they have not begun yet, forms for
// themselves, agents for the workspace's conversations.

import type { AgentPrincipal } from '../accounts/principal.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { Database } from '../platform/database/database.ts'
import { Problem } from '../platform/problem.ts'
import { authorize, type Principal } from './access.ts'
import type { Reader } from './attachment-links.ts'
import type { Uploader } from './attachment-upload.ts'
import type { ConversationRow } from './conversation-row.ts'
import { formUploader } from './ticket.service.ts'

type Owned = Pick<ConversationRow, 'workspace_id' | 'site_id' | 'contact_id' | 'channel'>
export type Channel = ConversationRow['channel']

export interface AttachmentAccessDeps {
  db: Database
  /** Whether the site's customers may send files there. */
  takesFiles: (siteId: string, channel: Channel) => Promise<boolean>
}

export function createAttachmentAccess({ db, takesFiles }: AttachmentAccessDeps) {
  /** By the id alone, as it may be of no workspace yet; whose it is is looked at before anything is told. */
  async function find(conversationId: string): Promise<Owned | undefined> {
    const [row] = await db.query<Owned>(
      'select workspace_id, site_id, contact_id, channel from conversations where id = $1',
      [conversationId],
    )
    return row
  }

  async function checkTaken(siteId: string, channel: Channel): Promise<void> {
    if (!(await takesFiles(siteId, channel)))
      throw new Problem('attachments-off', 'Describe it in words, or send it another way.')
  }

  return {
    /** @throws Problem `conversation-not-found`, `attachments-off` */
    async visitor(visitor: VisitorPrincipal, conversationId: string): Promise<Uploader> {
      const row = await find(conversationId)
      if (row) authorize(visitor, row)
      await checkTaken(visitor.siteId, row?.channel ?? 'chat')
      const { workspaceId, siteId, kind, id } = visitor
      return { workspaceId, siteId, conversationId, kind, id }
    },

    /**
     * A form is anybody's until it is sent; after that it is a conversation. Its files are the form's, also those of a
     * customer with a session: what a ticket may take must not find its way into a chat that takes none.
     */
    async form(site: { id: string; workspaceId: string }, form: string): Promise<Uploader> {
      if (await find(form)) throw new Problem('conversation-not-found')
      await checkTaken(site.id, 'ticket')
      const id = formUploader(site.id, form)
      return { workspaceId: site.workspaceId, siteId: site.id, conversationId: form, kind: 'contact', id }
    },

    /** A ticket its customer has found by reference and e-mail. */
    async ticket(row: ConversationRow): Promise<Uploader> {
      await checkTaken(row.site_id, 'ticket')
      const { workspace_id: workspaceId, site_id: siteId, id: conversationId, contact_id: id } = row
      return { workspaceId, siteId, conversationId, kind: 'contact', id }
    },

    /** @throws Problem `conversation-not-found` */
    async agent(agent: AgentPrincipal, conversationId: string): Promise<Uploader> {
      const row = await find(conversationId)
      if (!row) throw new Problem('conversation-not-found')
      authorize(agent, row)
      const { workspaceId, kind, id } = agent
      return { workspaceId, siteId: row.site_id, conversationId, kind, id }
    },

    /** Who may read it may fetch its files. @throws Problem `conversation-not-found` */
    async reader(principal: Principal, conversationId: string): Promise<Reader> {
      const row = await find(conversationId)
      if (row) authorize(principal, row)
      // Not begun: nobody has files there but who uploaded them.
      const { side, workspaceId, id: uploaderId } = principal
      return { side, workspaceId, conversationId, uploaderId }
    },
  }
}

export type AttachmentAccess = ReturnType<typeof createAttachmentAccess>
