// What a change touched, by name, for the audit log; never the values, which may be anything.

import { differenceFrom } from './merge-patch.ts'

/** Names of what differs, such as `settings.look.radius`. */
export function changedNames(before: object, after: object): string[] {
  const names = (value: unknown, path: string): string[] =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.entries(value).flatMap(([name, part]) => names(part, path ? `${path}.${name}` : name))
      : [path]
  // Both ways, as what was taken away is a change too.
  const found = [
    ...names(differenceFrom(before, after) ?? {}, ''),
    ...names(differenceFrom(after, before) ?? {}, ''),
  ]
  return [...new Set(found)].filter((name) => name !== '' && name !== 'version').sort()
}
