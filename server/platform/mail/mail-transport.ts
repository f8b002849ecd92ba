// Ways a letter goes: by SMTP, or onto the developer's console. Knows nothing of retries and keeps nothing.

import { latePackage } from '../late-package.ts'
import type { Log } from '../log.ts'
import type { Letter } from './mail-letter.ts'

export interface MailTransport {
  /** Resolves once the mail server has taken it. @throws MailRefused when no later attempt would go better */
  send(letter: Letter): Promise<void>
  close(): void
}

/** The mail server will never take this letter. */
export class MailRefused extends Error {
  /** True when it is the address that is refused. */
  readonly bounced: boolean
  /** In the mail server's words; they may hold the address. */
  readonly reason: string
  constructor(reason: string, bounced: boolean) {
    super('The mail server refused a letter.')
    this.reason = reason
    this.bounced = bounced
  }
}

interface SmtpError {
  responseCode?: number
  response?: string
  command?: string
}

/**
 * Only what is said of this recipient or this letter is final. A refused login or sender is the operator's to mend, and
 * the letter waits for it.
 */
function asRefusal(error: unknown): unknown {
  const { responseCode = 0, response = '', command = '' } = error as SmtpError
  const ofRecipient = command === 'RCPT TO'
  return responseCode >= 500 && (ofRecipient || command === 'DATA')
    ? new MailRefused(response.slice(0, 500), ofRecipient)
    : error
}

const CONNECT_MS = 10_000
const SILENCE_MS = 30_000

export function createSmtpTransport({
  url,
  from,
}: {
  url: string
  from: { name: string; address: string }
}): MailTransport {
  const smtp = latePackage('nodemailer').createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    // A letter is what it is given; nothing of it is ever fetched.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const host = from.address.slice(from.address.lastIndexOf('@') + 1)
  return {
    async send({ id, to, fromName, subject, text, html, date }) {
      try {
        await smtp.sendMail({
          // As an object: a list of addresses in a string would be several recipients.
          to: { name: '', address: to },
          from: { name: fromName || from.name, address: from.address },
          subject,
          text,
          html,
          date,
          messageId: `<${id}@${host}>`,
          // RFC 3834 §5: nobody's machine answers this one's.
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
        })
      } catch (error) {
        throw asRefusal(error)
      }
    },
    close: () => smtp.close(),
  }
}

/** For developers without a mail server: the letter, codes and links included, on the console. */
export const createPrintTransport = ({ log }: { log: Pick<Log, 'warn'> }): MailTransport => ({
  async send({ to, subject, text }) {
    log.warn(`No SMTP_URL is set; this would have gone to ${to}: ${subject}\n\n${text}`)
  },
  close() {},
})
