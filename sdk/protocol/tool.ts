// Tools the AI agent may use on a site: those an owner registers with an endpoint of theirs, and those a page offers
// for its own visitor. What is said here is what people and the model are shown; secrets are not.

import * as z from 'zod'
import { ActionApproval } from './assistant-event.ts'
import { plainText } from './plain-text.ts'

/** Snake case, as models expect of a function's name. */
export const ToolName = z.string().regex(/^[a-z][a-z0-9_]{1,62}$/)

export const ToolEffect = z.enum(['read', 'write'])
export type ToolEffect = z.infer<typeof ToolEffect>

export const TOOL_LIMITS = {
  /** Of a site. */
  tools: 20,
  /** Of a JSON schema, in characters, in levels of objects and lists, and in properties altogether. */
  schema: 8000,
  depth: 6,
  properties: 60,
  /** Of one input, in characters of JSON. */
  input: 4000,
  /** Of one result, in characters. */
  result: 8000,
  /** Of a page: tools, and characters of each definition. */
  pageTools: 8,
  pageDefinition: 4000,
} as const

/** JSON Schema 2020-12 of an object, in a subset: docs/actions.md. Checked by the server, which says what is wrong. */
export const ToolParameters = z.record(z.string(), z.unknown())
export type ToolParameters = z.infer<typeof ToolParameters>

/** What the server itself puts into an input's field, over whatever was given there. */
export const BoundValue = z.enum(['contact.id', 'contact.external_id', 'contact.email', 'conversation.id'])
export type BoundValue = z.infer<typeof BoundValue>

const fields = {
  name: ToolName,
  /** For people: "Look up an order". */
  title: plainText().trim().min(1).max(80),
  /** For the model: what it does and when to use it. */
  description: plainText().trim().min(1).max(1000),
  /** For whoever approves a call: what will happen, in plain words. */
  explanation: plainText().trim().max(300),
  parameters: ToolParameters,
  bound: z.record(z.string().max(63), BoundValue),
  effect: ToolEffect,
  approval: ActionApproval,
  requires_verified: z.boolean(),
  endpoint: z.url().max(2000),
  enabled: z.boolean(),
}

/** A write that nobody approves has to be wanted in so many words. */
const unapproved = { allow_unapproved_writes: z.boolean().optional() }

export const NewTool = z.strictObject({
  ...fields,
  ...unapproved,
  explanation: fields.explanation.default(''),
  parameters: fields.parameters.default({ type: 'object', properties: {} }),
  bound: fields.bound.default({}),
  /** Left out: nobody for a read, the customer for a write. */
  approval: fields.approval.optional(),
  requires_verified: fields.requires_verified.default(false),
  enabled: fields.enabled.default(true),
})
export type NewTool = z.infer<typeof NewTool>

export const ChangeTool = z.strictObject({ ...fields, ...unapproved }).partial()
export type ChangeTool = z.infer<typeof ChangeTool>

export const Tool = z.object({
  id: z.uuid(),
  ...fields,
  /** An earlier secret signs too until then, ISO 8601; null: only the present one. */
  previous_secret_until: z.string().nullable(),
  created_at: z.string(),
  updated_at: z.string(),
})
export type Tool = z.infer<typeof Tool>

/** The secret is told here and never again. */
export const ToolWithSecret = z.object({ tool: Tool, secret: z.string() })
export type ToolWithSecret = z.infer<typeof ToolWithSecret>

export const ToolList = z.object({ tools: z.array(Tool) })
export type ToolList = z.infer<typeof ToolList>

/** A call marked `test`, with a customer nobody is. */
export const TestTool = z.strictObject({ input: z.record(z.string(), z.unknown()).default({}) })

export const ToolTest = z.object({
  ok: z.boolean(),
  /** HTTP status; null where nothing answered. */
  status: z.int().nullable(),
  /** The result as the AI agent would read it, or what went wrong. */
  result: z.string(),
  milliseconds: z.int(),
})
export type ToolTest = z.infer<typeof ToolTest>

/** A tool of the page: its handler runs there, for this visitor alone. */
export const PageTool = z
  .strictObject({
    name: ToolName,
    title: fields.title.optional(),
    description: fields.description,
    parameters: ToolParameters.default({ type: 'object', properties: {} }),
    effect: ToolEffect.default('read'),
  })
  .refine((tool) => JSON.stringify(tool).length <= TOOL_LIMITS.pageDefinition, {
    error: `A tool's definition has at most ${TOOL_LIMITS.pageDefinition} characters.`,
  })
export type PageTool = z.infer<typeof PageTool>

export const PageTools = z.strictObject({ tools: z.array(PageTool).max(TOOL_LIMITS.pageTools) })
export type PageTools = z.infer<typeof PageTools>
