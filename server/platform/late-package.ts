// Packages that only some servers, or only some requests, ever need: read when first used, not at every start.

import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

interface LatePackages {
  '@redis/client': typeof import('@redis/client')
  'ajv-formats': typeof import('ajv-formats')
  'ajv/dist/2020.js': typeof import('ajv/dist/2020.js')
  nodemailer: typeof import('nodemailer')
  openai: typeof import('openai')
  sharp: typeof import('sharp').default
}

/** The package, in step: who asks needs no promise. Node remembers it. */
export const latePackage = <N extends keyof LatePackages>(name: N): LatePackages[N] => require(name)
