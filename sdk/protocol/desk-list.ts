// The lists a team keeps and each console holds a copy of, by the names their addresses have.

import * as z from 'zod'

export const DESK_LISTS = [
  'views',
  'departments',
  'tags',
  'topics',
  'conversation-fields',
  'canned-replies',
  'macros',
] as const

export const DeskListName = z.enum(DESK_LISTS)
export type DeskListName = z.infer<typeof DeskListName>
