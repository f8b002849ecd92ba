// Signatures of what the server sends to others (Standard Webhooks 1.0.0): HMAC-SHA256 over `id.timestamp.body`.
// Two secrets may sign at once, so that a receiver can change from one to the other.

import { createHmac, randomBytes } from 'node:crypto'

const PREFIX = 'whsec_'

/** 256 random bits, as the specification writes them. */
export const newWebhookSecret = (): string => PREFIX + randomBytes(32).toString('base64')

export function webhookHeaders(
  { id, at, body }: { id: string; at: Date; body: string },
  secrets: readonly string[],
): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000)
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}
