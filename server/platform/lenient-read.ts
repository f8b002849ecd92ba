// Reads what a newer or an older release has stored: what cannot be understood falls back to its default, and the rest
// holds. Saving is strict elsewhere.

import type * as z from 'zod'

/** @param onFault  told where each fault was */
export function readLeniently<T>(
  schema: z.ZodType<T>,
  stored: unknown,
  defaults: T,
  onFault: (path: string) => void = () => {},
): T {
  if (typeof stored !== 'object' || stored === null || Object.keys(stored).length === 0) return defaults
  const tried = structuredClone(stored)
  for (;;) {
    const { success, data, error } = schema.safeParse(tried)
    if (success) return data
    let dropped = false
    // From the back, as taking an item out of a list moves those behind it.
    for (const path of error.issues.flatMap(faultyPaths).reverse()) {
      dropped = drop(tried, path) || dropped
      onFault(path.map(String).join('.'))
    }
    if (!dropped) return defaults
  }
}

const faultyPaths = (issue: z.core.$ZodIssue): PropertyKey[][] =>
  issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]

/** Takes out what is at `path`; where it is missing, what should have had it. */
function drop(root: object, path: PropertyKey[]): boolean {
  const way: [holder: Record<PropertyKey, unknown>, key: PropertyKey][] = []
  let at: unknown = root
  for (const key of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) break
    way.push([at as Record<PropertyKey, unknown>, key])
    at = (at as Record<PropertyKey, unknown>)[key]
  }
  const last = way.at(-1)
  if (!last) return false
  const [holder, key] = last
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else delete holder[key]
  return true
}
