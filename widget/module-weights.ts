// Vite's part in watching the weight: which source files each chunk is made of, and how much of each is left after
// tree-shaking. Written beside the bundle; nothing of it reaches a browser.

import type { Plugin } from 'vite'

export const WEIGHT_FILES = { panel: 'weights.json', loader: 'weights-loader.json' } as const

/** Chunk by its name without the hash → source file, from the project's root → characters before minifying. */
export type ModuleWeights = Record<string, { file: string; modules: Record<string, number> }>

export function moduleWeights(root: string, fileName: string): Plugin {
  return {
    name: 'deskbell-module-weights',
    generateBundle(_options, bundle) {
      const weights: ModuleWeights = {}
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue
        const modules = Object.entries(chunk.modules)
          .filter(([, { renderedLength }]) => renderedLength > 0)
          .map(([id, { renderedLength }]) => [id.replace(`${root}/`, ''), renderedLength] as const)
          .sort(([a], [b]) => (a < b ? -1 : 1))
        weights[chunk.name] = { file: chunk.fileName, modules: Object.fromEntries(modules) }
      }
      this.emitFile({
        type: 'asset',
        fileName,
        source: JSON.stringify(weights, null, 1),
      })
    },
  }
}
