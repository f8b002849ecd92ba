// A real SMTP server for a test: what it took, as it came, and faults to switch on.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { TestContext } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { eventually } from './bounded-wait.ts'

export interface TakenMail {
  from: string
  to: string[]
  headers: Map<string, string>
  /** Parts by media type, decoded. */
  parts: Map<string, string>
  raw: string
}

const decoded = (body: string, encoding: string): string => {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return body
  const bytes = body
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function headersOf(text: string): Map<string, string> {
  const lines = text.replaceAll(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)
  return new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
}

function readMail(raw: string): Pick<TakenMail, 'headers' | 'parts' | 'raw'> {
  const cut = (text: string): [string, string] => {
    const at = text.search(/\r?\n\r?\n/)
    return [text.slice(0, at), text.slice(at).replace(/^\r?\n\r?\n/, '')]
  }
  const [head, body] = cut(raw)
  const headers = headersOf(head)
  const boundary = /boundary="?([^";]+)/.exec(headers.get('content-type') ?? '')?.[1]
  const parts = boundary ? body.split(`--${boundary}`).slice(1, -1) : [raw]
  return {
    raw,
    headers,
    parts: new Map(
      parts.map((part) => {
        const [partHead, partBody] = cut(part.replace(/^\r?\n/, ''))
        const own = headersOf(partHead)
        const type = (own.get('content-type') ?? 'text/plain').split(';')[0]!
        return [
          type,
          decoded(partBody, own.get('content-transfer-encoding') ?? '7bit').replaceAll('\r\n', '\n'),
        ]
      }),
    ),
  }
}

/** What the server answers to a recipient: null takes it. */
export type Refusal = { code: number; message: string } | null

export async function startMailServer(t: Pick<TestContext, 'after'>) {
  const mails: TakenMail[] = []
  let refusal: (recipient: string) => Refusal = () => null
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    // Idle connections of the pool must not hold a test up.
    closeTimeout: 1,
    onRcptTo({ address }, _session, done) {
      const refused = refusal(address)
      if (!refused) return done()
      done(Object.assign(new Error(refused.message), { responseCode: refused.code }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        mails.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          ...readMail(Buffer.concat(chunks).toString('utf8')),
        })
        done()
      })
    },
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = listening.address() as AddressInfo

  return {
    url: `smtp://127.0.0.1:${port}`,
    /** All it took, oldest first. */
    mails,
    refuse(rule: (recipient: string) => Refusal): void {
      refusal = rule
    },
    /** The newest mail to an address, once it has come. `after`: how many of theirs do not count. */
    to: (address: string, after = 0): Promise<TakenMail> =>
      eventually(
        () => {
          const own = mails.filter(({ to }) => to.includes(address))
          return own.length > after && own.at(-1)!
        },
        { what: `a mail to ${address} after ${after} others` },
      ),
  }
}

export type MailServer = Awaited<ReturnType<typeof startMailServer>>
