// Builds the SDK into one file, and loads a fresh copy of it: modules keep state (the last id made, for one) that a
// reload of a page forgets, and that two devices do not share.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import type * as entry from './sdk-entry.ts'

export type Sdk = typeof entry

/** Into `folder`; returns the file. */
export async function buildSdk(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      emptyOutDir: false,
      minify: false,
      reportCompressedSize: false,
      lib: {
        entry: path.join(import.meta.dirname, 'sdk-entry.ts'),
        formats: ['es'],
        fileName: () => 'sdk.mjs',
      },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  })
  return path.join(folder, 'sdk.mjs')
}

let copies = 0

export const loadSdk = (file: string): Promise<Sdk> => import(`${pathToFileURL(file).href}?copy=${++copies}`)

/** The same file as text, for a page of a real browser. */
export const readSdk = (file: string): Promise<string> => readFile(file, 'utf8')
