// What a server answers to the AI agent's pages in demos and tests. No behaviour.

import type { AssistantCase, CaseRun, FloorEffect } from '../../protocol/assistant-case.ts'
import type { AssistantRun, Rehearsal, RunTrace, SiteAssistant } from '../../protocol/assistant-run.ts'
import { AssistantSettings } from '../../protocol/assistant-settings.ts'
import type { Tool } from '../../protocol/tool.ts'
import { idOf } from './fake-desk.ts'

const SITE = idOf(801)
const AT = '2026-11-20T09:14:00.000Z'

export const sampleAssistant: SiteAssistant = {
  site_id: SITE,
  enabled: true,
  settings: AssistantSettings.parse({
    floor: 0.6,
    topics: [
      { key: 'sponsoring', name: 'Sponsoring', examples: ['Would you sponsor our team?'], hand_over: true },
    ],
  }),
  version: 4,
}

const FLOORS = Array.from({ length: 20 }, (_, at) => at / 20)

export const sampleFloor: FloorEffect = {
  floor: 0.6,
  suggested: 0.55,
  shipped: {
    points: FLOORS.map((floor) => ({ floor, answered: 1 - floor ** 2 * 0.9, right: 0.62 + floor * 0.36 })),
    questions: 618,
    answerable: 460,
  },
  own: null,
  outcomes: 23,
  outcomes_needed: 100,
  calibration: { ece: 0.04, brier: 0.16, questions: 618, bins: [] },
}

const TRACE: RunTrace = {
  question: 'can i return brake pads i fitted once',
  steps: [
    { step: 'language', ms: 0.4, note: 'en' },
    { step: 'retrieval', ms: 3.1, note: '6 passages, 0.94' },
    { step: 'decision', ms: 0.2, note: 'answer, 0.91' },
  ],
  prompt: null,
  model: null,
  withheld: [],
  calls: [],
  prompt_tokens: 0,
  completion_tokens: 0,
  first_word_ms: 4,
  total_ms: 6,
}

const PASSAGES = [
  {
    slug: 'returning-fitted-parts',
    title: 'Returning parts you have fitted',
    passage: 'p1',
    heading: 'What we take back',
    text: 'Fitted parts can come back if they are clean and not worn through.',
    score: 0.97,
  },
]

export const sampleRehearsal: Rehearsal = {
  kind: 'answer',
  body: 'Fitted parts can come back within 60 days if they are clean and not worn through. [1]',
  citations: [
    {
      slug: 'returning-fitted-parts',
      title: 'Returning parts you have fitted',
      passage: 'p1',
      quote: 'Fitted parts can come back',
    },
  ],
  choices: [],
  answer: 'quoted',
  reason: null,
  mode: 'auto',
  language: 'en',
  topic: null,
  confidence: 0.91,
  reasons: [{ code: 'sure_enough', detail: '91 % sure: “Returning parts you have fitted”.' }],
  passages: PASSAGES,
  trace: TRACE,
}

const RUN: AssistantRun = {
  id: '0192f0c0-0000-7000-8000-000000000021',
  state: 'answered',
  kind: 'answer',
  answer: 'quoted',
  reason: null,
  confidence: 0.91,
  topic: null,
  reasons: sampleRehearsal.reasons,
  passages: PASSAGES.map(({ slug, title, score }) => ({ slug, title, score })),
  created_at: AT,
  site_id: SITE,
  conversation_id: '0192f0c0-0000-7000-8000-000000000022',
  reference: 'DB-7K3M92QF',
  question: 'Can I return brake pads I fitted once?',
  language: 'en',
  mode: 'auto',
  model: null,
  tokens: 0,
  cost: null,
  first_word_ms: 4,
  total_ms: 6,
  failure: null,
}

export const sampleCase: AssistantCase = {
  id: '0192f0c0-0000-7000-8000-000000000031',
  site_id: SITE,
  title: 'Can I return brake pads I fitted once?',
  turns: [{ by: 'customer', body: 'Can I return brake pads I fitted once?' }],
  locale: 'en',
  expected: { outcome: ['answer'], reasons: [], cites: ['returning-fitted-parts'], contains: ['60 days'] },
  must_not: ['30 days'],
  source: 'correction',
  conversation_id: null,
  message_id: null,
  article: {
    id: '0192f0c0-0000-7000-8000-000000000032',
    slug: 'returning-fitted-parts',
    title: 'Returning parts you have fitted',
    published: false,
  },
  result: {
    verdict: 'failed',
    faults: ['does not say "60 days"'],
    kind: 'answer',
    said: 'You have 30 days. [1]',
    cited: ['returning-fitted-parts'],
    reason: null,
    confidence: 0.8,
  },
  ran_at: AT,
  created_by: null,
  created_at: AT,
  updated_at: AT,
}

export const sampleTool: Tool = {
  id: '0192f0c0-0000-7000-8000-000000000041',
  name: 'order_status',
  title: 'Look up an order',
  description: 'Says where an order is. Use it when a customer asks about theirs.',
  explanation: '',
  parameters: { type: 'object', properties: {} },
  bound: {},
  effect: 'read',
  approval: 'none',
  requires_verified: false,
  endpoint: 'https://shop.example/support/order',
  enabled: true,
  previous_secret_until: null,
  created_at: AT,
  updated_at: AT,
}

const none = { pending: 0, approved: 0, edited: 0, discarded: 0, superseded: 0 }
const figures = {
  ...none,
  days: 30,
  acceptance: 0.9,
  mean_edit_distance: 0.12,
  median_seconds: 40,
  reasons: { wrong: 0, incomplete: 0, tone: 0, not_needed: 0, other: 0 },
}
const site = `/sites/${SITE}`

/** What a server answers, by method and path. */
export const fakeAssistant: Readonly<Record<string, unknown>> = {
  [`GET ${site}/assistant`]: { assistant: sampleAssistant },
  [`GET ${site}/assistant/usage`]: {
    replies: 412,
    tokens: 183_400,
    replies_per_day: 5000,
    tokens_per_day: 2_000_000,
  },
  [`GET ${site}/assistant/floor`]: sampleFloor,
  [`POST ${site}/assistant/rehearse`]: sampleRehearsal,
  'GET /assistant/runs': { runs: [RUN], next_cursor: null },
  [`GET /assistant/runs/${RUN.id}`]: {
    run: { ...RUN, passages: PASSAGES },
    body: sampleRehearsal.body,
    trace: TRACE,
  },
  'GET /assistant/drafts/figures': { ...figures, approved: 8, edited: 1, discarded: 1 },
  'GET /assistant/cases': {
    cases: [sampleCase],
    next_cursor: null,
    counts: { passed: 0, declined: 0, failed: 1, waiting: 0 },
  },
  'GET /assistant/cases/run': { run: null },
  'POST /assistant/cases/run': {
    run: {
      id: '0192f0c0-0000-7000-8000-000000000051',
      state: 'running',
      total: 4,
      done: 1,
      passed: 1,
      declined: 0,
      failed: 0,
      lost: [],
      started_at: AT,
      ended_at: null,
      failure: null,
    } satisfies CaseRun,
  },
  'POST /assistant/cases': { case: sampleCase },
  [`GET ${site}/tools`]: { tools: [sampleTool] },
  [`POST ${site}/tools/${sampleTool.id}/test`]: {
    ok: true,
    status: 200,
    result: '{"state":"packed"}',
    milliseconds: 84,
  },
}

/** Before anything has happened on the site. */
export const emptyAssistant: Readonly<Record<string, unknown>> = {
  'GET /assistant/runs': { runs: [], next_cursor: null },
  'GET /assistant/drafts/figures': { ...figures, acceptance: null },
  'GET /assistant/cases': {
    cases: [],
    next_cursor: null,
    counts: { passed: 0, declined: 0, failed: 0, waiting: 0 },
  },
  [`GET ${site}/tools`]: { tools: [] },
}
