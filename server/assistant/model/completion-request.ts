// One chat completion as JSON, with as much of OpenAI's protocol as the server is known to take.

import type { OpenAI } from 'openai'
import type { Prompt, ToolSpec, Turn } from './language-model.ts'
import type { Traits } from './server-traits.ts'
import { promptWithTools } from './tool-prompting.ts'

/** Of one answer. */
const MOST_TOKENS = 800

export interface Asked {
  prompt: Prompt
  tools?: readonly ToolSpec[]
  /** The answer is to be JSON of this schema. */
  schema?: Record<string, unknown>
}

function messageOf(turn: Turn): OpenAI.ChatCompletionMessageParam {
  if (turn.role === 'tool') return { role: 'tool', tool_call_id: turn.callId, content: turn.content }
  if (turn.role === 'assistant' && turn.calls)
    return {
      role: 'assistant',
      content: turn.content || null,
      tool_calls: turn.calls.map(({ id, name, input }) => ({
        id,
        type: 'function',
        function: { name, arguments: input },
      })),
    }
  return { role: turn.role, content: turn.content }
}

/** Some servers refuse two turns of one side in a row. */
function merged(turns: readonly Turn[]): Turn[] {
  const kept: Turn[] = []
  for (const turn of turns) {
    const last = kept.at(-1)
    const alike = last?.role === turn.role && turn.role !== 'tool' && !('calls' in turn && turn.calls)
    if (alike && !('calls' in last && last.calls))
      kept[kept.length - 1] = { ...last, content: `${last.content}\n\n${turn.content}` }
    else kept.push(turn)
  }
  return kept
}

type Request = OpenAI.ChatCompletionCreateParams

function responseFormat({ schema }: Asked, { format }: Traits): Pick<Request, 'response_format'> {
  if (!schema || format === 'text') return {}
  if (format === 'object') return { response_format: { type: 'json_object' } }
  return {
    response_format: { type: 'json_schema', json_schema: { name: 'answer', schema, strict: false } },
  }
}

export function completionRequest(model: string, asked: Asked, traits: Traits): Request {
  const { schema, tools = [] } = asked
  const form =
    schema && traits.format !== 'schema'
      ? `\n\nAnswer with one JSON value of this JSON schema and nothing else:\n${JSON.stringify(schema)}`
      : ''
  const fitted = traits.tools ? asked.prompt : promptWithTools(asked.prompt, tools)
  const system = fitted.system + form
  const turns = merged(
    traits.system ? fitted.turns : [{ role: 'user', content: system } as Turn, ...fitted.turns],
  )
  const messages = turns.map(messageOf)
  if (traits.system) messages.unshift({ role: 'system', content: system })
  return {
    model,
    messages,
    ...(traits.stream && { stream: true }),
    ...(traits.stream && traits.streamUsage && { stream_options: { include_usage: true } }),
    ...(traits.temperature && { temperature: schema ? 0 : 0.2 }),
    ...(traits.limit !== 'none' && { [traits.limit]: MOST_TOKENS }),
    ...(traits.tools &&
      tools.length > 0 && {
        tools: tools.map((tool) => ({ type: 'function', function: { ...tool } })),
      }),
    ...responseFormat(asked, traits),
  }
}
