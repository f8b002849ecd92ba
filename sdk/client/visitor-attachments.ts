// How a visitor's files go: under the session of a chat, or for a ticket form with whatever session there is.

import type { AttachmentLink, UploadTicket } from '../protocol/attachment.ts'
import { ApiError } from './api-error.ts'
import { type AttachmentClient, createAttachmentClient } from './attachment-client.ts'
import type { Environment } from './client-environment.ts'
import type { KeyValueStore } from './key-value-store.ts'
import type { Rest } from './rest.ts'
import type { Session } from './session.ts'
import { SESSION_KEY } from './storage-keys.ts'

interface VisitorAttachmentDeps {
  env: Environment
  server: string
  site: string
  rest: Rest
  storage: Pick<KeyValueStore, 'get'>
  session: Pick<Session, 'authorized'>
}

export function createVisitorAttachments(deps: VisitorAttachmentDeps): AttachmentClient {
  const { env, server, site, rest, storage, session } = deps

  return createAttachmentClient({
    env,
    server,
    site,
    async ask(file, target) {
      const send = (body: object, token?: string): Promise<UploadTicket> =>
        rest('POST', '/attachments', { body: { ...file, ...body }, token })
      if ('conversationId' in target)
        return session.authorized((token) => send({ conversation_id: target.conversationId }, token))
      if ('reference' in target) return send(target)
      const token = (await storage.get(SESSION_KEY)) as string | undefined
      try {
        return await send(target, token)
      } catch (error) {
        if (!token || !(error instanceof ApiError && error.code === 'unauthenticated')) throw error
        return send(target)
      }
    },
    askLinks: (conversationId, ids) =>
      session.authorized((token) =>
        rest<{ links: AttachmentLink[] }>('POST', `/chat/${conversationId}/attachments/links`, {
          token,
          body: { ids },
        }),
      ),
  })
}
