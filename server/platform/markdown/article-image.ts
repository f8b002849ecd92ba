// A picture of an article: where it may come from, and how much room it asks for before it is there.

import type { Block } from '../../../sdk/protocol/rich-text-tree.ts'
import { safeTarget } from './link-target.ts'

type Image = Extract<Block, { type: 'image' }>

/** So large no picture is meant, and a panel is 400 px wide. */
const LARGEST = 10_000

/**
 * Null unless it comes by https. A fragment `#640x480` says its size in px, which the browser needs to keep its place;
 * a fragment is never sent to where the picture lies.
 */
export function articleImage(address: string, alt: string): Image | null {
  const target = safeTarget(address)
  if (!target?.startsWith('https:')) return null
  const url = new URL(target)
  const [, width, height] = /^#(\d{1,5})x(\d{1,5})$/.exec(url.hash)?.map(Number) ?? []
  url.hash = ''
  const fits = width && height && width <= LARGEST && height <= LARGEST
  return { type: 'image', url: url.href, alt: alt.trim(), ...(fits && { width, height }) }
}
