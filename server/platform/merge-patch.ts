// JSON Merge Patch (RFC 7396), and the smallest patch that leads from one value to another.

import { Problem } from './problem.ts'

type Json = unknown

/** Levels a patch may have; nothing that is patched here is nearly so deep. */
const MOST_LEVELS = 100

const isObject = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Applies a patch: objects are merged, `null` takes a member away, anything else takes its place.
 * @throws Problem `invalid-request` for one that is nested without an end
 */
export function mergePatch(target: Json, patch: Json, levels = MOST_LEVELS): Json {
  if (!isObject(patch)) return patch
  if (levels === 0) throw new Problem('invalid-request', 'It is nested too deeply.')
  // As entries, so that a member called `__proto__` is one like all others.
  const members = new Map(Object.entries(isObject(target) ? target : {}))
  for (const [name, value] of Object.entries(patch))
    if (value === null) members.delete(name)
    else members.set(name, mergePatch(members.get(name), value, levels - 1))
  return Object.fromEntries(members)
}

/** The members of `value` that `base` has otherwise or not at all; undefined where there are none. */
export function differenceFrom(base: Json, value: Json): Json {
  if (!isObject(value) || !isObject(base)) return isEqual(base, value) ? undefined : value
  const members = Object.entries(value).flatMap(([name, own]) => {
    const difference = differenceFrom(base[name], own)
    return difference === undefined ? [] : [[name, difference] as const]
  })
  return members.length > 0 ? Object.fromEntries(members) : undefined
}

function isEqual(one: Json, other: Json): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, at) => isEqual(item, other[at]))
  if (isObject(one) && isObject(other)) {
    const names = Object.keys(one)
    return (
      names.length === Object.keys(other).length &&
      names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]))
    )
  }
  return one === other
}
