// The icon set: 24 × 24 outlines that take the colour of the text beside them. They carry no meaning of their own:
// the element that shows one gives the words. What the first view needs is in first-icons.ts.

import type { TemplateResult } from 'lit'
import { firstIcons } from './first-icons.ts'
import { firstIcon, iconShape } from './icon-shape.ts'

const moreIcons = {
  down: 'm6 9.5 6 6 6-6',
  clip: 'm19.5 11.5-7.8 7.8a4.6 4.6 0 0 1-6.5-6.5l8-8a3.1 3.1 0 0 1 4.4 4.4l-7.9 7.9a1.5 1.5 0 0 1-2.2-2.2l7.2-7.1',
  send: 'M12 19V5.5M6 11.5l6-6 6 6',
  stop: 'M9 9h6v6H9z',
  copy: 'M10.5 8.5H18a2 2 0 0 1 2 2V18a2 2 0 0 1-2 2h-7.5a2 2 0 0 1-2-2v-7.5a2 2 0 0 1 2-2zM15.5 8.5V6a2 2 0 0 0-2-2H6a2 2 0 0 0-2 2v7.5a2 2 0 0 0 2 2h2.5',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  external: 'M11 5H5v14h14v-6M14.5 4.5h5v5M19.5 4.5 11 13',
  book: 'M12 6.5C10.5 5.5 8 5 4 5v13c4 0 6.5.5 8 1.5 1.5-1 4-1.5 8-1.5V5c-4 0-6.5.5-8 1.5zm0 0v13',
  refresh: 'M19.5 5v4.5H15M19.3 9.5a7.6 7.6 0 1 0 .2 4.5',
  alert: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M12 8v4.5M12 15.8h.01',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  smile: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M9 10h.01M15 10h.01M8.5 14a4 4 0 0 0 7 0',
  lock: 'M7 10.5h10a1.5 1.5 0 0 1 1.5 1.5v6.5A1.5 1.5 0 0 1 17 20H7a1.5 1.5 0 0 1-1.5-1.5V12A1.5 1.5 0 0 1 7 10.5zM8.5 10.5V7.5a3.5 3.5 0 0 1 7 0v3',
  filter: 'M4.5 7h15M7.5 12h9M10.5 17h3',
} as const

type FirstIcon = keyof typeof firstIcons
export type IconName = FirstIcon | keyof typeof moreIcons

const isFirst = (name: IconName): name is FirstIcon => Object.hasOwn(firstIcons, name)

/** An icon, 20 px unless the styles say otherwise. */
export const icon = (name: IconName): TemplateResult =>
  isFirst(name) ? firstIcon(name) : iconShape(moreIcons[name], false, name === 'more' ? 2.5 : undefined)
