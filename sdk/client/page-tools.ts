// Tools of the page for the AI agent: told to the server with the session, run here when their own visitor's chat asks
// for them, once in all tabs. What they return is information for an answer and opens nothing.

import type { LogEvent } from '../protocol/event.ts'
import { ApiError } from './api-error.ts'
import type { Environment } from './client-environment.ts'
import type { Call } from './command-call.ts'

/** Milliseconds a handler may take; the server waits a little longer. */
const PATIENCE = 10_000
/** So long the others are kept from running what one tab has run. */
const HOLD = 20_000
/** A tab nobody looks at lets the one before the visitor's eyes go first. */
const COURTESY = 400
const LONGEST = 8000
/** Requests are at the end of a log. */
const LOOKED_AT = 30

export interface PageToolDefinition {
  /** Snake case, such as `get_cart`. */
  name: string
  title?: string
  /** For the model: what it tells or does, and when to use it. */
  description: string
  /** JSON schema of an object; left out: no input. */
  parameters?: Record<string, unknown>
  /** `write`: the visitor is asked first. */
  effect?: 'read' | 'write'
  /** Its result, or what it resolves to, is told to the AI agent: text, or what JSON can say. */
  handler(input: Record<string, unknown>): unknown
}

interface PageToolDeps {
  env: Pick<Environment, 'lock' | 'after' | 'now'>
  call: Call
  /** Server clock minus this device's. */
  clockOffset(): number
}

type Requested = Extract<LogEvent, { type: 'action.requested' }>

export function createPageTools({ env, call, clockOffset }: PageToolDeps) {
  const tools = new Map<string, PageToolDefinition>()
  /** What this tab has seen to. */
  const seen = new Set<string>()
  let isOpen = false
  let isTold = true
  let telling: Promise<void> | null = null

  async function tell(): Promise<void> {
    // Several that are registered in one go are told together.
    await null
    while (isOpen && !isTold) {
      isTold = true
      const offered = [...tools.values()].map(({ handler: _, ...tool }) => tool)
      try {
        await call('tools.register', { tools: offered })
      } catch (error) {
        if (error instanceof ApiError && !error.retryable)
          console.warn('Deskbell refused the tools of this page:', error)
        // The next line, session or tool tries again.
        else isTold = false
        break
      }
    }
    telling = null
  }

  function flush(): void {
    if (isOpen && !isTold) telling ??= tell()
  }

  function within(result: unknown): Promise<unknown> {
    return new Promise((resolve, reject) => {
      env.after(PATIENCE, () => reject(new Error('The page did not answer in time.')))
      Promise.resolve(result).then(resolve, reject)
    })
  }

  async function answerOf({ data }: Requested): Promise<{ result: string; error?: boolean }> {
    const tool = tools.get(data.tool)
    if (!tool) return { result: 'The page has no such tool any more.', error: true }
    try {
      const value = await within(tool.handler(structuredClone(data.input)))
      const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
      return { result: text.slice(0, LONGEST).toWellFormed() }
    } catch (error) {
      console.warn(`The handler of the tool "${data.tool}" failed:`, error)
      return { result: 'The page could not tell.', error: true }
    }
  }

  async function run(event: Requested): Promise<void> {
    const answer = await answerOf(event)
    const { conversation_id, id: action_id } = event
    // Another tab may have been first, or it took too long.
    await call('action.result', { conversation_id, action_id, ...answer }).catch(() => {})
  }

  /** When it may be run: at once, or when its visitor has said yes. Null: not, or not yet. */
  function allowedAt({ id, at, data }: Requested, events: readonly LogEvent[]): string | null {
    if (data.approval === 'none') return at
    const decision = events.find((event) => event.type === 'action.decided' && event.data.action_id === id)
    return decision?.type === 'action.decided' && decision.data.approved ? decision.at : null
  }

  return {
    register(tool: PageToolDefinition): void {
      tools.set(tool.name, tool)
      isTold = false
      flush()
    },
    remove(name: string): void {
      if (!tools.delete(name)) return
      isTold = false
      flush()
    },
    /** There is a session, or the line is back. */
    opened(): void {
      isOpen = true
      isTold = tools.size === 0
      flush()
    },
    /** Resolves when the server knows of them, or does not take them. */
    told: (): Promise<void> => telling ?? Promise.resolve(),
    /** Who sat here has left: the page's tools are offered to the next session again. */
    forget(): void {
      isOpen = false
      seen.clear()
    },
    /** Runs what an open conversation asks for. */
    look(events: readonly LogEvent[]): void {
      for (const event of events.slice(-LOOKED_AT)) {
        if (event.type !== 'action.requested' || event.data.side !== 'page' || seen.has(event.id)) continue
        const since = allowedAt(event, events)
        if (since === null) continue
        seen.add(event.id)
        const age = env.now() + clockOffset() - Date.parse(since)
        // What an earlier page was asked, it answered or nobody did.
        if (age > PATIENCE || !tools.has(event.data.tool)) continue
        const hold = (): Promise<void> => new Promise((resolve) => void env.after(HOLD, resolve))
        const once = (): void =>
          void env.lock(`deskbell-action-${event.id}`, () => run(event).then(hold), true).catch(() => {})
        if (globalThis.document?.hidden) env.after(COURTESY, once)
        else once()
      }
    },
  }
}

export type PageToolBox = ReturnType<typeof createPageTools>
