// What a settings form is made of: fields over the protocol's own schema. Only words and shapes; draws nothing.

import type { TemplateResult } from 'lit'
import type * as z from 'zod'
import type { Desk } from '../desk.context.ts'

export interface Option {
  value: string
  label: string
  hint?: string
}

/** How a field is typed in. `own` draws what no other can; it must name its parts. */
export type Control<T> =
  | { kind: 'text'; type?: 'text' | 'email' | 'url' | 'date'; placeholder?: string; narrow?: boolean }
  | { kind: 'multiline'; rows?: number; placeholder?: string }
  | { kind: 'number'; min?: number; max?: number; unit?: string /** Empty is null. */; optional?: boolean }
  | { kind: 'switch'; words: string }
  | { kind: 'choice'; options: readonly Option[] }
  | { kind: 'segments'; options: readonly Option[] }
  | { kind: 'checks'; options: readonly Option[]; empty?: string }
  | { kind: 'lines'; placeholder?: string }
  | {
      kind: 'own'
      draw: (
        value: unknown,
        set: (value: unknown) => void,
        context: { draft: T; desk: Desk; faults: Faults; put: (name: string, value: unknown) => void },
      ) => unknown
    }

export interface Field<T> {
  /** Name in the value; `a.b` reaches inside. */
  name: string
  label: string
  hint?: string
  control: Control<T>
  /** Left out where it makes no sense now. */
  shown?: (draft: T) => boolean
  /** What it takes, said where a value is not in the expected form. */
  wrong?: string
  /** How a value reads in the list of changes; JSON where nothing says. */
  tell?: (value: unknown) => string
}

export interface FormSpec<T> {
  /** What is sent must fit it. */
  schema: z.ZodType
  fields: readonly Field<T>[]
  /** What of the draft is sent; all of it where nothing says. */
  body?: (draft: T, saved: T | null) => unknown
  /** Beside the form, such as how it will look. */
  aside?: (draft: T, desk: Desk) => TemplateResult
  /** It wants more room than a sample does. */
  wide?: boolean
  /** What the server says against the draft, where it is asked while one types. */
  refused?: Faults
  /** In the place of "Save", "Saved". */
  words?: { save: string; saved: string }
}

/** Pointer (RFC 6901) → what is wrong there. */
export type Faults = ReadonlyMap<string, string>

export function read(value: unknown, name: string): unknown {
  return name
    .split('.')
    .reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], value)
}

/** A copy with one value changed. */
export function write<T>(value: T, name: string, next: unknown): T {
  const [first, ...rest] = name.split('.')
  const at = value as Record<string, unknown>
  return { ...at, [first!]: rest.length > 0 ? write(at[first!] ?? {}, rest.join('.'), next) : next } as T
}

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
