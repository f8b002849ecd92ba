// Who is signed in, how they got in, and what to show until they are. Knows nothing of inboxes and conversations.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { AgentClient } from '../../client/agent-client.api.ts'
import { ApiError } from '../../client/api-error.ts'
import { Watch } from '../watch.controller.ts'

/** How long until a server that did not answer is asked again, ms: each time twice as long, up to this. */
const RETRY = { first: 3000, most: 60_000 }

export const retryAfter = (failures: number): number =>
  Math.min(RETRY.first * 2 ** (failures - 1), RETRY.most)

export type SessionView = 'starting' | 'unreachable' | 'not-allowed' | 'sign-in' | 'choose-password' | 'desk'

interface Deps {
  /** Somebody is in and may see the inbox. */
  entered: () => void
  left: () => void
  /** Whether the server is there, and answers only not to this page. */
  refused: () => Promise<boolean>
}

export class Session implements ReactiveController {
  readonly #host: ReactiveControllerHost
  readonly #deps: Deps
  #client: AgentClient | null = null
  #phase: 'starting' | 'unreachable' | 'not-allowed' | 'ready' = 'starting'
  #failures = 0
  #retry: ReturnType<typeof setTimeout> | undefined
  #token: string | null = null
  #agentId: string | null = null
  /** They asked to leave, so there is nothing to explain afterwards. */
  #leaving = false
  /** What the sign-in form explains. */
  reason: 'link-used' | 'ended' | null = null

  constructor(host: ReactiveControllerHost, deps: Deps) {
    this.#host = host
    this.#deps = deps
    host.addController(this)
    new Watch(host, () => this.#client?.me)
    new Watch(host, () => this.#client?.connection)
  }

  /** The agent whose inbox is open. */
  get agentId(): string | null {
    return this.#agentId
  }

  /** Nobody has asked yet whether somebody is signed in. */
  get idle(): boolean {
    return this.#client === null
  }

  get hasLink(): boolean {
    return this.#token !== null
  }

  get view(): SessionView {
    const me = this.#client?.me.get()
    if (!me && this.#phase !== 'ready') return this.#phase
    const refused = this.#client?.connection.get().state === 'refused'
    if (!me || (this.reason === 'ended' && refused)) return 'sign-in'
    return me.needs_password ? 'choose-password' : 'desk'
  }

  /** Redeems a link if there is one, else takes up the session the browser holds. */
  async enter(client: AgentClient, token: string | null): Promise<void> {
    clearTimeout(this.#retry)
    this.#client = client
    this.#token = token
    // What it says stands while it is asked again.
    if (this.#failures === 0) this.#phase = 'starting'
    try {
      const usable = token ? await redeem(client, token) : true
      const signedIn = (token !== null && usable) || (await client.resume())
      if (this.#client !== client) return
      // A used link is no news to somebody who is in already.
      this.reason = usable || signedIn ? null : 'link-used'
      this.#token = null
      this.#failures = 0
      this.#phase = 'ready'
    } catch {
      if (this.#client !== client) return
      const refused = await this.#deps.refused().catch(() => false)
      if (this.#client !== client) return
      this.#phase = refused ? 'not-allowed' : 'unreachable'
      this.#retry = setTimeout(() => void this.enter(client, token), retryAfter(++this.#failures))
    }
    this.#host.requestUpdate()
  }

  again(): void {
    this.#failures = 0
    if (this.#client) void this.enter(this.#client, this.#token)
    this.#host.requestUpdate()
  }

  signOut(): void {
    this.#leaving = true
    this.#client?.logout().catch(() => {
      this.#leaving = false
    })
  }

  /** The server has ended the session: what is left of it goes, and the form says why. */
  signInAgain(): void {
    this.reason = 'ended'
    this.#client?.logout().catch(() => {})
    this.#host.requestUpdate()
  }

  /** Call before every drawing: notices who came and who went. */
  follow(): void {
    const client = this.#client
    const me = client?.me.get()
    const id = me && !me.needs_password ? me.agent.id : null
    if (this.reason === 'ended' && id && client?.connection.get().state !== 'refused') this.reason = null
    if (id === this.#agentId) return
    if (this.#agentId) {
      this.#deps.left()
      if (!me) this.reason = this.#leaving ? null : 'ended'
    }
    this.#leaving = false
    this.#agentId = id
    if (id) this.#deps.entered()
  }

  hostDisconnected(): void {
    clearTimeout(this.#retry)
    if (this.#agentId) this.#deps.left()
    this.#agentId = null
    this.#client = null
  }
}

/** False for a link that was used or has run out. */
async function redeem(client: AgentClient, token: string): Promise<boolean> {
  try {
    await client.redeemLink(token)
    return true
  } catch (error) {
    if (error instanceof ApiError && error.code !== 'network' && error.code !== 'timeout') return false
    throw error
  }
}
