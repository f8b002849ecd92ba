// Sees that dist/ holds the browser bundles: built on the spot where that may be, demanded where it may not.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { OperatorError } from './platform/operator-error.ts'

const ROOT = path.resolve(import.meta.dirname, '..')

/** Where `npm run build` puts widget/, console/ and demo-site/. */
export const DIST = path.join(ROOT, 'dist')

export interface BundlesOptions {
  dist: string
  /** False in production, and where somebody else does it, as `npm run dev`. */
  build: boolean
}

/** @throws OperatorError when there are none and none are to be built, or when building fails. */
export async function ensureBundles({ dist, build }: BundlesOptions): Promise<void> {
  const entries = ['widget/embed.js', 'console/console.html']
  if (!build) {
    if (entries.every((entry) => existsSync(path.join(dist, entry)))) return
    throw new OperatorError(`There are no browser bundles in ${dist}: run \`npm run build\` first.`)
  }
  // In a process of its own: the bundler's memory is given back, and it sees NODE_ENV=production.
  const script = path.join(ROOT, 'build.ts')
  const child = spawn(process.execPath, [script, '--if-stale'], { cwd: ROOT, stdio: 'inherit' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new OperatorError('The browser bundles could not be built; the lines above say why.')
}
