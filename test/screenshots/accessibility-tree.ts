// `npm run accessibility-tree`: what a screen reader is given of every view and state of the panel, written to
// docs/accessibility-tree.md. Taken of the real thing; only times and references are made the same each time.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { walkingDesk } from '../helpers/walking-desk.ts'

const FILE = path.resolve(import.meta.dirname, '../../docs/accessibility-tree.md')
const INTRODUCTION = `# The panel's accessibility tree

Names, roles and states of every view, as Chromium gives them to assistive technology. Written by
\`npm run accessibility-tree\`; a change of it in a commit is a change of what a screen reader says.
`

const steady = (tree: string): string =>
  tree
    .replace(/DB-[0-9A-Z]{8}/g, 'DB-7K3M92QF')
    .replace(/\b\d\d:\d\d\b(?! Bergen)/g, '14:05')
    .replace(/Updated \d+ \w+( \d{4})?/g, 'Updated 12 November')

const desk = await walkingDesk()
const parts: string[] = []
try {
  await desk.walk({}, async (state, page) => {
    const tree = await page.locator('deskbell-launcher').ariaSnapshot()
    parts.push(`## ${state[0]!.toUpperCase()}${state.slice(1)}\n\n\`\`\`yaml\n${steady(tree)}\n\`\`\`\n`)
  })
} finally {
  await desk.close()
}
await writeFile(FILE, `${INTRODUCTION}\n${parts.join('\n')}`)
process.stdout.write(`${path.relative(process.cwd(), FILE)}: ${parts.length} states\n`)
