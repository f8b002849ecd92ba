// What each chunk of the widget weighs, and what it was last accepted to weigh. Knows the built files, not the browser.

import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type ModuleWeights, WEIGHT_FILES } from '../../widget/module-weights.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const DIST = path.join(ROOT, 'dist/widget')
const ACCEPTED = path.join(ROOT, 'widget/accepted-weights.json')

/** Hashed names and the order of names move a chunk by a few bytes without a reason of its own. */
const SLACK = 40

export interface ChunkWeight {
  /** Bytes, brotli 11. */
  bytes: number
  /** Source file → characters before minifying. */
  modules: Record<string, number>
}
export type ChunkWeights = Record<string, ChunkWeight>

/** Languages are many and alike: they are held to one limit instead, see {@link overweight}. */
const isLanguage = (chunk: string): boolean => /^[a-z]{2,3}-(first|more|late)$/.test(chunk)
export const LANGUAGE_LIMIT = { first: 1_000, more: 2_300, late: 2_500 } as const

/** Of the bundle in `dist`, which must have been built. */
export async function weighChunks(): Promise<ChunkWeights> {
  const weights: ChunkWeights = {}
  for (const name of Object.values(WEIGHT_FILES)) {
    const chunks = JSON.parse(await readFile(path.join(DIST, name), 'utf8')) as ModuleWeights
    for (const [chunk, { file, modules }] of Object.entries(chunks))
      weights[chunk] = { bytes: (await stat(path.join(DIST, `${file}.br`))).size, modules }
  }
  return weights
}

export const readAccepted = async (): Promise<ChunkWeights> =>
  JSON.parse(await readFile(ACCEPTED, 'utf8')) as ChunkWeights

export async function accept(weights: ChunkWeights): Promise<void> {
  const kept = Object.entries(weights)
    .filter(([chunk]) => !isLanguage(chunk))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(ACCEPTED, `${JSON.stringify(Object.fromEntries(kept), null, 2)}\n`)
}

/** Source files that have grown, the most first: `sdk/elements/chat/chat.ts +412`. */
export function grown(now: ChunkWeight, before: ChunkWeight | undefined): string[] {
  return Object.entries(now.modules)
    .map(([file, length]) => [file, length - (before?.modules[file] ?? 0)] as const)
    .filter(([, more]) => more > 0)
    .sort(([, a], [, b]) => b - a)
    .map(([file, more]) => `${file} +${more}`)
}

/** One sentence for each chunk that weighs more than was accepted, with the source files that made it grow. */
export function overweight(now: ChunkWeights, accepted: ChunkWeights): string[] {
  const complaints: string[] = []
  for (const [chunk, weight] of Object.entries(now)) {
    if (isLanguage(chunk)) {
      const limit = LANGUAGE_LIMIT[chunk.slice(chunk.indexOf('-') + 1) as keyof typeof LANGUAGE_LIMIT]
      if (weight.bytes > limit) complaints.push(`${chunk} weighs ${weight.bytes} bytes of ${limit}`)
      continue
    }
    const before = accepted[chunk]
    const limit = (before?.bytes ?? 0) + SLACK
    if (weight.bytes <= limit) continue
    const why = grown(weight, before).slice(0, 6).join(', ')
    complaints.push(`${chunk} weighs ${weight.bytes} bytes, ${before?.bytes ?? 0} were accepted: ${why}`)
  }
  return complaints
}
