// Handing files over, and fetching addresses of files. Either side's; how it proves who it is, is handed in.

import type { Attachment, AttachmentLink, UploadTicket } from '../protocol/attachment.ts'
import type { ProblemBody } from '../protocol/problem-body.ts'
import { ApiError, fromProblem } from './api-error.ts'
import { backoff } from './backoff.ts'
import type { Environment } from './client-environment.ts'
import { sendFile } from './send-file.ts'

/** What a file is for: a conversation that has begun or will, a ticket form, or a reply to a ticket. */
export type UploadTarget =
  | { conversationId: string }
  | { form: string }
  | { reference: string; email: string; access?: string | undefined }

export interface UploadOptions {
  /** Told how much has gone, 0 to 1; null while it waits for the network. */
  onProgress?: (part: number | null) => void
  signal?: AbortSignal
}

export interface AttachmentClient {
  /**
   * Hands a file over. Waits for the network where there is none, and tries again where it breaks off.
   * @throws ApiError such as `attachment-refused`, `attachment-too-large`, `quota-exceeded`; the signal's reason
   */
  upload(file: File, target: UploadTarget, options?: UploadOptions): Promise<Attachment>
  /** Where a file can be fetched for some minutes; kept and asked for again by itself. */
  link(conversationId: string, id: string): Promise<AttachmentLink>
}

interface AttachmentDeps {
  env: Environment
  server: string
  /** Added to the address, so that the server knows the site whose pages may put files. */
  site?: string
  ask(file: { name: string; size: number }, target: UploadTarget): Promise<UploadTicket>
  askLinks(conversationId: string, ids: string[]): Promise<{ links: AttachmentLink[] }>
}

interface Waiting {
  id: string
  resolve(link: AttachmentLink): void
  reject(error: unknown): void
}

const TRIES = 4
/** Longer than so the server may not ask to wait: better to say so. */
const PATIENCE = 5
/** Links asked for within this time go in one request, ms. */
const GATHER = 15
/** Addresses are good for ten minutes at least. Counted from here, as this device's clock may be anywhere, ms. */
const KEPT = 9 * 60_000
/** The server answers for so many at once. */
const AT_ONCE = 50

const mayHelp = (error: unknown): error is ApiError =>
  error instanceof ApiError && error.retryable && (error.problem?.retry_after ?? 0) <= PATIENCE

export function createAttachmentClient({
  env,
  server,
  site,
  ask,
  askLinks,
}: AttachmentDeps): AttachmentClient {
  const send = env.sendFile ?? sendFile

  async function attempt(file: File, target: UploadTarget, options: UploadOptions): Promise<Attachment> {
    const { url, ticket } = await ask({ name: file.name || 'file', size: file.size }, target)
    options.signal?.throwIfAborted()
    const address = new URL(server + url)
    if (site) address.searchParams.set('site', site)
    const { status, body } = await send({
      url: address.href,
      ticket,
      file,
      onProgress: (part) => options.onProgress?.(part),
      signal: options.signal,
    })
    const answer = body as { attachment?: Attachment; code?: string } | null
    if (status === 201 && answer?.attachment) return answer.attachment
    throw answer?.code ? fromProblem(answer as ProblemBody) : new ApiError('unavailable')
  }

  /** Until the network is back, or for so many ms. */
  const pause = (ms: number, signal?: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      const stops = [env.onWake(() => !env.isOffline() && done())]
      if (!env.isOffline()) stops.push(env.after(ms, done))
      const abort = (): void => {
        for (const stop of stops) stop()
        reject(signal!.reason)
      }
      function done(): void {
        for (const stop of stops) stop()
        signal?.removeEventListener('abort', abort)
        resolve()
      }
      signal?.addEventListener('abort', abort, { once: true })
    })

  const held = new Map<string, { link: Promise<AttachmentLink>; until: number }>()
  const wanted = new Map<string, Waiting[]>()

  async function fetchLinks(conversationId: string): Promise<void> {
    const asked = wanted.get(conversationId)!
    const now = asked.splice(0, AT_ONCE)
    if (asked.length === 0) wanted.delete(conversationId)
    else void fetchLinks(conversationId)
    try {
      const { links } = await askLinks(
        conversationId,
        now.map(({ id }) => id),
      )
      for (const { id, resolve, reject } of now) {
        const link = links.find((candidate) => candidate.id === id)
        if (link) resolve(link)
        else reject(new ApiError('attachment-not-found'))
      }
    } catch (error) {
      for (const { reject } of now) reject(error)
    }
  }

  const askLink = (conversationId: string, id: string): Promise<AttachmentLink> =>
    new Promise((resolve, reject) => {
      const asked = wanted.get(conversationId)
      if (asked) asked.push({ id, resolve, reject })
      else {
        wanted.set(conversationId, [{ id, resolve, reject }])
        env.after(GATHER, () => void fetchLinks(conversationId))
      }
    })

  return {
    async upload(file, target, options = {}) {
      const { onProgress, signal } = options
      for (let tries = 1; ; ) {
        signal?.throwIfAborted()
        try {
          if (env.isOffline()) throw new ApiError('network')
          onProgress?.(0)
          return await attempt(file, target, options)
        } catch (error) {
          signal?.throwIfAborted()
          const waits = env.isOffline()
          // Without a network no try was made, so none is counted.
          if (!waits && (!mayHelp(error) || tries++ >= TRIES)) throw error
          onProgress?.(null)
          await pause(backoff(tries, env.random()), signal)
        }
      }
    },

    link(conversationId, id) {
      const known = held.get(id)
      if (known && known.until > env.now()) return known.link
      const link = askLink(conversationId, id)
      held.set(id, { link, until: env.now() + KEPT })
      link.catch(() => held.delete(id))
      return link
    },
  }
}
