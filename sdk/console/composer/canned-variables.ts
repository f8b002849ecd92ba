// Fills the variables of a canned reply; what is not known stays where it is, to be seen and filled by hand. Pure.

import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'

const VARIABLE = /\{\{\s*([a-z_]+(?:\.[\w-]+)*)\s*(?:\|([^{}]*))?\}\}/gi

/** A gap that was not filled. */
export const GAP = /\{\{[a-z_]+(?:\.[\w-]+)*\}\}/i

export interface FilledPiece {
  /** As it is written into the reply, which is Markdown. */
  text: string
  /** As somebody reads it, where that differs. */
  shown?: string
  kind: 'text' | 'filled' | 'missing'
}

/**
 * What a customer says of themselves, as letters: never a link or other Markdown under the agent's name. Breaking up an
 * address takes a character nobody sees (word joiner).
 */
const literal = (value: string): string =>
  value
    .replace(/:\/\/|\bwww\./gi, (start) => `${start.slice(0, -1)}\u2060${start.slice(-1)}`)
    .replace(/[\\`*_[\]<>~|]/g, '\\$&')
    .replace(/^[#+-]/, '\\$&')

const OURS: ReadonlySet<string> = new Set([
  'agent.name',
  'agent.first_name',
  'conversation.reference',
  'site.name',
])

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

function knownValue(name: string, conversation: AgentConversation, me: Pick<Agent, 'name'>): string {
  const { contact, custom, reference, subject, site } = conversation
  if (name.startsWith('custom.')) return String(custom[name.slice('custom.'.length)] ?? '')
  const values: Record<string, string> = {
    'contact.name': contact.name,
    'contact.first_name': firstName(contact.name),
    'contact.email': contact.email ?? '',
    'agent.name': me.name,
    'agent.first_name': firstName(me.name),
    'conversation.reference': reference,
    'conversation.subject': subject,
    'site.name': site.name,
  }
  return values[name] ?? ''
}

/** In pieces, so that a preview can mark what was put in and what is missing. */
export function fillVariables(
  body: string,
  conversation: AgentConversation,
  me: Pick<Agent, 'name'>,
): FilledPiece[] {
  const pieces: FilledPiece[] = []
  let at = 0
  for (const match of body.matchAll(VARIABLE)) {
    const [whole, name = '', instead] = match
    if (match.index > at) pieces.push({ text: body.slice(at, match.index), kind: 'text' })
    const known = knownValue(name.toLowerCase(), conversation, me).replace(/\s+/g, ' ').trim()
    const text = OURS.has(name.toLowerCase()) ? known : literal(known)
    if (known) pieces.push({ text, kind: 'filled', ...(text !== known && { shown: known }) })
    else if (instead?.trim()) pieces.push({ text: instead.trim(), kind: 'filled' })
    else pieces.push({ text: `{{${name}}}`, kind: 'missing' })
    at = match.index + whole.length
  }
  if (at < body.length) pieces.push({ text: body.slice(at), kind: 'text' })
  return pieces
}

export const textOfPieces = (pieces: readonly FilledPiece[]): string =>
  pieces.map(({ text }) => text).join('')
