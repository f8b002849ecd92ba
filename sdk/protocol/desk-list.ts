// What a team keeps and each console holds a copy of, mostly lists, by the names their addresses have.

import * as z from 'zod'

export const DESK_LISTS = [
  'views',
  'departments',
  'tags',
  'topics',
  'conversation-fields',
  'canned-replies',
  'macros',
  'agents',
  'workspace',
  'api-keys',
  'console-keys',
  'sites',
  'identity-keys',
  'tools',
  'assistant',
] as const

export const DeskListName = z.enum(DESK_LISTS)
export type DeskListName = z.infer<typeof DeskListName>
