// What can be seen to be wrong with a file before it is sent, and how large a file is in words. The server looks into
// the bytes and has the last word.

import { intlLocale, type MessageKey, type MessageParams } from '../../locales/messages.ts'
import type { Translator } from '../../locales/translator.ts'

/** As the server's own (sdk/protocol/limits.ts). */
export const MOST_FILES = 5
export const MOST_BYTES = 10 * 1024 * 1024

const ENDINGS =
  /\.(png|jpe?g|gif|webp|pdf|txt|text|log|md|csv|tsv|mp3|m4a|ogg|oga|opus|mp4|m4v|webm|docx|xlsx|pptx|od[tsp])$/i

/** Who draws files speaks with these, in the widget and in the console. */
export type Words = Pick<Translator, 't' | 'locale'>

export interface Refusal {
  key: MessageKey
  params: MessageParams
}

/** `48 MB`, `8.4 kB`: in the reader's own writing, by thousands, as files are counted where they come from. */
export function sizeText(bytes: number, { locale }: Pick<Words, 'locale'>): string {
  // Nobody counts bytes: the smallest file has a tenth of a kilobyte.
  const [unit, n] = bytes >= 1e6 ? ['megabyte', bytes / 1e6] : ['kilobyte', Math.max(100, bytes) / 1000]
  const digits = { maximumFractionDigits: n < 10 ? 1 : 0 }
  return new Intl.NumberFormat(intlLocale(locale), { style: 'unit', unit, ...digits }).format(n)
}

/** Why this file cannot go, or null. A pasted picture has hardly a name; its type does. */
export function refusalOf({ name, size, type }: File, tr: Words): Refusal | null {
  if (size > MOST_BYTES)
    return {
      key: 'files.too_large',
      params: { name, size: sizeText(size, tr), limit: sizeText(10e6, tr) },
    }
  if (size === 0) return { key: 'files.empty', params: { name } }
  const known = ENDINGS.test(name) || (!name.includes('.') && (type === '' || /^(image|text)\//.test(type)))
  return known ? null : { key: 'files.wrong_type', params: { name } }
}
