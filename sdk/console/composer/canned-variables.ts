// Fills the variables of a canned reply; what is not known stays where it is, to be seen and filled by hand. Pure.

import type { Agent } from '../../protocol/agent.ts'
import type { AgentConversation } from '../../protocol/conversation.ts'

const VARIABLE = /\{\{\s*([a-z_]+(?:\.[\w-]+)*)\s*(?:\|([^{}]*))?\}\}/gi

/** A gap that was not filled. */
export const GAP = /\{\{[a-z_]+(?:\.[\w-]+)*\}\}/i

export interface FilledPiece {
  text: string
  kind: 'text' | 'filled' | 'missing'
}

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
    const value = knownValue(name.toLowerCase(), conversation, me) || instead?.trim()
    pieces.push(value ? { text: value, kind: 'filled' } : { text: `{{${name}}}`, kind: 'missing' })
    at = match.index + whole.length
  }
  if (at < body.length) pieces.push({ text: body.slice(at), kind: 'text' })
  return pieces
}

export const textOfPieces = (pieces: readonly FilledPiece[]): string =>
  pieces.map(({ text }) => text).join('')
