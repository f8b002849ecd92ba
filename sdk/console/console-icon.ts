// The icons only agents see, drawn like the shared set and falling back to it.

import { html, type TemplateResult } from 'lit'
import { type IconName, icon } from '../elements/icon/icon.ts'

const paths = {
  waiting:
    'M12 4a8 8 0 0 1 4 1.07M18.93 8a8 8 0 0 1 0 8M16 18.93a8 8 0 0 1-8 0M5.07 16a8 8 0 0 1 0-8M8 5.07A8 8 0 0 1 12 4',
  inbox: 'M4 13.5 6.6 6h10.8l2.6 7.5V17a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  people:
    'M6 9a3 3 0 1 0 6 0 3 3 0 1 0-6 0M3 18.5a6 6 0 0 1 12 0M15 6.2a3 3 0 0 1 0 5.6M17.5 13.6a6 6 0 0 1 3.5 4.9',
  reopen: 'M4.5 12a7.5 7.5 0 1 0 2.6-5.7L4.5 8.5M4.5 4.5v4h4',
  star: 'm12 4.5 2.3 4.8 5.2.7-3.8 3.6 1 5.2L12 16.3l-4.7 2.5 1-5.2L4.5 10l5.2-.7z',
  sound: 'M5 10v4h3l4 3.5v-11L8 10zM15.5 9.5a3.5 3.5 0 0 1 0 5M17.8 7a7 7 0 0 1 0 10',
  silent: 'M5 10v4h3l4 3.5v-11L8 10zM16 10l4 4M20 10l-4 4',
  out: 'M14 5H7a2 2 0 0 0-2 2v10a2 2 0 0 0 2 2h7M11 12h9M17 8.5l3.5 3.5-3.5 3.5',
  desktop: 'M5 5h14a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM9 20h6M12 16v4',
  phone:
    'M9 4h6a1.5 1.5 0 0 1 1.5 1.5v13A1.5 1.5 0 0 1 15 20H9a1.5 1.5 0 0 1-1.5-1.5v-13A1.5 1.5 0 0 1 9 4zM11 17h2',
  sun: 'M8.5 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M12 3.5v2M12 18.5v2M3.5 12h2M18.5 12h2M6 6l1.4 1.4M16.6 16.6 18 18M18 6l-1.4 1.4M7.4 16.6 6 18',
  moon: 'M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z',
  palette:
    'M12 4a8 8 0 1 0 0 16c1.2 0 1.7-.8 1.7-1.6 0-1.2-.9-1.5-.9-2.5 0-.9.7-1.4 1.6-1.4H16a4 4 0 0 0 4-4C20 6.6 16.4 4 12 4zM8 12.5h.01M9.5 8.5h.01M14 8h.01',
  pen: 'm5 19 1-4.2L15.8 5a1.7 1.7 0 0 1 2.4 0l.8.8a1.7 1.7 0 0 1 0 2.4L9.2 18zM13.8 7l3.2 3.2',
  again: 'M19.5 12a7.5 7.5 0 1 1-2.2-5.3l2.2 2.2M19.5 4.4v4.5H15',
  details: 'M6 5h12a2 2 0 0 1 2 2v10a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2zM14.5 5v14',
  flag: 'M6 20V5M6 5.5c4-2.5 7 2 12 0v8c-5 2-8-2.5-12 0',
  tag: 'M4.5 5.5v6l8 8 7-7-8-8h-6a1 1 0 0 0-1 1zM8.5 8.5h.01',
  eye: 'M3 12c2.5-4.5 5.5-6.5 9-6.5s6.5 2 9 6.5c-2.5 4.5-5.5 6.5-9 6.5S5.5 16.5 3 12zM9.5 12a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
  globe: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M4.5 9.5h15M4.5 14.5h15M12 4c-4 5-4 11 0 16M12 4c4 5 4 11 0 16',
  at: 'M8.5 12a3.5 3.5 0 1 0 7 0 3.5 3.5 0 1 0-7 0M15.5 8.5V13a2.3 2.3 0 0 0 4.5 0v-1a8 8 0 1 0-3.5 6.6',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  merge: 'M7 4v4c0 5 5 4 5 9v3M17 4v4c0 5-5 4-5 9M9.5 17.5 12 20l2.5-2.5',
  split: 'M12 4v5c0 4-5 3-5 8v3M12 9c0 4 5 3 5 8v3M4.5 17.5 7 20l2.5-2.5M14.5 17.5 17 20l2.5-2.5',
  block: 'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M6.5 6.5l11 11',
  slash:
    'M6 4.5h12a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V6A1.5 1.5 0 0 1 6 4.5zM14 8.5l-4 7',
  bold: 'M8 5h5a3.5 3.5 0 0 1 0 7H8zM8 12h6a3.5 3.5 0 0 1 0 7H8z',
  italic: 'M11 5h6M7 19h6M14 5l-4 14',
  code: 'm8.5 7-5 5 5 5M15.5 7l5 5-5 5',
  plus: 'M12 5v14M5 12h14',
  sort: 'M7.5 5v13.5M4 15l3.5 3.5L11 15M16.5 19V5.5M13 9l3.5-3.5L20 9',
  board: 'M4.5 19.5h15M7 16v-4M12 16V6M17 16V9',
  sliders: 'M4 8h8M16 8h4M4 16h3M11 16h9M12 8a2 2 0 1 0 4 0 2 2 0 1 0-4 0M7 16a2 2 0 1 0 4 0 2 2 0 1 0-4 0',
} as const

export type ConsoleIcon = IconName | keyof typeof paths

const own = (name: ConsoleIcon): name is keyof typeof paths => name in paths

export function consoleIcon(name: ConsoleIcon): TemplateResult {
  if (!own(name)) return icon(name)
  return html`<svg class="icon" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="1.75"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d=${paths[name]}></path></svg>`
}
