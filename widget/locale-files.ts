// Vite's part in loading languages: every language file becomes a file of its own beside the panel, all under one
// digest, so that load-locale.ts can work a name out and the panel carries no list of them.
// Used by vite.config.ts only; nothing of it reaches a browser.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const FOLDER = path.resolve(import.meta.dirname, '../sdk/locales')
const PART = /^[a-z]{2}-(first|more)\.ts$/
const IMPORT = /import\(`\.\/\$\{file\}\.ts`\)/

export function localeFiles(): Plugin {
  // English's first part is in the panel.
  const files = readdirSync(FOLDER).filter((file) => PART.test(file) && file !== 'en-first.ts')
  const digest = createHash('sha256')
  for (const file of files) digest.update(readFileSync(path.join(FOLDER, file)))
  const version = digest.digest('base64url').slice(0, 8)
  return {
    name: 'deskbell-locale-files',
    enforce: 'pre',
    buildStart() {
      for (const file of files) {
        const fileName = `assets/${file.slice(0, -'.ts'.length)}-${version}.js`
        this.emitFile({ type: 'chunk', id: path.join(FOLDER, file), fileName })
      }
    },
    transform(code, id) {
      if (!id.endsWith('/sdk/locales/load-locale.ts')) return null
      if (!IMPORT.test(code)) throw new Error(`${id}: imports no language, see widget/locale-files.ts`)
      const name = `\`./$\{file}-${version}.js\``
      const bring = `import { bring } from '${import.meta.dirname}/fetched-first.ts'`
      return `${bring}\n${code.replace(IMPORT, `bring(() => import(/* @vite-ignore */ ${name}), ${name})`)}`
    },
  }
}
