// `npm run eval:search -- [file]`: how well search finds the articles of a file, or of the demo shop, from the questions
// asked about them. Parses its arguments, opens a scratch database, prints; the rest is search-trial.ts.

import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { runCommandLine } from './command-line.ts'
import { readDemoCorpus } from './demo-corpus.ts'
import { readEnvironment } from './environment.ts'
import { createArticles } from './knowledge/article.service.ts'
import { createEmbeddings } from './knowledge/meaning/embedding-client.ts'
import { createMeaning, type Meaning } from './knowledge/meaning/meaning.service.ts'
import { createSearch } from './knowledge/search.service.ts'
import { readSearchCorpus, type SearchCorpus } from './knowledge/search-corpus.ts'
import { figuresOf, intervalsOf, percentile, type SearchFigures } from './knowledge/search-figures.ts'
import { measureFloors, type SearchFloor } from './knowledge/search-floors.ts'
import {
  type Asked,
  createScratchWorkspace,
  createSearchTrial,
  idsBySlug,
  removeScratchWorkspace,
  splitQuestions,
} from './knowledge/search-trial.ts'
import type { Bus } from './platform/bus/bus.ts'
import { createInProcessBus } from './platform/bus/in-process-bus.ts'
import type { Database } from './platform/database/database.ts'
import { createLog } from './platform/log.ts'
import { OperatorError } from './platform/operator-error.ts'
import { withScratchDatabase } from './scratch-database.ts'

const USAGE = `Usage: npm run eval:search -- [file.json] [--remember N] [--seed N] [--worst N] [--floors] [--json]
The file holds {"articles": [{"id", "title", "body", "locale"?, "questions"?}], "questions": [{"question", "article", "locale"?}]}.
Without a file: the demo shop's articles, without their authors' further questions, and 350 questions about them.
--remember N  gives N questions of each article to the article and asks the others, the mean of three draws
--worst N     lists N questions whose article did not come first
--floors      measures PostgreSQL's own ranking beside it`
/** With remembered questions chance has a part in which; several draws even it out. */
const DRAWS = 3

type Floors = Record<SearchFloor, SearchFigures>

interface Outcome {
  asked: Asked[]
  draws: number
  floors: Floors | null
}

function readArguments() {
  try {
    const text = { type: 'string' } as const
    const flag = { type: 'boolean', default: false } as const
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { remember: text, seed: text, worst: text, floors: flag, json: flag },
    })
    if (positionals.length > 1) throw new OperatorError(USAGE)
    const number = (name: 'remember' | 'seed' | 'worst', standard: number): number => {
      const value = values[name] ?? String(standard)
      if (!/^\d{1,9}$/.test(value)) throw new OperatorError(`--${name} takes a whole number, not "${value}".`)
      return Number(value)
    }
    return {
      // npm runs scripts in the project; a relative file is meant from where the command was typed.
      file:
        positionals[0] === undefined
          ? null
          : path.resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]),
      remember: number('remember', 0),
      seed: number('seed', 1),
      worst: number('worst', 0),
      floors: values.floors,
      json: values.json,
    }
  } catch (error) {
    throw error instanceof OperatorError ? error : new OperatorError(`${(error as Error).message}\n${USAGE}`)
  }
}

async function readCorpus(file: string): Promise<SearchCorpus> {
  let value: unknown
  try {
    value = JSON.parse((await readFile(file, 'utf8')).replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new OperatorError(`${file} could not be read as JSON: ${(error as Error).message}`)
  }
  return readSearchCorpus(value)
}

/** On a terminal one line that counts, elsewhere one line a step. */
function showProgress(doing: string, done: number, total: number): void {
  const { stderr } = process
  if (stderr.isTTY) stderr.write(`\r${doing} ${done}/${total}${done === total ? '\n' : ''}`)
  else if (done === total) stderr.write(`${doing} ${total}\n`)
}

/** Search by meaning as the environment has it; its vectors are made at once, and waited for. */
function createTrialMeaning(db: Database, bus: Bus): Meaning | null {
  const { embeddings } = readEnvironment()
  if (!embeddings) return null
  console.error(`meanings by ${embeddings.model}`)
  return createMeaning({
    db,
    bus,
    embeddings: createEmbeddings(embeddings),
    jobs: { add: async () => {}, handle: () => {} },
    log: createLog({ level: 'warn' }),
    metrics: { embedding: () => {} },
    clock: () => new Date(),
    deadlineMs: 10_000,
  })
}

async function measure(
  db: Database,
  corpus: SearchCorpus,
  { remember, seed, floors }: ReturnType<typeof readArguments>,
): Promise<Outcome> {
  const bus = createInProcessBus({ onError: console.error })
  const meaning = createTrialMeaning(db, bus)
  const search = createSearch({ db, bus, meaning })
  const articles = createArticles({ db, bus, clock: () => new Date() })
  const trial = createSearchTrial({
    articles,
    search,
    prepare: meaning?.embedAll,
    onProgress: showProgress,
  })
  const workspaceId = await createScratchWorkspace(db)
  try {
    const asked: Asked[] = []
    const draws = remember > 0 ? DRAWS : 1
    for (let draw = 0; draw < draws; draw++)
      asked.push(
        ...(await trial.run(workspaceId, corpus, splitQuestions(corpus.questions, remember, seed + draw))),
      )
    const plain = floors ? await measureFloors(db, workspaceId, asked, idsBySlug(corpus)) : null
    return { asked, draws, floors: plain }
  } finally {
    search.close()
    meaning?.close()
    await removeScratchWorkspace(db, workspaceId)
    await bus.close()
  }
}

function missesOf(asked: readonly Asked[], worst: number): Asked[] {
  const depth = ({ place }: Asked): number => (place < 0 ? Number.POSITIVE_INFINITY : place)
  return asked
    .filter(({ place }) => place !== 0)
    .sort((a, b) => (depth(a) < depth(b) ? 1 : depth(a) > depth(b) ? -1 : 0))
    .slice(0, worst)
}

function showMisses(corpus: SearchCorpus, misses: readonly Asked[]): void {
  const titles = new Map(corpus.articles.map(({ id, title }) => [id, title]))
  for (const { question, article, first, place } of misses) {
    console.log(`\n${place < 0 ? 'not found' : `place ${place + 1}`}  ${question}`)
    console.log(`  wanted  ${titles.get(article)}`)
    console.log(`  first   ${first === null ? 'nothing' : titles.get(first)}`)
  }
}

async function main(): Promise<number> {
  const given = readArguments()
  const corpus = given.file === null ? await readDemoCorpus() : await readCorpus(given.file)
  const { asked, draws, floors } = await withScratchDatabase((db) => measure(db, corpus, given))
  const figures = figuresOf(asked)
  const times = asked.map(({ ms }) => ms)
  const mean = times.reduce((sum, ms) => sum + ms, 0) / times.length
  const p95 = percentile(times, 0.95)
  const intervals = intervalsOf(asked, given.seed)
  if (given.file === null) console.error('the demo shop’s articles, without their authors’ further questions')
  const misses = missesOf(asked, given.worst)
  const counts = { articles: corpus.articles.length, questions: asked.length / draws, draws }
  if (given.json) {
    const report = { ...figures, intervals, 'ms per query': mean, 'ms p95': p95, ...counts, floors, misses }
    console.log(JSON.stringify(report, null, 2))
    return 0
  }
  for (const [name, value] of Object.entries(figures)) console.log(`${name} ${value.toFixed(3)}`)
  console.log(`ms per query ${mean.toFixed(2)}`)
  console.log(`ms p95 ${p95.toFixed(2)}`)
  for (const [name, count] of Object.entries(counts)) console.log(`${name} ${count}`)
  for (const [name, { from, to }] of Object.entries(intervals))
    console.log(`95 % interval of ${name}: ${from.toFixed(3)} to ${to.toFixed(3)}`)
  for (const [name, floor] of Object.entries(floors ?? {}))
    console.log(
      `PostgreSQL, ${name}: recall@1 ${floor['recall@1'].toFixed(3)}, recall@3 ${floor['recall@3'].toFixed(3)}, MRR ${floor.MRR.toFixed(3)}`,
    )
  showMisses(corpus, misses)
  return 0
}

await runCommandLine(main)
