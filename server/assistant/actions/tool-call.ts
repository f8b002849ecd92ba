// One signed request to an owner's endpoint. Whose customer it is about is what the server knows, never what a model
// or anybody's message says. What comes back is cut, and is data.

import type { BoundValue } from '../../../sdk/protocol/tool.ts'
import { TOOL_LIMITS } from '../../../sdk/protocol/tool.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Outbound } from '../../platform/outbound/outbound-fetch.ts'
import { OutboundError } from '../../platform/outbound/outbound-fetch.ts'
import { webhookHeaders } from '../../platform/outbound/webhook-signature.ts'
import type { ToolRow } from './tool-row.ts'

const TIMEOUT_MS = 10_000
const MOST_BYTES = 64 * 1024

/** The customer as the server knows them. */
export interface BoundContact {
  id: string | null
  /** Who they are in the owner's own system; null for whom nobody has vouched. */
  externalId: string | null
  /** Only one that is proven. */
  email: string | null
  verified: boolean
}

export interface ToolRequest {
  tool: Pick<ToolRow, 'name' | 'bound' | 'endpoint'>
  secrets: readonly string[]
  /** Also the idempotency key. */
  actionId: string
  conversationId: string | null
  contact: BoundContact
  input: Record<string, unknown>
  /** An administrator tries it: nothing is to happen for real. */
  test: boolean
  signal?: AbortSignal
}

export type ToolOutcome =
  | { kind: 'answered'; ok: boolean; status: number; text: string }
  /** The server does not ask such an address. */
  | { kind: 'refused'; text: string }
  /** Nothing can have happened there. */
  | { kind: 'not_sent'; text: string }
  /** It may have happened, or not. `again`: another try could see the end of it. */
  | { kind: 'unknown'; text: string; again: boolean }

/** Failures of a connection that was never made. */
const NEVER_CONNECTED: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
])

function failureOf({ reason, cause, message: text }: OutboundError): ToolOutcome {
  if (reason === 'refused') return { kind: 'refused', text }
  const { code } = (cause ?? {}) as { code?: unknown }
  if (NEVER_CONNECTED.has(String(code))) return { kind: 'not_sent', text }
  return { kind: 'unknown', text, again: reason === 'unreachable' || reason === 'timeout' }
}

const valueFor = (what: BoundValue, { contact, conversationId }: ToolRequest): string | null =>
  ({
    'contact.id': contact.id,
    'contact.external_id': contact.externalId,
    'contact.email': contact.email,
    'conversation.id': conversationId,
  })[what]

/** The input with the owner's bound fields, whatever stood in them. */
function boundInput(request: ToolRequest): Record<string, unknown> {
  const bound = Object.entries(request.tool.bound).map(([name, what]) => [name, valueFor(what, request)])
  return { ...request.input, ...Object.fromEntries(bound) }
}

/** Text of a result: JSON packed, anything that is not text named. */
function textOf(body: Buffer, contentType: string): string {
  if (!/json|^text\/|^$/i.test(contentType)) return ''
  const text = body.toString('utf8').replaceAll('\0', '').toWellFormed().trim()
  return text.length > TOOL_LIMITS.result ? `${cutText(text, TOOL_LIMITS.result - 1)}…` : text
}

export interface ToolCallerDeps {
  outbound: Pick<Outbound, 'fetch'>
  clock: () => Date
}

export function createToolCaller({ outbound, clock }: ToolCallerDeps) {
  return async function callTool(request: ToolRequest): Promise<ToolOutcome> {
    const { tool, secrets, actionId, contact, signal } = request
    const body = JSON.stringify({
      type: 'tool.called',
      tool: tool.name,
      ...(request.test && { test: true }),
      conversation_id: request.conversationId,
      contact: {
        id: contact.id,
        external_id: contact.externalId,
        ...(contact.email !== null && { email: contact.email }),
        verified: contact.verified,
      },
      input: boundInput(request),
      idempotency_key: actionId,
    })
    try {
      const answer = await outbound.fetch(tool.endpoint, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/plain',
          'idempotency-key': actionId,
          ...webhookHeaders({ id: actionId, at: clock(), body }, secrets),
        },
        body,
        maxBytes: MOST_BYTES,
        timeoutMs: TIMEOUT_MS,
        ...(signal && { signal }),
      })
      const ok = answer.status >= 200 && answer.status < 300
      const text = textOf(answer.body, String(answer.headers['content-type'] ?? ''))
      return { kind: 'answered', ok, status: answer.status, text }
    } catch (error) {
      if (!(error instanceof OutboundError)) throw error
      return failureOf(error)
    }
  }
}

export type ToolCaller = ReturnType<typeof createToolCaller>
