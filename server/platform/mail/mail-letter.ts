// A letter as it goes out: plain text and HTML made of one content, so that neither says more than the other.

import type { Block, Inline } from '../../../sdk/protocol/rich-text-tree.ts'
import { escapeHtml, treeToHtml } from '../markdown/tree-html.ts'
import { inlineText, treeToText } from '../markdown/tree-text.ts'

export interface Letter {
  /** Names it for ever: an attempt that is repeated carries the same Message-ID. */
  id: string
  to: string
  /** Beside the sender's address. */
  fromName: string
  subject: string
  text: string
  html: string
  /** When it was written, not when it is tried. */
  date: Date
}

/** The same tree with each link's address written behind its words, as in plain text there is nothing to click. */
function spellLinks<T>(node: T): T {
  if (Array.isArray(node)) return node.map(spellLinks) as T
  if (typeof node !== 'object' || node === null) return node
  const { type, url, children } = node as { type?: unknown; url?: unknown; children?: Inline[] }
  if (type === 'link' && typeof url === 'string' && children) {
    const words = spellLinks(children)
    const isSaid = inlineText(words).replace(/\/$/, '') === url.replace(/^mailto:|\/$/g, '')
    return { type: 'emphasis', children: isSaid ? words : [...words, ` (${url})`] } as T
  }
  return Object.fromEntries(Object.entries(node).map(([name, value]) => [name, spellLinks(value)])) as T
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])

/** A document of its own; without scripts, pictures or anything fetched. */
export function htmlDocument(title: string, body: string, locale: string): string {
  const language = locale.toLowerCase().split('-')[0]!
  const direction = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr'
  return `<!doctype html><html lang="${escapeHtml(locale)}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title></head>
<body style="margin:0 auto;padding:24px;max-width:600px;font:16px/24px system-ui,sans-serif;color:#1c1b19;background:#fff;overflow-wrap:anywhere">
${body}
</body></html>`
}

export interface LetterContent {
  subject: string
  content: readonly Block[]
  /** BCP 47. */
  locale: string
}

export const writeLetter = ({
  subject,
  content,
  locale,
}: LetterContent): Pick<Letter, 'subject' | 'text' | 'html'> => ({
  subject,
  // A paragraph is a line in there; in a mail an empty one stands between.
  text: `${spellLinks(content)
    .map((block) => treeToText([block]))
    .filter(Boolean)
    .join('\n\n')}\n`,
  html: htmlDocument(subject, treeToHtml(content), locale),
})
