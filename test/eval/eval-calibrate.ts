// Asks every question with a known answer without any floor, and sees which answers are right: what the AI agent's
// probabilities are fitted to. Writes the result where the pipeline reads it.

import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { CaseExpectation } from '../../sdk/protocol/assistant-case.ts'
import { AssistantSettings } from '../../sdk/protocol/assistant-settings.ts'
import { type Calibration, calibrate, type Observed } from '../../server/assistant/evaluation/calibration.ts'
import { judge, seenOf } from '../../server/assistant/evaluation/case-judge.ts'
import { featuresOf, type Signals } from '../../server/assistant/pipeline/answer-confidence.ts'
import { createThinking } from '../../server/assistant/pipeline/think.ts'
import { OFF_TOPIC } from '../helpers/off-topic-questions.ts'
import { QUESTIONS } from '../helpers/search-questions.ts'
import type { EvalCase } from './case-file.ts'
import type { EvalWorld } from './eval-world.ts'

const FILE = path.resolve(import.meta.dirname, '../../server/assistant/evaluation/calibration-data.ts')

/** A question of search's own set as a case: right is an answer from one of its articles. */
const questionCase = (q: string, slugs: string[], locale: string): EvalCase => ({
  id: q,
  category: 'search',
  turns: [{ by: 'customer', body: q }],
  locale,
  pageUrl: null,
  expected: CaseExpectation.parse({ outcome: [slugs.length > 0 ? 'answer' : 'hand_over'], cites: slugs }),
  notReasons: [],
  mustNot: [],
  settings: {},
  articles: [],
  tools: [],
})

/** Whether an answer to it is right or wrong, and not just harmless. */
const isJudged = ({ expected, category }: EvalCase): boolean =>
  category !== 'injection' &&
  category !== 'other customers' &&
  (!expected.outcome.includes('answer') || expected.cites.length > 0)

export async function observe(world: EvalWorld, cases: readonly EvalCase[]): Promise<Observed[]> {
  const all = [
    ...cases.filter(isJudged),
    ...QUESTIONS.map(({ q, slugs, locale }) => questionCase(q, slugs, locale ?? 'en')),
    ...OFF_TOPIC.map((q) => questionCase(q, [], 'en')),
  ]
  const observed: Observed[] = []
  for (const one of all) {
    let signals: Signals | undefined
    const { think } = createThinking({
      retrieval: world.retrieval,
      model: null,
      oftenAsked: async () => [],
      calibrate(seen) {
        signals = seen
        return 1
      },
    })
    const outcome = await think({
      workspaceId: world.workspaceOf(one),
      site: { id: world.siteId, name: 'Fjordline', helpHosts: [] },
      conversationId: null,
      locale: one.locale,
      pageUrl: null,
      departmentId: null,
      settings: AssistantSettings.parse({ ...one.settings, floor: 0, clarify: false }),
      contact: { id: null, verified: false },
      turns: one.turns,
      since: 0,
    })
    if (!signals || outcome.kind !== 'answer') continue
    const { verdict } = judge(seenOf(outcome), one.expected, one.mustNot)
    observed.push({
      features: featuresOf(signals),
      right: verdict === 'passed',
      answerable: one.expected.outcome.every((kind) => kind === 'answer'),
      group: one.expected.cites[0] ?? one.id,
    })
  }
  return observed
}

export async function recalibrate(world: EvalWorld, cases: readonly EvalCase[]): Promise<Calibration> {
  const calibration = calibrate(await observe(world, cases))
  const text = `// Written by \`npm run eval -- --calibrate\`; not by hand.

import type { Calibration } from './calibration.ts'

export const CALIBRATION: Calibration = ${JSON.stringify(calibration, null, 2)}
`
  await writeFile(FILE, text)
  return calibration
}
