// What a run leaves behind for administrators: each step with its time, and what a model was given and wrote.

import type { RunStep, RunTrace } from '../../../sdk/protocol/assistant-run.ts'

export type Trace = RunTrace

export const emptyTrace = (): Trace => ({
  question: '',
  steps: [],
  prompt: null,
  model: null,
  withheld: [],
  calls: [],
  prompt_tokens: 0,
  completion_tokens: 0,
  first_word_ms: null,
  total_ms: 0,
})

/** Times steps into a trace. @param now milliseconds of a clock that only goes forward */
export function createTracer(trace: Trace, now: () => number) {
  const began = now()
  const rounded = (ms: number): number => Math.round(ms * 10) / 10

  return {
    /** Runs one step; its result as `note` makes of it stands beside its time. */
    async step<T>(
      name: RunStep['step'],
      work: () => T | Promise<T>,
      note?: (result: T) => string,
    ): Promise<T> {
      const from = now()
      const result = await work()
      trace.steps.push({ step: name, ms: rounded(now() - from), note: note?.(result) ?? '' })
      return result
    },
    firstWord(): void {
      trace.first_word_ms ??= rounded(now() - began)
    },
    end(): void {
      trace.total_ms = rounded(now() - began)
    },
  }
}

export type Tracer = ReturnType<typeof createTracer>
