// A client that calls as Escalated's published widget does: the same headers on every call, a preflight before each one
// across origins, the body read before the status is looked at, and the same way of telling an error.

import assert from 'node:assert/strict'

export interface EscalatedWidgetOptions {
  /** Origin of the server. */
  base: string
  /** Of the page it stands on. */
  origin: string
  path?: string
}

export class EscalatedFailure extends Error {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server said
  readonly data: any
  // biome-ignore lint/suspicious/noExplicitAny: whatever the server said
  constructor(status: number, data: any) {
    // As the widget shows it.
    super(data.errors ? Object.values(data.errors).flat().join(' ') : data.message || 'Request failed.')
    this.status = status
    this.data = data
  }
}

export function createEscalatedWidget({ base, origin, path = '/support/widget' }: EscalatedWidgetOptions) {
  /** What a browser asks before a call that is not simple. */
  async function preflight(url: string, method: string, token: string | null): Promise<void> {
    const wanted = token ? 'authorization,content-type' : 'content-type'
    const answer = await fetch(url, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': method,
        'access-control-request-headers': wanted,
      },
    })
    assert.ok(answer.ok, `preflight of ${method} ${url}: ${answer.status}`)
    const list = (name: string) =>
      (answer.headers.get(name) ?? '').split(',').map((entry) => entry.trim().toLowerCase())
    assert.equal(answer.headers.get('access-control-allow-origin'), origin)
    assert.ok(list('access-control-allow-methods').includes(method.toLowerCase()), method)
    for (const header of wanted.split(','))
      assert.ok(list('access-control-allow-headers').includes(header), header)
  }

  async function api(
    method: string,
    apiPath: string,
    body: object | null = null,
    token: string | null = null,
    // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  ): Promise<any> {
    const url = `${base}${path}${apiPath}`
    await preflight(url, method, token)
    const response = await fetch(url, {
      method,
      headers: {
        origin,
        // What browsers send of the page across origins.
        referer: `${origin}/`,
        accept: 'application/json',
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    assert.equal(response.headers.get('access-control-allow-origin'), origin)
    const data = await response.json()
    if (!response.ok) throw new EscalatedFailure(response.status, data)
    return data
  }

  /** The failure of a call that must fail, with the words the widget would show. */
  async function refusal(...call: Parameters<typeof api>): Promise<EscalatedFailure> {
    const failure = await api(...call).then(
      () => assert.fail(`${call[0]} ${call[1]} went well`),
      (error: unknown) => error,
    )
    assert.ok(failure instanceof EscalatedFailure, String(failure))
    assert.ok(typeof failure.data.message === 'string' && failure.data.message, 'a message')
    assert.doesNotMatch(failure.message, /\[object/)
    return failure
  }

  return { api, refusal }
}

export type EscalatedWidget = ReturnType<typeof createEscalatedWidget>
