// Validation at every edge: a value in, the schema's type out, or a Problem that names each fault.

import type * as z from 'zod'
import { Problem } from './problem.ts'

const pointer = (path: PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** @throws Problem `invalid-request` with one entry a fault (RFC 6901 pointers). */
export function parse<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.map((issue) => ({ pointer: pointer(issue.path), detail: issue.message }))
  const first = errors[0]
  const detail = first ? `${first.pointer || 'The value'}: ${first.detail}` : undefined
  throw new Problem('invalid-request', detail, { errors })
}
