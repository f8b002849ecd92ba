// The copilot of one conversation: asks the server, which may take its time. Nothing of it is kept or repeated.

import type { Correction, NewCorrection } from '../protocol/assistant-case.ts'
import type {
  CopilotAbilities,
  CopilotAnswer,
  CopilotArticle,
  CopilotArticles,
  CopilotLine,
  CopilotSuggestion,
  CopilotSummary,
  CopilotText,
  CopilotTriage,
  RewriteTone,
} from '../protocol/copilot.ts'
import { ApiError, fromProblem } from './api-error.ts'
import type { Environment } from './client-environment.ts'

/** A model may try twice, and then another one. */
const TIMEOUT = 45_000

export interface CopilotClient {
  abilities(): Promise<CopilotAbilities>
  /** `onText` gets the answer so far, whole. */
  ask(
    input: { question: string; previous: { question: string; answer: string }[] },
    onText: (text: string) => void,
    signal?: AbortSignal,
  ): Promise<CopilotAnswer>
  suggest(instruction?: string): Promise<CopilotSuggestion>
  summary(): Promise<CopilotSummary>
  /** @throws ApiError `model-required`, `rewrite-refused` */
  rewrite(text: string, tone: RewriteTone): Promise<CopilotText>
  /** Into the customer's language where none is named. */
  translate(text: string, to?: string): Promise<CopilotText>
  triage(): Promise<CopilotTriage>
  articles(query: string): Promise<CopilotArticles>
  /** Drafts an article from the conversation. */
  makeArticle(): Promise<CopilotArticle>
  /** What the AI agent should have answered: an article's draft and a case in one. */
  correct(correction: NewCorrection): Promise<Correction>
}

interface CopilotClientDeps {
  env: Pick<Environment, 'fetch' | 'after'>
  /** Such as `https://support.example.com/api/v1`. */
  base: string
  conversationId: string
}

/** Lines of JSON out of chunks of bytes. */
async function readLines(response: Response, onLine: (line: CopilotLine) => void): Promise<void> {
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (;;) {
    const { done, value = '' } = await reader.read()
    const lines = (rest + value).split('\n')
    rest = lines.pop()!
    for (const line of lines) if (line) onLine(JSON.parse(line))
    if (done) return
  }
}

export function createCopilotClient({ env, base, conversationId }: CopilotClientDeps): CopilotClient {
  const here = `/conversations/${conversationId}/copilot`

  /** @throws ApiError */
  async function request<T>(
    method: string,
    path: string,
    body: unknown,
    read: (response: Response) => Promise<T>,
    signal?: AbortSignal,
  ): Promise<T> {
    const abort = new AbortController()
    signal?.addEventListener('abort', () => abort.abort(), { once: true, signal: abort.signal })
    let code: 'network' | 'timeout' = 'network'
    const relax = env.after(TIMEOUT, () => {
      code = 'timeout'
      abort.abort()
    })
    try {
      const response = await env.fetch(base + path, {
        method,
        credentials: 'same-origin',
        signal: abort.signal,
        ...(body !== undefined && {
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      })
      if (response.ok) return await read(response)
      const problem = await response.json().catch(() => null)
      throw problem?.code ? fromProblem(problem) : new ApiError('unavailable', `HTTP ${response.status}`)
    } catch (error) {
      if (error instanceof ApiError || signal?.aborted) throw error
      throw new ApiError(code)
    } finally {
      relax()
    }
  }

  const json = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    request<T>(method, path, body, (response) => response.json())
  const post = <T>(path: string, body: unknown = {}): Promise<T> => json('POST', here + path, body)

  return {
    abilities: () => json('GET', here),
    ask: (input, onText, signal) =>
      request(
        'POST',
        `${here}/ask`,
        input,
        async (response) => {
          let text = ''
          let answer: CopilotAnswer | null = null
          await readLines(response, (line) => {
            if (line.type === 'problem') throw fromProblem(line.problem)
            if (line.type === 'answer') answer = line.answer
            else {
              text = line.type === 'text' ? text + line.text : ''
              onText(text)
            }
          })
          // The line broke before the end.
          if (!answer) throw new ApiError('network')
          return answer
        },
        signal,
      ),
    suggest: (instruction = '') => post('/suggest', { instruction }),
    summary: () => post('/summary'),
    rewrite: (text, tone) => post('/rewrite', { text, tone }),
    translate: (text, to) => post('/translate', { text, ...(to && { to }) }),
    triage: () => post('/triage'),
    articles: (query) => json('GET', `${here}/articles?q=${encodeURIComponent(query)}`),
    makeArticle: () => post('/article'),
    correct: (correction) => json('POST', '/assistant/corrections', correction),
  }
}
