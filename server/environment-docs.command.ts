// `npm run docs:env`: writes the schema's variables into README.md and .env.example.

import { readFile, writeFile } from 'node:fs/promises'
import { environmentExample, environmentTable } from './environment-table.ts'

const readme = new URL('../README.md', import.meta.url)
const text = await readFile(readme, 'utf8').catch(() => '<!-- env:start -->\n\n<!-- env:end -->\n')
const marked = /(<!-- env:start -->\n)[\s\S]*?(\n<!-- env:end -->)/
await writeFile(
  readme,
  text.replace(marked, (_all, start, end) => `${start}${environmentTable()}${end}`),
)
await writeFile(new URL('../.env.example', import.meta.url), environmentExample())
