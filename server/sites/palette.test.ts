// Palettes from any colour: readable always, and as drawn for the two we drew.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test from 'node:test'
import fc from 'fast-check'
import { contrast } from './oklch.ts'
import { derivePalettes, SURFACE } from './palette.ts'

const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
const distance = (one: string, other: string): number =>
  Math.max(...channels(one).map((value, at) => Math.abs(value - channels(other)[at]!)))

for (const [name, colour, expected] of [
  [
    'the house’s blue',
    '#2b50c7',
    {
      light: { accent: '#2b50c7', solid: '#2b50c7', soft: '#eaf0fe' },
      dark: { accent: '#8fabf7', solid: '#3a5fc9', soft: '#222a42' },
    },
  ],
  [
    'Fjordline’s green',
    '#0a5e4b',
    {
      light: { accent: '#0a5e4b', solid: '#0a5e4b', soft: '#e7f4ef' },
      dark: { accent: '#77cab1', solid: '#247660', soft: '#1b302a' },
    },
  ],
] as const)
  test(`${name} gives the palette it was drawn with, to within what an eye can see`, () => {
    const derived = derivePalettes(colour)
    assert.equal(derived.light.accent, expected.light.accent)
    assert.equal(derived.light.solid, expected.light.solid)
    for (const theme of ['light', 'dark'] as const)
      for (const part of ['accent', 'solid', 'soft'] as const)
        assert.ok(
          distance(derived[theme][part], expected[theme][part]) <= 4,
          `${theme} ${part}: ${derived[theme][part]}, drawn ${expected[theme][part]}`,
        )
  })

const hex = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('whatever colour an owner chooses, text and shapes in it keep their contrast', () => {
  fc.assert(
    fc.property(hex, (colour) => {
      const { light, dark } = derivePalettes(colour)
      assert.ok(contrast(light.accent, SURFACE.light) >= 4.5, 'accent on light surface')
      assert.ok(contrast(light.accent, light.soft) >= 4.5, 'accent on light soft')
      assert.ok(contrast('#ffffff', light.solid) >= 4.5, 'white on light solid')
      assert.ok(contrast(dark.accent, SURFACE.dark) >= 4.5, 'accent on dark surface')
      assert.ok(contrast(dark.accent, dark.soft) >= 4.5, 'accent on dark soft')
      assert.ok(contrast('#ffffff', dark.solid) >= 4.5, 'white on dark solid')
      assert.ok(contrast(dark.solid, SURFACE.dark) >= 3, 'dark solid on surface')
      for (const value of [...Object.values(light), ...Object.values(dark)])
        assert.match(value, /^#[0-9a-f]{6}$/)
    }),
    { numRuns: 2000, examples: [['#000000'], ['#ffffff'], ['#ffff00'], ['#ff0000'], ['#808080']] },
  )
})

test('a dark enough colour is left as the owner chose it; a light yellow is darkened', () => {
  assert.equal(derivePalettes('#7a1f5c').light.accent, '#7a1f5c')
  assert.notEqual(derivePalettes('#ffe600').light.accent, '#ffe600')
})

test('a grey stays grey in every part', () => {
  const { light, dark } = derivePalettes('#555555')
  for (const value of [...Object.values(light), ...Object.values(dark)]) {
    const [r, g, b] = channels(value) as [number, number, number]
    assert.ok(Math.max(r, g, b) - Math.min(r, g, b) <= 1, value)
  }
})

test('the surfaces are those of the widget’s tokens', async () => {
  const tokens = await readFile(new URL('../../sdk/elements/theme/tokens.ts', import.meta.url), 'utf8')
  const surfaces = /--db-surface: light-dark\((#[0-9a-f]+), (#[0-9a-f]+)\)/.exec(tokens)?.slice(1)
  const long = (colour: string): string => colour.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3')
  assert.deepEqual(surfaces?.map(long), [SURFACE.light, SURFACE.dark])
})
