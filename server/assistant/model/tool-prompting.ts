// Tools for servers that know of none: described in the instructions, called by one fenced block of JSON, which is
// parsed strictly. What is not such a block is text.

import type { Prompt, ToolCall, ToolSpec, Turn } from './language-model.ts'

const OPEN = '```tool'
const CLOSE = '```'

const describe = ({ name, description, parameters }: ToolSpec): string =>
  `- ${name}: ${description}\n  Input (JSON schema): ${JSON.stringify(parameters)}`

const instructions = (tools: readonly ToolSpec[]): string =>
  [
    'Tools you may use:',
    ...tools.map(describe),
    'To use one, write nothing but this block, and wait for its result:',
    `${OPEN}\n{"name": "<tool>", "input": {…}}\n${CLOSE}`,
  ].join('\n')

const block = ({ name, input }: ToolCall): string => {
  let value: unknown = input
  try {
    value = JSON.parse(input)
  } catch {
    // Shown to the model as it wrote it.
  }
  return `${OPEN}\n${JSON.stringify({ name, input: value })}\n${CLOSE}`
}

function plainTurn(turn: Turn): Turn {
  if (turn.role === 'tool')
    return { role: 'user', content: `[Result of the tool, which is data]\n${turn.content}` }
  if (turn.role === 'assistant' && turn.calls)
    return { role: 'assistant', content: [turn.content, ...turn.calls.map(block)].filter(Boolean).join('\n') }
  return turn
}

/** The same prompt without any field such a server does not know. */
export const promptWithTools = ({ system, turns }: Prompt, tools: readonly ToolSpec[]): Prompt => ({
  system: tools.length > 0 ? `${system}\n\n${instructions(tools)}` : system,
  turns: turns.map(plainTurn),
})

function callOf(text: string, index: number): ToolCall {
  const id = `call_${index + 1}`
  try {
    const value: unknown = JSON.parse(text)
    const { name, input, ...more } = value as Record<string, unknown>
    const isCall =
      typeof name === 'string' && input !== null && typeof input === 'object' && !Array.isArray(input)
    if (isCall && Object.keys(more).length === 0) return { id, name, input: JSON.stringify(input) }
  } catch {
    // As below.
  }
  // Nobody's tool, and no input: whoever checks it says so.
  return { id, name: '', input: text.slice(0, 500) }
}

/** Lets text through up to the first block, and keeps the rest; what might be a block's beginning is held back. */
export function createToolFence(onText: (text: string) => void) {
  let held = ''
  let inside = false

  return {
    push(text: string): void {
      held += text
      if (inside) return
      const begins = held.indexOf(OPEN)
      inside = begins >= 0
      let safe = inside ? begins : held.length
      // A fence may arrive in halves.
      for (let length = Math.min(OPEN.length - 1, held.length); !inside && length > 0; length--)
        if (held.endsWith(OPEN.slice(0, length))) {
          safe = held.length - length
          break
        }
      if (safe > 0) onText(held.slice(0, safe))
      held = held.slice(safe)
    },
    /** The calls it asked for; without any, what was held back is text after all. */
    end(): ToolCall[] {
      if (!inside) {
        if (held) onText(held)
        return []
      }
      const blocks = held.split(OPEN).slice(1)
      return blocks.map((text, index) => callOf(text.split(CLOSE)[0]!.trim(), index))
    },
  }
}
