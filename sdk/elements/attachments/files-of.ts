// The place of a message's files in a thread: a template, and the element's code once there is one to draw.

import { html, nothing, type TemplateResult } from 'lit'
import type { Attachment } from '../../protocol/attachment.ts'

let asked: Promise<unknown> | undefined

/** Fetches what draws files; tried again at the next message where it did not come. */
export function fetchFileView(): void {
  asked ??= import('./message-files.define.ts').catch(() => {
    asked = undefined
  })
}

/** @param conversationId left out while the message is not sent */
export function filesOf(
  attachments: readonly Attachment[] | undefined,
  conversationId?: string,
): TemplateResult | typeof nothing {
  if (!attachments?.length) return nothing
  fetchFileView()
  return html`<deskbell-message-files .attachments=${attachments} .conversationId=${conversationId}></deskbell-message-files>`
}
