// Who may import whom: downward only, no cycles, no zod in what a customer's page loads. Reads every import there is.

import assert from 'node:assert/strict'
import { glob, readFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'

const ROOT = path.resolve(import.meta.dirname, '..')
const SERVER = [
  'platform',
  'accounts',
  'sites',
  'contacts',
  'conversations',
  'knowledge',
  'help-centre',
  'routing',
  'assistant',
  'escalated',
]
const BROWSER = [
  'sdk/protocol',
  'sdk/client',
  'sdk/locales',
  'sdk/elements',
  'sdk/console',
  'widget',
  'demo-site',
]
/** Rooms whose code reaches a customer's page. */
const ON_THE_PAGE = ['sdk/client', 'sdk/locales', 'sdk/elements', 'widget']

interface Import {
  from: string
  to: string
  typeOnly: boolean
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm

const roomOf = (file: string): string => {
  const [top, second] = file.split('/')
  if (top === 'server') return second!.endsWith('.ts') ? 'server' : `server/${second}`
  return top === 'sdk' ? `sdk/${second}` : top!
}

async function readImports(): Promise<Import[]> {
  const imports: Import[] = []
  const files = glob('{sdk,widget,server,demo-site}/**/*.{ts,tsx}', { cwd: ROOT })
  for await (const file of files) {
    // Tests and demo states may reach for what they need.
    if (/\.(test|demo)\.tsx?$/.test(file) || file.includes('/demo/')) continue
    const source = await readFile(path.join(ROOT, file), 'utf8')
    for (const [, type, fixed, dynamic] of source.matchAll(IMPORT)) {
      const specifier = fixed ?? dynamic!
      const to = specifier.startsWith('.')
        ? path.relative(ROOT, path.resolve(ROOT, path.dirname(file), specifier))
        : specifier
      imports.push({ from: file, to, typeOnly: type !== undefined })
    }
  }
  return imports
}

const imports = await readImports()
const isLocal = ({ to }: Import): boolean => /^(sdk|widget|server|demo-site|test|migrations)\//.test(to)
const show = (list: Import[]): string[] => list.map(({ from, to }) => `${from} imports ${to}`)

test('architecture: a server room imports only rooms below it', () => {
  const rank = (room: string): number =>
    room === 'server' ? SERVER.length : SERVER.indexOf(room.replace('server/', ''))
  const wrong = imports.filter((edge) => {
    if (!isLocal(edge) || !edge.from.startsWith('server/')) return false
    const to = roomOf(edge.to)
    // The widget's texts are data; the server lists them for owners who say it in their own words.
    if (to === 'sdk/protocol' || to === 'sdk/locales') return false
    // An entry of its own (a command line) composes what it needs, as main.ts does.
    if (/(^server\/[^/]+|\.command)\.ts$/.test(edge.from)) return !to.startsWith('server')
    return !to.startsWith('server') || rank(to) > rank(roomOf(edge.from))
  })
  assert.deepEqual(show(wrong), [])
  assert.ok(imports.some(({ from }) => from.startsWith('server/conversations/')))
})

test('architecture: browser rooms import downward only, and never the server', () => {
  const wrong = imports.filter((edge) => {
    const from = BROWSER.indexOf(roomOf(edge.from))
    if (from < 0 || !isLocal(edge)) return false
    const to = BROWSER.indexOf(roomOf(edge.to))
    return to < 0 || to > from || (roomOf(edge.from) === 'demo-site' && roomOf(edge.to) !== 'demo-site')
  })
  assert.deepEqual(show(wrong), [])
})

test('architecture: what a customer’s page loads takes the protocol as types only, and no zod', () => {
  const wrong = imports.filter((edge) => {
    if (edge.typeOnly || !ON_THE_PAGE.includes(roomOf(edge.from))) return false
    return edge.to.startsWith('sdk/protocol/') || /^zod(\/|$)/.test(edge.to)
  })
  assert.deepEqual(show(wrong), [])
})

test('architecture: no file imports itself in a circle', () => {
  const graph = new Map<string, string[]>()
  for (const edge of imports.filter((edge) => isLocal(edge) && !edge.typeOnly))
    graph.set(edge.from, [...(graph.get(edge.from) ?? []), edge.to])
  const done = new Set<string>()
  const circles: string[] = []
  const walk = (file: string, trail: string[]): void => {
    if (trail.includes(file)) circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '))
    if (done.has(file) || trail.includes(file)) return
    for (const next of graph.get(file) ?? []) walk(next, [...trail, file])
    done.add(file)
  }
  for (const file of graph.keys()) walk(file, [])
  assert.deepEqual(circles, [])
})

test('architecture: only the process’s own files and command lines touch process', async () => {
  const wrong: string[] = []
  for await (const file of glob('server/**/*.ts', { cwd: ROOT })) {
    if (
      /(\.test|\.command)\.ts$/.test(file) ||
      /^server\/(main|process|environment|command-line)\.ts$/.test(file)
    )
      continue
    const source = await readFile(path.join(ROOT, file), 'utf8')
    if (/\bprocess\.(env|exit|on|once|argv|exitCode)\b/.test(source)) wrong.push(file)
  }
  assert.deepEqual(wrong, [])
})

test('architecture: file names are unique, files hold one idea, browser code sets no HTML', async () => {
  const names = new Map<string, string[]>()
  const long: string[] = []
  const html: string[] = []
  for await (const file of glob('{sdk,widget,server,demo-site,test}/**/*.{ts,tsx}', { cwd: ROOT })) {
    const base = path.basename(file)
    names.set(base, [...(names.get(base) ?? []), file])
    const source = await readFile(path.join(ROOT, file), 'utf8')
    const limit = file.endsWith('.test.ts') ? 600 : 400
    if (source.split('\n').length > limit && !file.includes('/locales/')) long.push(file)
    if (
      /^(sdk|widget)\//.test(file) &&
      !file.endsWith('.test.ts') &&
      /\bunsafeHTML\b|\.innerHTML\s*=/.test(source)
    )
      html.push(file)
  }
  const doubled = [...names.values()].filter((files) => files.length > 1 && !files[0]!.includes('locales/'))
  assert.deepEqual({ doubled, long, html }, { doubled: [], long: [], html: [] })
})

test('architecture: no test waits without an end: what it looks for again and again is looked for by eventually', async () => {
  const endless: string[] = []
  for await (const file of glob('{{sdk,widget,server}/**/*.test.ts,test/**/*.ts}', { cwd: ROOT })) {
    if (/^test\/(bench|chaos)\//.test(file)) continue
    const source = await readFile(path.join(ROOT, file), 'utf8')
    for (const [loop] of source.matchAll(/\bwhile \((?:!|\(*await\b|.*\) await new Promise).*/g))
      endless.push(`${file}: ${loop}`)
  }
  assert.deepEqual(endless, [])
})
