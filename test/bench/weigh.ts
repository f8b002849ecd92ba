// `npm run weigh`: what each chunk of the built widget weighs beside what was accepted; `--write` accepts it.

import { parseArgs } from 'node:util'
import { accept, overweight, readAccepted, weighChunks } from './chunk-weights.ts'
import { asText, count } from './table.ts'

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } })
const now = await weighChunks()
const accepted = await readAccepted().catch(() => ({}) as Awaited<ReturnType<typeof readAccepted>>)
const rows = Object.entries(now)
  .sort(([, a], [, b]) => b.bytes - a.bytes)
  .map(([chunk, { bytes, modules }]) => [
    chunk,
    count(bytes),
    accepted[chunk] ? count(accepted[chunk].bytes) : '–',
    count(Object.keys(modules).length),
  ])
console.log(
  asText({
    title: 'Chunks of the widget, bytes in brotli',
    head: ['chunk', 'now', 'accepted', 'modules'],
    rows,
  }),
)
if (values.write) await accept(now)
else for (const complaint of overweight(now, accepted)) console.log(complaint)
