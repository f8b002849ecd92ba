// The variables of a canned text, with what stands there instead where nothing is known. The console does the same
// before a person's eyes.

import type { ConversationDetail } from '../conversation-view.ts'

type Facts = {
  agent: { name: string }
  conversation: Pick<
    ConversationDetail,
    'contact_name' | 'contact_email' | 'reference' | 'subject' | 'site_name' | 'custom'
  >
}

const VARIABLE = /\{\{\s*([a-z_]+\.[a-z0-9_]+)\s*(?:\|([^{}]*))?\}\}/g

const first = (name: string): string => name.trim().split(/\s+/)[0] ?? ''

/**
 * Somebody else's words inside one's own: letters, never Markdown. Breaking up what reads as an address takes a
 * character nobody sees (word joiner).
 */
const literal = (value: string): string =>
  value
    .replace(/\s+/g, ' ')
    .replace(/:\/\/|\bwww\./gi, (start) => `${start.slice(0, -1)}\u2060${start.slice(-1)}`)
    .replace(/[\\`*_{}[\]()<>#+\-!|~]/g, '\\$&')

export function fillIn(text: string, { agent, conversation }: Facts): string {
  const known: Record<string, string> = {
    'contact.name': literal(conversation.contact_name),
    'contact.first_name': literal(first(conversation.contact_name)),
    'contact.email': literal(conversation.contact_email ?? ''),
    'agent.name': agent.name,
    'agent.first_name': first(agent.name),
    'conversation.reference': conversation.reference,
    'conversation.subject': literal(conversation.subject),
    'site.name': conversation.site_name,
  }
  for (const [key, value] of Object.entries(conversation.custom))
    known[`custom.${key}`] = literal(String(value))
  // What is no variable of ours stays as it was written.
  return text.replaceAll(VARIABLE, (whole, name: string, instead: string | undefined) =>
    name in known || name.startsWith('custom.') ? known[name] || instead?.trim() || '' : whole,
  )
}
