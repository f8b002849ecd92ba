// Turns without what a model must not see. A customer's are looked through as one text: a number does not come through
// because it was sent in two pieces.

import type { Turn } from './asked.ts'
import { type Redaction, redact, redactEach } from './redact.ts'

export function redactTurns(turns: readonly Turn[], what: Redaction): Turn[] {
  const theirs = turns.filter(({ by }) => by === 'customer')
  const bodies = redactEach(
    theirs.map(({ body }) => body),
    what,
  )
  return turns.map((turn) => {
    const at = theirs.indexOf(turn)
    return { ...turn, body: at < 0 ? redact(turn.body, what) : bodies[at]! }
  })
}
