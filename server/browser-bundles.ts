// Sees that dist/ holds the browser bundles: built on the spot where that may be, demanded where it may not.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from './platform/operator-error.ts'

export const ROOT = path.resolve(import.meta.dirname, '..')
export const DIST = path.join(ROOT, 'dist')

export interface BundlesOptions {
  production: boolean
  /** False where somebody else does it, as `npm run dev`. */
  build: boolean
}

/** @throws OperatorError when there are none and none are to be built, or when building fails. */
export async function ensureBundles({ production, build }: BundlesOptions): Promise<void> {
  const built =
    existsSync(path.join(DIST, 'widget/embed.js')) && existsSync(path.join(DIST, 'console/console.html'))
  if (production || !build) {
    if (built) return
    throw new OperatorError(`There are no browser bundles in ${DIST}: run \`npm run build\` first.`)
  }
  // In a process of its own: the bundler's memory is given back, and it sees NODE_ENV=production.
  const child = spawn(process.execPath, [path.join(ROOT, 'build.ts'), '--if-stale'], {
    cwd: ROOT,
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new OperatorError('The browser bundles could not be built; the lines above say why.')
}
