// Whom a note calls for: colleagues whose name stands in it after an @. Pure.

import type { Agent } from '../../protocol/agent.ts'

/** Of "Ana" and "Ana Lund" the longer name that fits is meant. */
export function mentionedIn(body: string, agents: readonly Agent[]): string[] {
  const people = agents
    .filter(({ kind, name }) => kind === 'human' && name)
    .toSorted((a, b) => b.name.length - a.name.length)
  const found: string[] = []
  for (const at of body.matchAll(/(?<![\p{L}\p{N}])@/gu)) {
    const rest = body.slice(at.index + 1)
    const who = people.find(
      ({ name }) =>
        rest.toLowerCase().startsWith(name.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(rest.slice(name.length)),
    )
    if (who && !found.includes(who.id)) found.push(who.id)
  }
  return found
}
