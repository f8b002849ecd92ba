// HTML by template, safe by construction: what is put in is escaped, unless it was made here itself. Attributes are
// written in double quotes. It knows nothing of pages.

import { escapeHtml } from '../platform/markdown/tree-html.ts'

/** Made only by this file, so no text from outside can pass for it. */
export class Html {
  readonly #text: string
  constructor(key: symbol, text: string) {
    if (key !== OURS) throw new TypeError('Html is made by html`…` alone.')
    this.#text = text
  }
  toString(): string {
    return this.#text
  }
}

const OURS = Symbol('html')

export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[]

function filled(value: HtmlValue): string {
  if (value instanceof Html) return value.toString()
  if (value === null || value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map(filled).join('')
  return escapeHtml(String(value))
}

/** Nothing (`null`, `undefined`, `false`) is left out; lists are joined. */
export function html(strings: TemplateStringsArray, ...values: HtmlValue[]): Html {
  return new Html(OURS, String.raw({ raw: strings }, ...values.map(filled)))
}

/** For a `<script type="application/ld+json">`: JSON in which no sign can end the element (HTML §4.12.1.3). */
export const jsonForScript = (value: unknown): Html =>
  new Html(
    OURS,
    JSON.stringify(value).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )
