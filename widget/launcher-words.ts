// Vite's part in naming the launcher: the few words it says before the panel is there, of every language, beside the
// bundle for the server to write into embed.js. Nothing of it reaches a browser as it is.

import { readdirSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import type { LauncherWords } from './panel-contract.ts'

const FOLDER = path.resolve(import.meta.dirname, '../sdk/locales')

export function launcherWords(fileName: string): Plugin {
  return {
    name: 'deskbell-launcher-words',
    async generateBundle() {
      const words: Record<string, LauncherWords> = {}
      for (const file of readdirSync(FOLDER).filter((name) => /^[a-z]{2}-first\.ts$/.test(name))) {
        const language = file.slice(0, 2)
        const part = (name: string) => import(path.join(FOLDER, `${language}-${name}.ts`))
        const [first, more] = await Promise.all([part('first'), part('more')])
        const texts = { ...(first.texts ?? first.enFirst), ...more.texts }
        const [label, close, unreachable] = ['launcher.label', 'common.close', 'launcher.unreachable'].map(
          (key) => texts[key] as string | undefined,
        )
        // A language that does not have them yet: the launcher says it in English.
        if (label && close && unreachable) words[language] = [language, label, close, unreachable]
      }
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify(words) })
    },
  }
}
