// `npm run lighthouse`: the demo shop with and without the tag, judged by Lighthouse in a real browser. Ends with exit
// code 1 where the tag costs a category its points. Lighthouse is large and needed here alone, so npm fetches it for the
// run; its version is fixed below.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { lighthouse } from '../bench/page-tables.ts'
import { median } from '../bench/percentile.ts'
import { writePage } from '../bench/performance-page.ts'
import { asText } from '../bench/table.ts'
import { chromiumOptions } from '../helpers/chromium.ts'
import { runDesk } from '../helpers/running-desk.ts'

const LIGHTHOUSE = 'lighthouse@13.5.0'
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const
type Category = (typeof CATEGORIES)[number]
/** A machine that does something else meanwhile costs a point or two of speed, and none of the others. */
const SLACK: Record<Category, number> = { performance: 2, accessibility: 0, 'best-practices': 0 }
type Scores = Record<Category, number>

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, write: { type: 'boolean', default: false } },
})
const runs = Number(values.runs)

/** The shop as it is, or with the tag taken out of its pages, from a server that only hands on. */
async function serveShop(shop: string, strip: boolean): Promise<{ url: string; close(): void }> {
  const proxy = http.createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', shop))
    const type = answer.headers.get('content-type') ?? 'application/octet-stream'
    const body = Buffer.from(await answer.arrayBuffer())
    const page = strip && type.startsWith('text/html')
    const cache = answer.headers.get('cache-control')
    response.writeHead(answer.status, { 'Content-Type': type, ...(cache && { 'Cache-Control': cache }) })
    response.end(page ? body.toString().replace(/<script[^>]*data-site[^>]*><\/script>/, '') : body)
  })
  proxy.listen(0, '127.0.0.1')
  await once(proxy, 'listening')
  return {
    url: `http://localhost:${(proxy.address() as AddressInfo).port}/product.html?p=skarv-rotor`,
    close: () => {
      proxy.closeAllConnections()
      proxy.close()
    },
  }
}

async function judge(url: string, folder: string, env: NodeJS.ProcessEnv, flags: string): Promise<Scores> {
  const report = path.join(folder, 'report.json')
  const child = spawn(
    'npm',
    [
      'exec',
      '--yes',
      `--package=${LIGHTHOUSE}`,
      '--',
      'lighthouse',
      url,
      '--output=json',
      `--output-path=${report}`,
      '--quiet',
      `--only-categories=${CATEGORIES.join(',')}`,
      `--chrome-flags=${flags}`,
    ],
    { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
  let told = ''
  child.stderr.on('data', (chunk: Buffer) => {
    told += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  if (code !== 0) throw new Error(`Lighthouse ended with ${code}:\n${told.slice(-2000)}`)
  const { categories } = JSON.parse(await readFile(report, 'utf8')) as {
    categories: Record<Category, { score: number | null }>
  }
  return Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round((categories[name].score ?? 0) * 100)]),
  ) as Scores
}

const desk = await runDesk()
const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-lighthouse-'))
const { executablePath, args } = await chromiumOptions()
const env = { ...process.env, CHROME_PATH: executablePath }
const flags = ['--headless=new', ...args].join(' ')
const pages = {
  'without the tag': await serveShop(desk.shop, true),
  'with the tag': await serveShop(desk.shop, false),
}
try {
  const scores: Record<string, Scores> = {}
  for (const [name, { url }] of Object.entries(pages)) {
    const all: Scores[] = []
    for (let i = 0; i < runs; i++) all.push(await judge(url, folder, env, flags))
    scores[name] = Object.fromEntries(
      CATEGORIES.map((category) => [category, median(all.map((one) => one[category]))]),
    ) as Scores
  }
  console.log(asText(lighthouse(scores)))
  if (values.write) await writePage({ lighthouse: scores })
  const [without, tagged] = Object.values(scores) as [Scores, Scores]
  const worse = CATEGORIES.filter((category) => tagged[category] < without[category] - SLACK[category])
  if (worse.length > 0) {
    console.error(`The tag costs ${worse.join(' and ')}.`)
    process.exitCode = 1
  }
} finally {
  for (const { close } of Object.values(pages)) close()
  await desk.close()
  await rm(folder, { recursive: true, force: true })
}
