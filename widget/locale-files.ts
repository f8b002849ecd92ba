// Vite's part in loading languages: every language file becomes a file of its own beside the panel, all under one
// digest, so that load-locale.ts can work a name out and the panel carries no list of them. The second part of each
// becomes two: what the views say, and what comes later still.
// Used by vite.config.ts only; nothing of it reaches a browser.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { isLateText } from './late-texts.ts'

const FOLDER = path.resolve(import.meta.dirname, '../sdk/locales')
const PART = /^[a-z]{2}-(first|more)\.ts$/
const HAS_LATE = 'const HAS_LATE = false'
/** Before the path of a second part, for either half of it. */
const HALF = /^\0deskbell-(more|late):(.*)$/
const IMPORT = /import\(`\.\/\$\{file\}\.ts`\)/

export function localeFiles(): Plugin {
  // English's first part is in the panel.
  const files = readdirSync(FOLDER).filter((file) => PART.test(file) && file !== 'en-first.ts')
  const digest = createHash('sha256')
  for (const file of files) digest.update(readFileSync(path.join(FOLDER, file)))
  digest.update(readFileSync(path.join(import.meta.dirname, 'late-texts.ts')))
  const version = digest.digest('base64url').slice(0, 8)
  return {
    name: 'deskbell-locale-files',
    enforce: 'pre',
    buildStart() {
      const emit = (id: string, name: string): unknown =>
        this.emitFile({ type: 'chunk', id, name, fileName: `assets/${name}-${version}.js` })
      for (const file of files) {
        const [id, language] = [path.join(FOLDER, file), file.slice(0, 2)]
        if (file.endsWith('-first.ts')) emit(id, `${language}-first`)
        else for (const half of ['more', 'late']) emit(`\0deskbell-${half}:${id}`, `${language}-${half}`)
      }
    },
    resolveId: (id) => (HALF.test(id) ? id : null),
    async load(id) {
      const [, half, file] = HALF.exec(id) ?? []
      if (!file) return null
      const { texts } = (await import(file)) as { texts: Record<string, unknown> }
      const own = Object.entries(texts).filter(([key]) => isLateText(key) === (half === 'late'))
      return `export const texts = ${JSON.stringify(Object.fromEntries(own))}`
    },
    transform(code, id) {
      if (!id.endsWith('/sdk/locales/load-locale.ts')) return null
      if (!IMPORT.test(code) || !code.includes(HAS_LATE))
        throw new Error(`${id}: imports no language, see widget/locale-files.ts`)
      const name = `\`./$\{file}-${version}.js\``
      const bring = `import { bring } from '${import.meta.dirname}/fetched-first.ts'`
      const whole = code.replace(HAS_LATE, HAS_LATE.replace('false', 'true'))
      return `${bring}\n${whole.replace(IMPORT, `bring(() => import(/* @vite-ignore */ ${name}), ${name})`)}`
    },
  }
}
