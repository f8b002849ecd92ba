// The place of a message's files in a thread: a template, and the element's code once there is one to draw.

import { html, nothing, type TemplateResult } from 'lit'
import type { Attachment } from '../../protocol/attachment.ts'

/** @param conversationId left out while the message is not sent */
export function filesOf(
  attachments: readonly Attachment[] | undefined,
  conversationId?: string,
): TemplateResult | typeof nothing {
  if (!attachments?.length) return nothing
  void import('./message-files.define.ts').catch(() => {})
  return html`<deskbell-message-files .attachments=${attachments} .conversationId=${conversationId}></deskbell-message-files>`
}
