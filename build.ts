// `npm run build`: all browser bundles into dist/, compressed beside. `--if-stale` does nothing when no source has
// changed since; `npm run dev` (`--watch`) builds on every change and runs the server, which reloads by itself.

import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, watch } from 'node:fs'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const ROOT = import.meta.dirname
const STAMP = path.join(ROOT, 'dist/built-from')
const SOURCES = ['sdk', 'widget', 'demo-site', 'build.ts', 'vite.config.ts', 'package-lock.json']
const BUNDLES = [
  { configFile: 'vite.config.ts', mode: 'panel' },
  { configFile: 'vite.config.ts', mode: 'loader' },
  { configFile: 'vite.config.ts', mode: 'console' },
  { configFile: 'demo-site/vite.config.ts', mode: 'production' },
]
const IS_TEST = /\.test\.ts$|\.demo\.ts$/

/** As it was before the bundler needed its own. */
const ENVIRONMENT = { ...process.env }

const say = (line: string) => process.stdout.write(`${line}\n`)

/** A digest over names, sizes and times of every source: tells deletions and older checkouts too. */
async function fingerprint(): Promise<string> {
  const digest = createHash('sha256')
  for (const source of SOURCES) {
    const full = path.join(ROOT, source)
    const files = (await stat(full)).isFile() ? [''] : (await readdir(full, { recursive: true })).sort()
    for (const file of files) {
      const about = await stat(path.join(full, file)).catch(() => undefined)
      if (about?.isFile() && !IS_TEST.test(file))
        digest.update(`${source}/${file} ${about.size} ${about.mtimeMs}\n`)
    }
  }
  return digest.digest('hex')
}

async function isFresh(): Promise<boolean> {
  const stamp = await readFile(STAMP, 'utf8').catch(() => '')
  return stamp === (await fingerprint())
}

async function buildAll(): Promise<void> {
  const started = Date.now()
  const stamp = await fingerprint()
  // Broken off halfway, the next start must not take it for whole.
  await rm(STAMP, { force: true })
  // Vite takes it for the development build of Lit and Preact otherwise.
  process.env.NODE_ENV = 'production'
  const { build } = await import('vite')
  for (const { configFile, mode } of BUNDLES)
    await build({ configFile: path.join(ROOT, configFile), configLoader: 'native', mode, logLevel: 'warn' })
  await Promise.all(['widget', 'console'].map((name) => compressFolder(path.join(ROOT, 'dist', name))))
  await mkdir(path.dirname(STAMP), { recursive: true })
  await writeFile(STAMP, stamp)
  say(`Built the browser bundles in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}

/** `.br` and `.gz` beside every text, as small as they get: done once here, not on every request. */
async function compressFolder(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true })
  const texts = files
    .filter((file) => /\.(js|css|html|svg)$/.test(file))
    .map((file) => path.join(folder, file))
  await Promise.all(
    texts.map(async (file) => {
      const text = await readFile(file)
      const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: text.length }
      await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }))
      await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }))
    }),
  )
}

/** Without the stack, which is the bundler's, and without its colours, which are a code a letter. */
const complain = (error: Error) => {
  process.stderr.write(`${stripVTControlCharacters(error.message)}\n`)
}

async function rebuild(): Promise<void> {
  if (!(await isFresh())) await buildAll()
}

/** Builds after every change, one build at a time, and goes on after a broken one. */
function watchSources(): void {
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  const onChange = () => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      running = running.then(rebuild).catch(complain)
    }, 100)
  }
  for (const source of SOURCES) {
    const full = path.join(ROOT, source)
    if (existsSync(full)) watch(full, { recursive: true }, onChange)
  }
}

async function main(): Promise<void> {
  const [option] = process.argv.slice(2)
  try {
    await (option === undefined ? buildAll() : rebuild())
  } catch (error) {
    complain(error as Error)
    // While developing, the next change may mend it.
    if (option !== '--watch') return process.exit(1)
  }
  if (option !== '--watch') return
  watchSources()
  const server = spawn(
    process.execPath,
    ['--watch', '--watch-preserve-output', 'server/main.ts', '--no-build'],
    { cwd: ROOT, stdio: 'inherit', env: ENVIRONMENT },
  )
  server.once('exit', (code) => process.exit(code ?? 0))
  // A terminal's Ctrl-C reaches the server too, and it wants a moment to stop: stay until it has.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => server.kill('SIGTERM'))
}

await main()
