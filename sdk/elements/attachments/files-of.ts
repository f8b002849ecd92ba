// The place of a message's files in a thread: a template, and the element's code once there is one to draw.

import { html, nothing, type TemplateResult } from 'lit'
import type { AttachmentClient } from '../../client/attachment-client.ts'
import type { Attachment } from '../../protocol/attachment.ts'
import type { Words } from './accepted-files.ts'

/** What the console gives along, where no widget is around. */
export interface FilesContext {
  source?: () => Promise<AttachmentClient>
  words?: Words
}

/** @param conversationId left out while the message is not sent */
export function filesOf(
  attachments: readonly Attachment[] | undefined,
  conversationId?: string,
  { source, words }: FilesContext = {},
): TemplateResult | typeof nothing {
  if (!attachments?.length) return nothing
  void import('./message-files.define.ts').catch(() => {})
  return html`<deskbell-message-files .attachments=${attachments} .conversationId=${conversationId}
    .source=${source} .words=${words}></deskbell-message-files>`
}
