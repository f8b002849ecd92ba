// Hands files over as a client does, by plain HTTP.

import type { Desk } from './desk.ts'

export interface SendOptions {
  /** A visitor's bearer token. */
  token?: string
  /** An agent's cookie header. */
  cookie?: string
  /** What it is for; see `NewUpload`. */
  target: Record<string, unknown>
}

export function fileSender(desk: Pick<Desk, 'base' | 'call' | 'site'>) {
  const ask = (name: string, size: number, { token, cookie, target }: SendOptions) =>
    desk.call('POST', cookie ? '/api/v1/attachments' : `/support/widget/attachments?site=${desk.site.key}`, {
      body: { name, size, ...target },
      ...(token && { token }),
      ...(cookie && { headers: { cookie } }),
    })

  async function put(url: string, bytes: Uint8Array | string, ticket?: string) {
    const response = await fetch(desk.base + url, {
      method: 'PUT',
      headers: { ...(ticket && { authorization: `Bearer ${ticket}` }) },
      body: bytes as BodyInit,
    })
    return { status: response.status, body: await response.json(), headers: response.headers }
  }

  return {
    ask,
    put,
    async send(name: string, given: Uint8Array | string, options: SendOptions) {
      const bytes = typeof given === 'string' ? Buffer.from(given) : given
      const { status, body } = await ask(name, bytes.length, options)
      if (status !== 201) return { status, body }
      return put(body.url, bytes, body.ticket)
    },
  }
}
