// Is the message about something the owner wants people to answer? The gravest subject first.

import type { SensitiveSubject } from '../../../sdk/protocol/assistant-settings.ts'
import { SENSITIVE } from './sensitive-phrases.ts'

/** A person in danger is heard whatever an owner has listed: no machine answers that with an article. */
const ALWAYS: readonly SensitiveSubject[] = ['self_harm']
const ORDER: readonly SensitiveSubject[] = [
  'self_harm',
  'abuse',
  'legal',
  'security',
  'privacy',
  'press',
  'refund',
]

/** Said of things, not of oneself: "this delivery is killing me", "a suicide shifter". */
const HARMLESS = /\b(?:suicide (?:shift\w*|door\w*|gear\w*|squad|lever\w*)|dying to (?:try|know|get|ride))\b/g

export function sensitiveSubject(
  message: string,
  listed: readonly SensitiveSubject[],
): SensitiveSubject | null {
  const text = message.toLowerCase().normalize('NFC').replace(HARMLESS, ' ')
  return (
    ORDER.find(
      (subject) =>
        (listed.includes(subject) || ALWAYS.includes(subject)) &&
        SENSITIVE[subject].some((phrase) => phrase.test(text)),
    ) ?? null
  )
}
