// A run in a process of its own, so that a seed's memory goes with it: takes its options as JSON, hands the result up.

import { writeFile } from 'node:fs/promises'
import { type RunOptions, runSeed } from './chaos-run.ts'
import { checkRun } from './history-checker.ts'
import { summarise } from './run-story.ts'

const options = JSON.parse(process.argv[2]!) as RunOptions & { keep: string | null }
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))

const result = await runSeed(options)
const violations = checkRun(result)
if (options.keep)
  await writeFile(options.keep, result.history.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
process.send!(summarise(options.seed, result, violations), () => process.exit(0))
