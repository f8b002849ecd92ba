// One colour of the owner's in, three for each theme out, readable whatever was put in.

import type { Palette } from '../../sdk/protocol/site.ts'
import { contrast, type Oklch, toHex, toOklch } from './oklch.ts'

/** The surfaces of the widget's tokens; a test holds the two together. */
export const SURFACE = { light: '#ffffff', dark: '#191816' } as const
const WHITE = '#ffffff'
const TEXT = 4.5
const SHAPE = 3

/** Lightens or darkens by the smallest step that will do; hue stays. */
function shift(colour: Oklch, step: number, holds: (hex: string) => boolean): string {
  let hex = toHex(colour)
  for (let l = colour.l; !holds(hex) && l >= 0 && l <= 1; ) {
    l += step
    hex = toHex({ ...colour, l: Math.min(1, Math.max(0, l)) })
  }
  return hex
}

const DARKER = -0.004
const LIGHTER = 0.004

/**
 * Lightness and chroma of each part follow the chroma of the owner's colour, along lines through the house's
 * blue and a quiet green. Greys stay grey: `tint` takes the chroma that a line would add back to nothing.
 */
export function derivePalettes(colour: string): { light: Palette; dark: Palette } {
  const own = toOklch(colour)
  const { c, h } = own
  const tint = Math.min(1, c / 0.03)

  const softLight = toHex({ l: 0.957 - 0.0127 * c, c: (0.0118 + 0.0428 * c) * tint, h })
  const accent = shift(
    own,
    DARKER,
    (hex) => contrast(hex, SURFACE.light) >= TEXT && contrast(hex, softLight) >= TEXT,
  )

  const softDark = toHex({ l: 0.289, c: (0.0175 + 0.147 * c) * tint, h })
  const accentDark = shift(
    { l: 0.8 - 0.261 * c, c: (0.0714 + 0.227 * c) * tint, h },
    LIGHTER,
    (hex) => contrast(hex, SURFACE.dark) >= TEXT && contrast(hex, softDark) >= TEXT,
  )
  const solidStart = { l: 0.5046 + 0.0746 * c, c: (0.024 + 0.77 * c) * tint, h }
  const readable = (hex: string): boolean => contrast(WHITE, hex) >= TEXT
  const visible = (hex: string): boolean => contrast(hex, SURFACE.dark) >= SHAPE
  const solidDark = readable(toHex(solidStart))
    ? shift(solidStart, LIGHTER, visible)
    : shift(solidStart, DARKER, readable)

  return {
    light: { accent, solid: accent, soft: softLight },
    dark: { accent: accentDark, solid: solidDark, soft: softDark },
  }
}
