// Vite's part in keeping the widget light: what a bundle carries for humans or for pages the widget never has.
// Used by vite.config.ts only; nothing of it reaches a browser.

import type { Plugin } from 'vite'

const minifyCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replaceAll(';}', '}')
    .trim()

/** Our own sources only: indentation inside their templates, and blanks and comments inside their styles. */
const OURS = /\/(sdk|widget)\/.*\.ts$/

export function leanBundle(): Plugin {
  return {
    name: 'deskbell-lean-bundle',
    enforce: 'pre',
    load(id) {
      // The widget's chunks bring no stylesheet, so nothing is to be fetched ahead of them.
      return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : null
    },
    transform(code, id) {
      if (!OURS.test(id)) return null
      return code
        .replace(/css`([^`]*)`/g, (_, css: string) => `css\`${minifyCss(css)}\``)
        .replace(/\n\s+/g, '\n')
    },
  }
}
