// The place of a message's files in an agent's thread: a template, and the element's code once there is one to draw.

import { html, nothing, type TemplateResult } from 'lit'
import type { Attachment } from '../../protocol/attachment.ts'

/** @param conversationId left out while the message is not sent */
export function threadFilesOf(
  attachments: readonly Attachment[] | undefined,
  conversationId: string | undefined,
): TemplateResult | typeof nothing {
  if (!attachments?.length) return nothing
  void import('./thread-files.define.ts').catch(() => {})
  return html`<deskbell-thread-files .attachments=${attachments} .conversationId=${conversationId}></deskbell-thread-files>`
}
