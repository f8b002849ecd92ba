// What one OpenAI-compatible server lacks, learned from what it refuses and remembered for a while. OpenAI's own
// way is tried first; servers get better, so what was learned is forgotten after ten minutes and tried again.

export interface Traits {
  stream: boolean
  /** Tells what it counted in a stream (`stream_options`). */
  streamUsage: boolean
  tools: boolean
  format: 'schema' | 'object' | 'text'
  temperature: boolean
  limit: 'max_tokens' | 'max_completion_tokens' | 'none'
  system: boolean
}

const ALL: Traits = {
  stream: true,
  streamUsage: true,
  tools: true,
  format: 'schema',
  temperature: true,
  limit: 'max_tokens',
  system: true,
}

/** The least a server must take. */
const LEAN: Partial<Traits> = { streamUsage: false, tools: false, format: 'text', temperature: false }

const REMEMBERED_MS = 10 * 60_000

/** What a refusal complains of → what to leave out. The first that fits and changes anything counts. */
const COMPLAINTS: readonly [complaint: RegExp, change: (traits: Traits) => Partial<Traits>][] = [
  [/stream_options|include_usage/i, () => ({ streamUsage: false })],
  [
    /max_completion_tokens/i,
    ({ limit }) => ({ limit: limit === 'max_tokens' ? 'max_completion_tokens' : 'none' }),
  ],
  [/max_tokens/i, ({ limit }) => ({ limit: limit === 'max_tokens' ? 'max_completion_tokens' : 'none' })],
  [/temperature/i, () => ({ temperature: false })],
  [/json_schema/i, ({ format }) => ({ format: format === 'schema' ? 'object' : 'text' })],
  [
    /response_format|json_object|json mode|structured output/i,
    ({ format }) => ({ format: format === 'schema' ? 'object' : 'text' }),
  ],
  [/\btool|function[ _-]?call|\bfunctions\b/i, () => ({ tools: false })],
  [/\bstream(ing)?\b/i, () => ({ stream: false })],
  [
    /system['"` ]*(role|message|prompt|instruction)|role['"` :]*system|developer instruction/i,
    () => ({ system: false }),
  ],
]

export function createServerTraits({ clock }: { clock: () => Date }) {
  let learned: Partial<Traits> = {}
  let forgetAt = 0

  const changes = (traits: Traits, change: Partial<Traits>): boolean =>
    Object.entries(change).some(([name, value]) => traits[name as keyof Traits] !== value)

  return {
    now(): Traits {
      if (clock().getTime() >= forgetAt) learned = {}
      return { ...ALL, ...learned }
    },
    /** What to try after a refusal; null when nothing is left to leave out. */
    after(traits: Traits, complaint: string): Traits | null {
      for (const [pattern, change] of COMPLAINTS)
        if (pattern.test(complaint) && changes(traits, change(traits)))
          return { ...traits, ...change(traits) }
      return changes(traits, LEAN) ? { ...traits, ...LEAN } : null
    },
    /** Called once a request of these traits was taken. */
    learn(traits: Traits): void {
      const next = Object.fromEntries(
        Object.entries(traits).filter(([name, value]) => ALL[name as keyof Traits] !== value),
      )
      if (JSON.stringify(next) === JSON.stringify(learned)) return
      learned = next
      forgetAt = clock().getTime() + REMEMBERED_MS
    },
  }
}

export type ServerTraits = ReturnType<typeof createServerTraits>
