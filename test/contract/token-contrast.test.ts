// The house's own colours keep the contrast that WCAG asks for, in both themes. An owner's colour: palette.test.ts.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import { contrast } from '../../server/sites/oklch.ts'

const css = await readFile(new URL('../../sdk/elements/theme/tokens.ts', import.meta.url), 'utf8')
const long = (hex: string): string => (hex.length === 4 ? hex.replace(/[0-9a-f]/g, '$&$&') : hex)

/** A token's colour in each theme; `--deskbell-*` before it is what a page may set. */
function token(name: string): [light: string, dark: string] {
  const value = css.split(`--db-${name}:`)[1]?.split(';')[0] ?? ''
  const colours = value.match(/#[0-9a-f]{3,8}\b/g) ?? []
  assert.ok(colours.length === 1 || colours.length === 2, `${name} is ${value}`)
  return [long(colours[0]!), long(colours[1] ?? colours[0]!)]
}

/** 4.5 for text, 3 for what must be seen to be used. */
const PAIRS: readonly [above: string, below: string, least: number][] = [
  ['text', 'surface', 4.5],
  ['text', 'fill', 4.5],
  ['text', 'fill-2', 4.5],
  ['muted', 'surface', 4.5],
  ['muted', 'fill', 4.5],
  ['muted', 'fill-2', 4.5],
  ['accent', 'surface', 4.5],
  ['accent', 'soft', 4.5],
  ['on-solid', 'solid', 4.5],
  ['on-solid', 'mark', 4.5],
  ['danger', 'surface', 4.5],
  ['ok', 'surface', 4.5],
  ['line-2', 'surface', 3],
  ['solid', 'surface', 3],
]

for (const [above, below, least] of PAIRS)
  test(`colours: ${above} on ${below} has a contrast of at least ${least}`, () => {
    const [one, other] = [token(above), token(below)]
    for (const theme of [0, 1] as const) {
      const measured = contrast(one[theme], other[theme])
      assert.ok(measured >= least, `${theme ? 'dark' : 'light'}: ${measured.toFixed(2)}`)
    }
  })
