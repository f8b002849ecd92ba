// A site's look as CSS declarations for <deskbell-launcher>, of what differs from the defaults only. Same names as a page
// may set itself (docs/theming.md), apart from the colour, which the server works out in three shades a theme.

import { iconPath } from '../../sdk/protocol/launcher-icons.ts'
import type { Palette } from '../../sdk/protocol/site.ts'
import type { Site } from './site.service.ts'
import { DEFAULT_SETTINGS } from './stored-settings.ts'

export const HOUSE_BLUE = '#2b50c7'

type Look = Pick<Site, 'colour' | 'appearance' | 'settings'>

/** What the launcher needs before the panel is there; undefined where nothing differs. */
export function launcherCss({
  colour,
  appearance: { light, dark },
  settings: { look },
}: Look): string | undefined {
  const usual = DEFAULT_SETTINGS.look
  const declarations = [
    colour !== HOUSE_BLUE && shade('solid', light, dark),
    look.theme !== usual.theme && `--deskbell-theme:${look.theme}`,
    look.radius !== usual.radius && `--deskbell-radius:${look.radius}px`,
    look.offset_x !== usual.offset_x && `--deskbell-x:${look.offset_x}px`,
    look.offset_y !== usual.offset_y && `--deskbell-y:${look.offset_y}px`,
    // `inherit`: the panel asks the page for its font's name.
    look.font && `--deskbell-font:${look.font}`,
    look.icon !== usual.icon && `--deskbell-icon:path(evenodd,"${iconPath(look.icon)}")`,
  ].filter(Boolean)
  return declarations.length > 0 ? declarations.join(';') : undefined
}

/** The same with the shades that only the panel uses. */
export function lookCss(site: Look): string | undefined {
  const css = launcherCss(site)
  if (site.colour === HOUSE_BLUE) return css
  const { light, dark } = site.appearance
  return [css, shade('accent', light, dark), shade('soft', light, dark)].join(';')
}

const shade = (name: keyof Palette, light: Palette, dark: Palette): string =>
  `--site-${name}:light-dark(${light[name]},${dark[name]})`
