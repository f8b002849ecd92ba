// The tools of a case: what a call comes to is written in it, and nothing is done for real.

import type { ToolCall } from '../../server/assistant/model/language-model.ts'
import type { Tooling, ToolResult } from '../../server/assistant/pipeline/tooling.ts'
import type { CaseTool } from './case-file.ts'

/** Calls a question: a server allows no more either. */
const MOST_CALLS = 3

function inputOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return value !== null && typeof value === 'object' ? { ...value } : {}
  } catch {
    return {}
  }
}

const resultOf = (tool: CaseTool, input: string): ToolResult => ({
  id: `call-of-${tool.name}`,
  tool: tool.name,
  title: tool.title,
  effect: tool.effect,
  side: 'server',
  input: inputOf(input),
  outcome: tool.outcome,
  text: tool.result,
  milliseconds: 1,
  isNew: true,
})

export function createScriptedTools(tools: readonly CaseTool[]) {
  const results = tools.filter(({ called }) => called).map((tool) => resultOf(tool, '{}'))
  let calls = 0
  let faults = 0
  let waiting: ToolCall | null = null

  function wrong(why: string): string | null {
    faults += 1
    return faults > 1 ? null : why
  }

  return {
    /** For one run. */
    tooling(): Tooling {
      faults = 0
      waiting = null
      return {
        specs: tools.map(({ name, description }) => ({
          name,
          description,
          parameters: { type: 'object', properties: {} },
        })),
        results: [...results],
        async onCall(call) {
          if (!tools.some(({ name }) => name === call.name)) return wrong('There is no such tool.')
          if (results.some(({ tool }) => tool === call.name)) return wrong('This call was made already.')
          if (calls === MOST_CALLS) return wrong('No more calls.')
          calls += 1
          waiting = call
          return null
        },
        isLost: () => faults > 1,
      }
    },
    /** Whether a call was under way: now it has ended. */
    carryOut(): boolean {
      const tool = tools.find(({ name }) => name === waiting?.name)
      if (!tool) return false
      results.push(resultOf(tool, waiting!.input))
      return true
    },
  }
}
