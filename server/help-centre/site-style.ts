// The help centre's style sheet as one site has it: its colour, corners, font and theme after the house's own. Named by
// its digest, so that a browser may keep it for ever.

import { createHash } from 'node:crypto'
import type { Site } from '../sites/site.service.ts'
import { HELP_STYLE } from './help-style.ts'

export interface SiteStyle {
  css: string
  /** 16 hex digits. */
  digest: string
}

/** A colour is #rrggbb and a font a list of names when they are saved; whatever got in another way stays out. */
const COLOUR = /^#[0-9a-f]{6}$/i
const FONT = /^(?:[\w ,-]|'[\w ,-]*'|"[\w ,-]*")+$/

const smaller = (css: string): string =>
  css
    .replace(/\/\*[^*]*\*\//g, '')
    .replace(/\s*\n\s*/g, '\n')
    .replace(/\s*([{}:;,>])\s+/g, '$1')
    .trim()

const HOUSE = smaller(HELP_STYLE)

export function siteStyle({
  appearance,
  settings: { look },
}: Pick<Site, 'appearance' | 'settings'>): SiteStyle {
  const { light, dark } = appearance
  const shades = (['accent', 'solid', 'soft'] as const).flatMap((name) =>
    COLOUR.test(light[name]) && COLOUR.test(dark[name])
      ? [`--${name}:light-dark(${light[name]},${dark[name]})`]
      : [],
  )
  const own = [
    ...shades,
    `--round:${Number(look.radius)}px`,
    // A help page has no font that could be inherited.
    ...(FONT.test(look.font) && look.font !== 'inherit' ? [`--font:${look.font}`] : []),
    ...(look.theme === 'auto' ? [] : [`color-scheme:${look.theme === 'dark' ? 'dark' : 'light'}`]),
  ]
  const css = `${HOUSE}\n:root{${own.join(';')}}\n`
  return { css, digest: createHash('sha256').update(css).digest('hex').slice(0, 16) }
}
