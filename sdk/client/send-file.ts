// The bytes of a file on their way. By XMLHttpRequest, the only thing that tells how much has gone; where there is none,
// by fetch.

import { ApiError } from './api-error.ts'

export interface FileTransfer {
  url: string
  /** Bearer token of this one transfer. */
  ticket: string
  file: Blob
  /** Told how much has gone, 0 to 1. */
  onProgress(part: number): void
  signal: AbortSignal | undefined
}

/** The answer, whatever its status; JSON, or null. @throws ApiError `network`; the signal's reason */
export type SendFile = (transfer: FileTransfer) => Promise<{ status: number; body: unknown }>

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const byRequest: SendFile = ({ url, ticket, file, onProgress, signal }) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = (): void => request.abort()
    const fail = (): void => reject(signal?.aborted ? signal.reason : new ApiError('network'))
    request.open('PUT', url)
    request.setRequestHeader('Authorization', `Bearer ${ticket}`)
    // Not by its own type, which the server finds out for itself.
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onProgress(loaded / (total || 1))
    request.onload = () => resolve({ status: request.status, body: parsed(request.responseText) })
    request.onerror = request.onabort = request.ontimeout = fail
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    request.send(file)
  })

const byFetch: SendFile = async ({ url, ticket, file, signal }) => {
  try {
    const answer = await fetch(url, {
      method: 'PUT',
      headers: { authorization: `Bearer ${ticket}`, 'content-type': 'application/octet-stream' },
      body: file,
      credentials: 'omit',
      ...(signal && { signal }),
    })
    return { status: answer.status, body: parsed(await answer.text()) }
  } catch {
    throw signal?.aborted ? signal.reason : new ApiError('network')
  }
}

export const sendFile: SendFile = (transfer) => (globalThis.XMLHttpRequest ? byRequest : byFetch)(transfer)
