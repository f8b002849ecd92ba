// Requests to addresses that somebody typed: pages to import, tools' endpoints. A name is resolved once, every address
// it has is judged, and the connection goes to those and no others, so no second answer of the DNS can lead it inside.

import { lookup as systemLookup } from 'node:dns/promises'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { createAddressRule } from './address-rule.ts'

export type OutboundReason = 'invalid' | 'refused' | 'unreachable' | 'timeout' | 'too-large' | 'redirect'

/** Why nothing came back. Its message is for whoever typed the address, and says nothing of what answered there. */
export class OutboundError extends Error {
  readonly reason: OutboundReason

  constructor(reason: OutboundReason, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'OutboundError'
    this.reason = reason
  }
}

export interface OutboundRequest {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** Of the answer, after it is unpacked. */
  maxBytes?: number
  /** From the look-up of the name to the last byte, redirects included. */
  timeoutMs?: number
  /** How many may be followed, at most 3. Every hop is judged like the first address. */
  redirects?: number
  /** Asked before a redirect is followed. */
  mayFollow?: (to: URL) => boolean
  signal?: AbortSignal
}

export interface OutboundAnswer {
  /** Where it came from in the end. */
  url: string
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}

interface Address {
  address: string
  family: number
}

export interface OutboundDeps {
  /** Ranges in CIDR notation the operator vouches for: private ones, and every port in them. */
  allow?: readonly string[]
  resolve?: (host: string) => Promise<Address[]>
  /** That may be asked on the public internet. */
  ports?: readonly number[]
  userAgent?: string
}

const MAX_REDIRECTS = 3
const KEPT_FROM_OTHERS = new Set(['authorization', 'cookie', 'proxy-authorization'])
/** What the connection itself is made of is not the caller's. */
const OWN_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'transfer-encoding',
  'upgrade',
  'expect',
])

const resolveAll = (host: string): Promise<Address[]> => systemLookup(host, { all: true, verbatim: true })

const unpack: Record<string, (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  gzip: promisify(zlib.gunzip),
  'x-gzip': promisify(zlib.gunzip),
  deflate: promisify(zlib.inflate),
  br: promisify(zlib.brotliDecompress),
}

function readUrl(address: string, base?: string): URL {
  if (!URL.canParse(address, base)) throw new OutboundError('invalid', 'This is no web address.')
  const url = new URL(address, base)
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw new OutboundError('invalid', 'Only http and https addresses are fetched.')
  if (url.username || url.password)
    throw new OutboundError('invalid', 'An address must not hold a name or a password.')
  return url
}

/** What is asked must not outlive its time, whatever it waits for. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const stop = () => reject(signal.reason)
  if (signal.aborted) stop()
  signal.addEventListener('abort', stop, { once: true })
  return Promise.race([work, promise]).finally(() => signal.removeEventListener('abort', stop))
}

async function readBody(answer: http.IncomingMessage, maxBytes: number): Promise<Buffer> {
  const tooLarge = () => new OutboundError('too-large', `The answer is larger than ${maxBytes} bytes.`)
  if (Number(answer.headers['content-length'] ?? 0) > maxBytes) throw tooLarge()
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of answer) {
    size += (piece as Buffer).length
    if (size > maxBytes) throw tooLarge()
    pieces.push(piece as Buffer)
  }
  const body = Buffer.concat(pieces)
  const coding = answer.headers['content-encoding']?.trim().toLowerCase() ?? 'identity'
  if (coding === 'identity' || body.length === 0) return body
  const inflate = Object.hasOwn(unpack, coding) ? unpack[coding] : undefined
  if (!inflate) throw new OutboundError('invalid', 'The answer is packed in a way that is not known here.')
  try {
    return await inflate(body, { maxOutputLength: maxBytes })
  } catch (error) {
    if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new OutboundError('invalid', 'The answer could not be unpacked.', error)
  }
}

function asOutboundError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof OutboundError) return error
  if (signal.aborted)
    return signal.reason?.name === 'TimeoutError'
      ? new OutboundError('timeout', 'The address did not answer in time.', error)
      : signal.reason
  const code = (error as { code?: string }).code ?? ''
  if (code.startsWith('ERR_INVALID') || code === 'ERR_UNESCAPED_CHARACTERS')
    return new OutboundError('invalid', 'The request could not be written.', error)
  return new OutboundError('unreachable', 'The address could not be reached.', error)
}

export function createOutbound({
  allow = [],
  resolve = resolveAll,
  ports = [80, 443],
  userAgent = 'Deskbell/1 (+https://deskbell.dev)',
}: OutboundDeps = {}) {
  const rule = createAddressRule(allow)

  /** @throws OutboundError unless every address of the host is open */
  async function addressesOf(url: URL, signal: AbortSignal): Promise<Address[]> {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    const found = isIP(host) ? [{ address: host, family: isIP(host) }] : await inTime(resolve(host), signal)
    // One inside is enough to refuse them all: which one a connection would take is chance.
    if (found.length === 0 || !found.every(({ address }) => rule.isOpen(address)))
      throw new OutboundError(
        'refused',
        'The address leads into a private network. The operator of this server can open it with OUTBOUND_ALLOW.',
      )
    const port = Number(url.port || (url.protocol === 'https:' ? 443 : 80))
    if (!ports.includes(port) && !found.every(({ address }) => rule.isVouchedFor(address)))
      throw new OutboundError('refused', `Only the ports ${ports.join(' and ')} are asked.`)
    return found
  }

  async function ask(url: URL, request: OutboundRequest, signal: AbortSignal): Promise<OutboundAnswer> {
    const { method = 'GET', headers = {}, body, maxBytes = 64 * 1024 } = request
    const pinned = await addressesOf(url, signal)
    // An address in figures is connected to as it stands; a name only to what was judged above.
    const lookup: LookupFunction = (_host, { all }, done) =>
      all ? done(null, pinned) : done(null, pinned[0]!.address, pinned[0]!.family)
    const given = Object.entries(headers).filter(([name]) => !OWN_HEADERS.has(name.toLowerCase()))
    const { promise, resolve: answered, reject } = Promise.withResolvers<http.IncomingMessage>()
    const sent = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method,
        lookup,
        signal,
        agent: false,
        maxHeaderSize: 16 * 1024,
        headers: {
          'user-agent': userAgent,
          'accept-encoding': 'identity',
          ...Object.fromEntries(given),
          ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
        },
      },
      answered,
    )
    // Later ones, of a connection that is let go of, are nobody's.
    sent.on('error', reject)
    // Without a handler it would be a proxy's tunnel, or another protocol.
    sent.on('upgrade', (_answer, socket) => socket.destroy())
    sent.end(body)
    try {
      const answer = await promise
      return {
        url: url.href,
        status: answer.statusCode!,
        headers: answer.headers,
        body: await inTime(readBody(answer, maxBytes), signal),
      }
    } finally {
      sent.destroy()
    }
  }

  return {
    /**
     * One request, of at most 10 s and 64 KiB unless said otherwise. Answers of any status come back, but for a
     * redirect that may not be followed.
     * @throws OutboundError; the reason of `signal` when that ends it
     */
    async fetch(address: string, request: OutboundRequest = {}): Promise<OutboundAnswer> {
      const { timeoutMs = 10_000, redirects = 0, mayFollow = () => true } = request
      const timeout = AbortSignal.timeout(timeoutMs)
      const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout
      try {
        let url = readUrl(address)
        let headers = request.headers ?? {}
        for (let hop = 0; ; hop += 1) {
          const answer = await ask(url, { ...request, headers }, signal)
          const { location } = answer.headers
          if (answer.status < 300 || answer.status > 399 || answer.status === 304 || location === undefined)
            return answer
          const { method = 'GET' } = request
          const next = readUrl(location, url.href)
          if (hop >= Math.min(redirects, MAX_REDIRECTS) || !/^(GET|HEAD)$/i.test(method) || !mayFollow(next))
            throw new OutboundError('redirect', 'The address leads on to another one, which is not followed.')
          if (next.origin !== url.origin)
            headers = Object.fromEntries(
              Object.entries(headers).filter(([name]) => !KEPT_FROM_OTHERS.has(name.toLowerCase())),
            )
          url = next
        }
      } catch (error) {
        throw asOutboundError(error, signal)
      }
    },
  }
}

export type Outbound = ReturnType<typeof createOutbound>
