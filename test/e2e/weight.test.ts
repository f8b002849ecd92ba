// The widget stays within its bytes: what a page pulls, counted in a browser, and each chunk for itself.

import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import test, { before } from 'node:test'
import { texts } from '../../sdk/locales/en-more.ts'
import { isLateText } from '../../widget/late-texts.ts'
import { benchBytes } from '../bench/bytes.bench.ts'
import { grown, overweight, readAccepted, weighChunks } from '../bench/chunk-weights.ts'
import { BUDGETS } from '../bench/results.ts'
import { launchBrowser } from '../helpers/browser.ts'
import { runDesk } from '../helpers/running-desk.ts'

let pulled: Awaited<ReturnType<typeof benchBytes>>

before(async () => {
  const desk = await runDesk()
  const browser = await launchBrowser()
  pulled = await benchBytes(browser, desk).finally(async () => {
    await browser.close()
    await desk.close()
  })
})

/** What has grown since it was accepted, for the message of a failed test. */
async function suspects(chunk: string): Promise<string> {
  const [now, accepted] = [await weighChunks(), await readAccepted()]
  return now[chunk] ? grown(now[chunk], accepted[chunk]).join('\n') : `there is no chunk ${chunk}`
}

test('weight: a page pulls one file of at most 2,000 bytes before anybody clicks', async () => {
  const { bytes, requests } = pulled.before
  assert.equal(requests, 1)
  assert.ok(bytes <= BUDGETS.before, `${bytes} bytes\n${await suspects('loader')}`)
})

test('weight: the panel opens with at most 16,000 bytes and three more requests', async () => {
  const { bytes, requests } = pulled.opened
  assert.ok(requests <= 4, `${requests} requests`)
  assert.ok(bytes <= BUDGETS.opened, `${bytes} bytes\n${await suspects('panel')}`)
})

test('weight: no chunk weighs more than was accepted', async () => {
  const complaints = overweight(await weighChunks(), await readAccepted())
  assert.deepEqual(complaints, [], `If it is worth it: npm run weigh -- --write\n${complaints.join('\n')}`)
})

test('weight: what a view says at once comes with it, not with the late texts', async () => {
  const late = Object.keys(texts).filter(isLateText)
  assert.ok(late.length > 100)
  const chunks = Object.entries(await weighChunks()).filter(([chunk]) => !/define|there|previews/.test(chunk))
  const early = new Set(chunks.flatMap(([, { modules }]) => Object.keys(modules)))
  const said: string[] = []
  for (const file of early) {
    if (!/^(sdk|widget)\//.test(file) || /sdk\/locales\/(..-|load-)/.test(file)) continue
    const source = await readFile(new URL(`../../${file}`, import.meta.url), 'utf8')
    said.push(...late.filter((key) => source.includes(`'${key}'`)).map((key) => `${key} in ${file}`))
  }
  assert.deepEqual(said, [])
})

test('weight: a chunk that grows is named with the source file that made it grow', async () => {
  const now = await weighChunks()
  const before = structuredClone(now)
  const { modules } = before.panel!
  const file = Object.keys(modules)[0]!
  before.panel!.bytes -= 500
  modules[file]! -= 900
  assert.deepEqual(overweight(now, before), [
    `panel weighs ${now.panel!.bytes} bytes, ${now.panel!.bytes - 500} were accepted: ${file} +900`,
  ])
})
