// One radius and one font shape the whole widget: an element that holds a value of its own would stay behind.

import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'

const ROOT = path.resolve(import.meta.dirname, '..')
/** Where the defaults stand. The launcher's shadow root, where the card stands too, has no tokens. */
const SOURCES = ['sdk/elements/theme/tokens.ts', 'widget/loader.styles.ts', 'widget/proactive-card.ts']

test('theme: the widget takes its corners and its font from the tokens', async () => {
  const own: string[] = []
  for await (const file of glob('{sdk/elements,widget}/**/*.ts', { cwd: ROOT })) {
    if (SOURCES.includes(file) || /\.(test|demo)\.ts$/.test(file)) continue
    const source = await readFile(path.join(ROOT, file), 'utf8')
    for (const [value] of source.matchAll(/radius: (?:4|8|10|12|16)px|system-ui/g))
      own.push(`${file}: ${value}`)
  }
  assert.deepEqual(own, [], 'use --db-round… and --db-font, see sdk/elements/theme/tokens.ts')
})
