// A vote sent by a plain form: whether it comes from a page of ours, and which of one reader's votes is the same.

import type { Request } from 'express'
import { LIMITS } from '../../sdk/protocol/limits.ts'
import { storable } from '../../sdk/protocol/plain-text.ts'
import { clientIp } from '../platform/http/client-ip.ts'
import { isOwnOrigin } from '../platform/http/origin-rule.ts'
import type { Signing } from '../platform/signing.ts'

export interface HelpVote {
  helpful: boolean
  comment?: string
  /** What was searched for when the article was found. */
  query?: string
}

/**
 * Whether no other site's page made the browser send this. Browsers say where a form is from, in one header or the other;
 * who says neither is no browser, and has nobody's standing to abuse.
 */
export function isOwnForm(request: Request, publicUrl: string): boolean {
  const from = request.headers['sec-fetch-site']
  if (from !== undefined) return from === 'same-origin'
  return request.headers.origin === undefined || isOwnOrigin(request.headers, publicUrl)
}

const textOf = (value: unknown, most: number): string =>
  typeof value === 'string' ? storable(value).trim().slice(0, most).toWellFormed() : ''

/** Null without a vote. What is longer than it may be is cut, as the form's own fields hold no more. */
export function readVote(body: unknown): HelpVote | null {
  const { helpful, comment, q } = (body ?? {}) as Record<string, unknown>
  if (helpful !== 'yes' && helpful !== 'no') return null
  const said = textOf(comment, LIMITS.comment)
  const query = textOf(q, LIMITS.query)
  return { helpful: helpful === 'yes', ...(said && { comment: said }), ...(query && { query }) }
}

/**
 * The id of a reader's vote on an article: of one address one a day counts, and a comment finds the vote it belongs to.
 * Nothing of the address can be read from it.
 */
export async function voteId(
  signing: Pick<Signing, 'sign'>,
  request: Request,
  articleId: string,
  now: Date,
): Promise<string> {
  const day = now.toISOString().slice(0, 10)
  const signed = await signing.sign('help-vote', `${clientIp(request.ip)} ${articleId} ${day}`)
  const hex = Buffer.from(signed, 'base64url').toString('hex')
  // Version 8 is for ids of one's own making (RFC 9562 §5.8).
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
