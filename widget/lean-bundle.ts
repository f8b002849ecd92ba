// Vite's part in keeping the widget light: what a bundle carries for humans or for pages the widget never has.
// Used by vite.config.ts only; nothing of it reaches a browser.

import type { Plugin, Rolldown } from 'vite'
import { cutLit, LIT_CUTS } from './lean-lit.ts'
import { minifyCss } from './minify-css.ts'

/** Our own sources only: indentation inside their templates, and blanks and comments inside their styles. */
const OURS = /\/(sdk|widget)\/.*\.ts$/

const BRING = `import { bring } from '${import.meta.dirname}/fetched-first.ts'\n`

/** An `import()` of ours, with what is taken out of the module where that is said around it. */
const IMPORTS =
  /const (\{[^}]*\}) = await import\(('\.[^']+')\)|\(await import\(('\.[^']+')\)\)\.(\w+)|\bimport\('\.[^']+'\)/g

/** With our own way around it. What is taken is said inside, too: else the bundler makes an object of all there is. */
const bringing = (code: string): string => {
  const brought = code.replace(IMPORTS, (load, taken, file, from, name) => {
    if (taken) return `const ${taken} = await bring(() => import(${file}).then((${taken}) => (${taken})))`
    return name
      ? `(await bring(() => import(${from}).then(({ ${name} }) => ${name})))`
      : `bring(() => ${load})`
  })
  return brought === code ? code : BRING + brought
}

/** Directives, comments in templates, values in a text area, listeners that are objects. */
const MISSING = /from 'lit\/|<!--|\}\s*<\/textarea|<(script|style|title)[\s>]|@[\w-]+=\$\{\{/

export interface LeanBundle extends Plugin {
  /** Whether the panel's own file brings a module. Known once all modules are. */
  isPanel(id: string): boolean
  /** Whether a module belongs in the chunk of what the later views share. */
  isShared(id: string): boolean
}

export function leanBundle(): LeanBundle {
  const panel = new Set<string>()
  const shared = new Set<string>()
  return {
    name: 'deskbell-lean-bundle',
    enforce: 'pre',
    isPanel: (id) => panel.has(id),
    isShared: (id) => shared.has(id),
    resolveId(id, importer) {
      return id === './css-tag.js' && importer?.includes('@lit/reactive-element')
        ? `${import.meta.dirname}/style-sheets.ts`
        : null
    },
    transform(code, id) {
      const lit = Object.keys(LIT_CUTS).find((file) => id.endsWith(`/${file}`))
      if (lit) return cutLit(lit, code)
      if (!OURS.test(id)) return null
      if (/css`[^`]*\$\{/.test(code))
        throw new Error(`${id}: styles take no values, see widget/style-sheets.ts`)
      if (/\b(type: (Number|Object|Array)|useDefault)\b/.test(code))
        throw new Error(`${id}: attributes are texts or flags, see widget/lean-lit.ts`)
      if (MISSING.test(code)) throw new Error(`${id}: needs what is cut out of Lit, see widget/lean-lit.ts`)
      return bringing(code)
        .replace(/css`([^`]*)`/g, (_, css: string) => `css\`${minifyCss(css)}\``)
        .replace(/\n\s+/g, '\n')
    },
    buildEnd() {
      const parts = partsOf(this)
      for (const id of parts.panel) panel.add(id)
      for (const id of parts.shared) shared.add(id)
    },
  }
}

interface Parts {
  panel: Iterable<string>
  /** The client, and what the views have in common with any other part, without what the panel itself brings. */
  shared: Iterable<string>
}

/** The files that bring a view, or the greater part of one. What else is fetched later is seldom needed. */
const VIEW = /\/(widget\/[a-z-]+-views?|message-list\.define|ticket-there|visitor-live)\.ts$/

// All are said, since the bundler left to itself takes out of the panel what a chunk of a chunk needs of it: two more
// requests before there is anything to see.
function partsOf(graph: Rolldown.PluginContext): Parts {
  const reach = (id: string, found = new Set<string>()): Set<string> => {
    if (found.has(id)) return found
    found.add(id)
    for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) reach(imported, found)
    return found
  }
  const ids = [...graph.getModuleIds()]
  const from = (file: string): Set<string> => reach(ids.find((id) => id.endsWith(file))!)
  const panel = from('/widget/panel.ts')
  const client = from('/widget/whole-client.ts')
  const parts = ids
    .filter((id) => graph.getModuleInfo(id)?.dynamicImporters.length)
    .map((id) => ({ isView: VIEW.test(id), brings: reach(id) }))
  const isCommon = (id: string): boolean => {
    const its = parts.filter(({ brings }) => brings.has(id))
    return its.length > 1 && its.some(({ isView }) => isView)
  }
  const shared = new Set(ids.filter((id) => !panel.has(id) && (client.has(id) || isCommon(id))))
  return { panel, shared }
}
