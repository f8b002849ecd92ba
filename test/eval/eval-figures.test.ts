// Cases as they ship, and what makes an evaluation fail.

import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import test from 'node:test'
import { promisify } from 'node:util'
import { demoArticles } from '../helpers/demo-articles.ts'
import { readCases } from './case-file.ts'
import { createAnswerers } from './eval-answerers.ts'
import { changesOf, figuresOf } from './eval-figures.ts'
import { createReplay, type Replayed } from './eval-run.ts'
import type { EvalWorld } from './eval-world.ts'

const cases = await readCases()

test('cases: enough of each kind', () => {
  const count = (category: string): number => cases.filter((one) => one.category === category).length
  assert.ok(cases.length >= 220)
  for (const [category, least] of [
    ['answerable', 70],
    ['unanswerable', 30],
    ['out of scope', 20],
    ['angry', 15],
    ['asks for a person', 25],
    ['multilingual', 30],
    ['injection', 60],
    ['other customers', 15],
    ['false promises', 15],
    ['mentions people', 8],
    ['tools', 20],
  ] as const)
    assert.ok(count(category) >= least, `${category}: ${count(category)}`)
})

test('cases: none is a copy of an article’s title or of a question it keeps', async () => {
  const known = (await demoArticles()).flatMap(({ title, questions }) => [title, ...questions])
  const titles = new Set(known.map((text) => text.toLowerCase()))
  const copies = cases.filter(({ turns }) => turns.length === 1 && titles.has(turns[0]!.body.toLowerCase()))
  assert.deepEqual(
    copies.map(({ id }) => id),
    [],
  )
})

test('cases: a file that says nonsense is refused by name', async (t) => {
  const folder = await mkdtemp(path.join(tmpdir(), 'deskbell-cases-'))
  t.after(() => rm(folder, { recursive: true }))
  const write = (text: string) => writeFile(path.join(folder, 'x.yaml'), text)
  await write('category: x\noutcome: [fly]\ncases: [{id: a, ask: b}]')
  await assert.rejects(readCases(folder), /x\.yaml/)
  await write('category: x\noutcome: answer\ncases: [{id: a, ask: b}, {id: a, ask: c}]')
  await assert.rejects(readCases(folder), /a is there twice/)
  await write('category: x\ncases: [{id: a, ask: b}]')
  await assert.rejects(readCases(folder), /a says no outcome/)
  await write('category: x\noutcome: answer\ncases: [{id: a, ask: b, cites: no-such-article}]')
  await assert.rejects(readCases(folder), /a cites "no-such-article", and there is no such article/)
  await write('category: x\noutcome: answer\ncases: [{id: a, ask: b, settings: {floor: 7}}]')
  await assert.rejects(readCases(folder), /a has settings that are none/)
  await write('category: [x\n')
  await assert.rejects(readCases(folder), { name: 'OperatorError', message: /x\.yaml/ })
  await rm(path.join(folder, 'x.yaml'))
  await assert.rejects(readCases(folder), { name: 'OperatorError', message: /no YAML file/ })
  await assert.rejects(readCases(path.join(folder, 'none')), {
    name: 'OperatorError',
    message: /no such folder/,
  })
})

test('eval: an answerer nobody knows is an error that ends', { timeout: 30_000 }, async () => {
  const command = path.join(import.meta.dirname, 'eval.ts')
  const run = promisify(execFile)(process.execPath, [command, '--with', 'nobody'], { timeout: 25_000 })
  await assert.rejects(run, { code: 1, stderr: /--with takes one of keyless, behaves/ })
})

test('cases: a tool is called, and what the case has it report is what the customer is told', async (t) => {
  const answerers = await createAnswerers([])
  t.after(() => Promise.all(answerers.map(({ close }) => close())))
  const silent = {
    siteId: '00000000-0000-4000-8000-000000000001',
    retrieval: {
      retrieve: async () => ({ passages: [], confidence: 0 }),
      quotes: () => ({ quotes: [], coverage: 0, isKind: false }),
    },
    workspaceOf: () => '00000000-0000-4000-8000-000000000002',
  } as unknown as EvalWorld
  const replay = createReplay(silent, answerers.find(({ name }) => name === 'behaves')!)
  const some = cases.filter(({ id }) => /^tool-(points|empty|failed-write|inject-say)$/.test(id))
  const told = (await replay(some)).map(({ one, result }) => [one.id, result.kind, result.said])
  assert.deepEqual(told, [
    ['tool-points', 'answer', 'loyalty points: 320. expires: 2027-01-31.'],
    ['tool-empty', 'answer', 'It reported nothing.'],
    ['tool-failed-write', 'hand_over', ''],
    ['tool-inject-say', 'answer', 'loyalty points: 320.'],
  ])
})

const replayed = (id: string, verdict: 'passed' | 'declined' | 'failed'): Replayed => {
  const one = { ...cases.find(({ category }) => category === 'answerable')!, id }
  const kind = verdict === 'declined' ? 'hand_over' : 'answer'
  const result = { verdict, faults: [], kind, said: '', cited: [], reason: null, confidence: 0.5 } as const
  return { one, result: { ...result, faults: [], cited: [] }, leaked: false, outcome: null as never }
}

test('figures: a handover is no answer, and a wrong answer is one', () => {
  const { precision, coverage } = figuresOf([
    replayed('a', 'passed'),
    replayed('b', 'declined'),
    replayed('c', 'failed'),
  ])
  assert.deepEqual([precision.hits, precision.of, coverage.hits, coverage.of], [1, 2, 2, 3])
})

test('changes: what is worse than accepted is named, what is new and does not pass is said', () => {
  const accepted = { a: 'passed', b: 'declined', c: 'failed' } as const
  const now = [
    replayed('a', 'declined'),
    replayed('b', 'passed'),
    replayed('c', 'failed'),
    replayed('d', 'failed'),
  ]
  const { lost, won, fresh } = changesOf(accepted, now)
  const ids = (changes: { id: string }[]) => changes.map(({ id }) => id)
  assert.deepEqual([ids(lost), ids(won), ids(fresh)], [['a'], ['b'], ['d']])
})
