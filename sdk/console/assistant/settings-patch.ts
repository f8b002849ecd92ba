// What is not saved yet of the AI agent's settings, as a request has it. Pure.

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const nests = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A merge patch (RFC 7396) that makes `draft` of `saved`; lists are replaced whole. */
export function patchOf(saved: object, draft: object): Record<string, unknown> {
  const before = saved as Record<string, unknown>
  const after = draft as Record<string, unknown>
  const patch: Record<string, unknown> = {}
  for (const key of Object.keys(before)) if (!(key in after)) patch[key] = null
  for (const [key, value] of Object.entries(after)) {
    const old = before[key]
    if (!same(old, value)) patch[key] = nests(old) && nests(value) ? patchOf(old, value) : value
  }
  return patch
}
