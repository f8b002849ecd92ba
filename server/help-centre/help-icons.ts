// The few shapes a help page draws, in a 24 × 24 box; the same lines as the widget's.

import { type Html, html } from './html.ts'

const SHAPES = {
  search: 'M4 10.5a6.5 6.5 0 1 0 13 0 6.5 6.5 0 1 0-13 0M15.5 15.5 20 20',
  chevron: 'm9.5 6 6 6-6 6',
  down: 'm6 9.5 6 6 6-6',
  chat: 'M12 4.5a7.5 7.5 0 1 1-3.6 14.1L4.5 19.5l1-3.7A7.5 7.5 0 0 1 12 4.5z',
  mail: 'M6 5.5h12a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-9a2 2 0 0 1 2-2zM4.5 8l7.5 5.5L19.5 8',
  document: 'M13.5 4H8a2 2 0 0 0-2 2v12a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V8.5zM13.5 4v4.5H18M9.5 12.5h5M9.5 16h3',
  globe:
    'M4 12a8 8 0 1 0 16 0 8 8 0 1 0-16 0M4 12h16M12 4c2.3 2.2 3.4 4.9 3.4 8s-1.1 5.8-3.4 8c-2.3-2.2-3.4-4.9-3.4-8S9.7 6.2 12 4z',
  check: 'm5.5 12.5 4.5 4.5 8.5-10',
  bell: 'M4 18.5h16M5.5 15.5a6.5 6.5 0 0 1 13 0zM12 9V6M10 6h4',
} as const

/** A picture beside words that say the same: hidden from ears. */
export const icon = (name: keyof typeof SHAPES): Html =>
  html`<svg class="icon ${name}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${SHAPES[name]}"/></svg>`

/** The owner's logo as a picture, or as one path, drawn as a line. */
export const logoPicture = (src: string): Html =>
  html`<img class="logo" src="${src}" alt="" width="26" height="26">`

export const logo = (path: string): Html =>
  html`<svg class="logo" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${path}"/></svg>`
