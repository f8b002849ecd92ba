// The mail that brings somebody into the team: one link, which signs them in once.

import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import type { Mail } from '../platform/mail/mail.service.ts'
import { inviteWords } from './invite-mail-words.ts'

/** Long enough for a weekend. */
export const INVITE_MS = 72 * 60 * 60_000

export interface Invite {
  workspaceId: string
  /** Of the workspace; whom the mail is from. */
  workspace: string
  /** Who asks them in. */
  by: string
  to: string
  link: string
  /** Of the reader as far as it is known, else of who asks them in. */
  locale: string | null
}

const line = (text: string): Block => ({ type: 'paragraph', children: [text] })

export function createInviteMail({ mail }: { mail: Pick<Mail, 'enabled' | 'send'> }) {
  /** False where no mail goes out: the link has to reach them another way. */
  return async function sendInvite({
    workspaceId,
    workspace,
    by,
    to,
    link,
    locale,
  }: Invite): Promise<boolean> {
    if (!mail.enabled) return false
    const { words, locale: language } = inviteWords(locale, { by, workspace })
    const outcome = await mail.send({
      workspaceId,
      to,
      kind: 'invite',
      fromName: workspace,
      subject: words.subject,
      content: [
        line(words.added),
        line(words.link),
        { type: 'paragraph', children: [{ type: 'link', url: link, children: [link] }] },
        line(words.unknown),
      ],
      locale: language,
      goodForSeconds: INVITE_MS / 1000,
    })
    return outcome === 'queued'
  }
}

export type SendInvite = ReturnType<typeof createInviteMail>
