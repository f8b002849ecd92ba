// The tree of headings as a file beside the articles (`categories.yml`): read strictly, and written for the next import.

import { stringify } from 'yaml'
import * as z from 'zod'
import type { AdminCategory } from '../../../sdk/protocol/article-category.ts'
import { NewCategory } from '../../../sdk/protocol/article-category.ts'
import { ArticleFault, readYaml } from '../article-source.ts'
import type { CategoryTree } from '../articles/category-admin.service.ts'

const Node = NewCategory.omit({ parent_id: true })
const Tree: z.ZodType<CategoryTree> = z.lazy(() =>
  Node.extend({ children: z.array(Tree).max(200).default([]) }),
) as unknown as z.ZodType<CategoryTree>

/** @throws ArticleFault */
export function readCategoryFile(text: string): CategoryTree[] {
  const parsed = z
    .array(Tree)
    .max(200)
    .safeParse(readYaml(text, 'It') ?? [])
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ArticleFault(`${issue!.path.join('.') || 'The file'}: ${issue!.message}.`)
}

/** @param categories parents before their children, in order */
export function writeCategoryFile(categories: readonly AdminCategory[]): string {
  interface Written {
    name: string
    slug: string
    children?: Written[]
  }
  const nodes = new Map<string, Written>()
  const top: Written[] = []
  for (const { id, parent_id, slug, name, description, translations } of categories) {
    const node: Written = {
      name,
      slug,
      ...(description !== null && { description }),
      ...(Object.keys(translations).length > 0 && { translations }),
    }
    nodes.set(id, node)
    const parent = parent_id === null ? undefined : nodes.get(parent_id)
    if (!parent) top.push(node)
    else if (parent.children) parent.children.push(node)
    else parent.children = [node]
  }
  return stringify(top, { lineWidth: 0 })
}
