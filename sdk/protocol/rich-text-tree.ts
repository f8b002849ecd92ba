// Rich text as a tree, named after mdast. The server parses and cleans Markdown into it; browsers only build nodes.

import * as z from 'zod'

export type Inline =
  | string
  | { type: 'strong' | 'emphasis' | 'delete'; children: Inline[] }
  | { type: 'inlineCode'; value: string }
  | { type: 'link'; url: string; children: Inline[] }
  /** A link to another article of the same help centre. */
  | { type: 'articleLink'; slug: string; children: Inline[] }
  | { type: 'break' }
  /** Index into the message's `citations`, counted from 1. */
  | { type: 'citation'; index: number }

export type Block = (
  | { type: 'paragraph'; children: Inline[] }
  | { type: 'heading'; depth: 2 | 3 | 4; children: Inline[] }
  | { type: 'list'; ordered: boolean; start?: number; items: Block[][] }
  | { type: 'blockquote'; children: Block[] }
  | { type: 'code'; value: string; lang?: string }
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'thematicBreak' }
  /** In articles only. `width` and `height` in px, where the author gave them: `![Alt](https://…/a.png#640x480)`. */
  | { type: 'image'; url: string; alt: string; width?: number; height?: number }
) & {
  /** Set on the top-level blocks of an article: the passage a citation points at. */
  id?: string
}

export const Inline: z.ZodType<Inline> = z.lazy(() =>
  z.union([
    z.string(),
    z.object({ type: z.enum(['strong', 'emphasis', 'delete']), children: z.array(Inline) }),
    z.object({ type: z.literal('inlineCode'), value: z.string() }),
    z.object({ type: z.literal('link'), url: z.string(), children: z.array(Inline) }),
    z.object({ type: z.literal('articleLink'), slug: z.string(), children: z.array(Inline) }),
    z.object({ type: z.literal('break') }),
    z.object({ type: z.literal('citation'), index: z.int().positive() }),
  ]),
)

const id = z.string().optional()
export const Block: z.ZodType<Block> = z.lazy(() =>
  z.union([
    z.object({ id, type: z.literal('paragraph'), children: z.array(Inline) }),
    z.object({
      id,
      type: z.literal('heading'),
      depth: z.union([z.literal(2), z.literal(3), z.literal(4)]),
      children: z.array(Inline),
    }),
    z.object({
      id,
      type: z.literal('list'),
      ordered: z.boolean(),
      start: z.int().optional(),
      items: z.array(z.array(Block)),
    }),
    z.object({ id, type: z.literal('blockquote'), children: z.array(Block) }),
    z.object({ id, type: z.literal('code'), value: z.string(), lang: z.string().optional() }),
    z.object({
      id,
      type: z.literal('table'),
      head: z.array(z.array(Inline)),
      rows: z.array(z.array(z.array(Inline))),
    }),
    z.object({ id, type: z.literal('thematicBreak') }),
    z.object({
      id,
      type: z.literal('image'),
      url: z.string(),
      alt: z.string(),
      width: z.int().positive().optional(),
      height: z.int().positive().optional(),
    }),
  ]),
)
