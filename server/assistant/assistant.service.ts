// The AI agent at work: one durable job a customer message, fenced by the epoch it began under. What to say is decided
// in pipeline/think.ts; here it is carried out.

import { createHash } from 'node:crypto'
import type { Actor } from '../../sdk/protocol/actor.ts'
import type { RunState } from '../../sdk/protocol/assistant-run.ts'
import type { AssistantSettings } from '../../sdk/protocol/assistant-settings.ts'
import type { HandoffReason } from '../../sdk/protocol/conversation.ts'
import type { AppendResult, Cause, ConversationLog } from '../conversations/conversation-log.ts'
import type { ConversationRow, EventRow } from '../conversations/conversation-row.ts'
import type { Handoff } from '../conversations/handoff.service.ts'
import { isOpen } from '../conversations/lifecycle.ts'
import type { Messages } from '../conversations/message.service.ts'
import type { Bus, BusTopics } from '../platform/bus/bus.ts'
import type { Database } from '../platform/database/database.ts'
import { errorFields } from '../platform/error-fields.ts'
import type { JobPayloads, JobRun, Jobs } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log.ts'
import { Problem } from '../platform/problem.ts'
import { derivedUuid } from '../platform/uuid.ts'
import type { ToolsFor } from './actions/run-tools.ts'
import type { SiteAllowance } from './allowance.ts'
import { type ReadConversation, readConversation } from './asked-of.ts'
import type { Asked } from './pipeline/asked.ts'
import type { Draft } from './pipeline/draft.ts'
import type { Outcome } from './pipeline/outcome.ts'
import type { Thinking } from './pipeline/think.ts'
import type { Tooling } from './pipeline/tooling.ts'
import type { Runs } from './run.service.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'assistant.answer': { workspace_id: string; conversation_id: string }
  }
}

/** Rows of the log that are looked at: the turn cap's hundred replies and what stands between them. */
const ROWS_READ = 300
/** So many times an answer is tried, within some ten seconds; then a person is called. */
const TRIES = 3
/** Handing over is tried on for days: a customer is never left without a word. */
const MOST_ATTEMPTS = 25

/** Why a run ended early: not a fault, and not to be retried. */
class Ended extends Error {
  readonly state: 'stopped' | 'stale'
  constructor(state: 'stopped' | 'stale') {
    super(state)
    this.state = state
  }
}

/** The epoch a run may write under. */
export interface Fence {
  workspaceId: string
  conversationId: string
  epoch: number
}

/** What waits for an agent instead of being sent. */
export interface Drafts {
  /** @throws Problem `stale-assignment` */
  create(
    agent: Actor,
    at: Fence,
    outcome: Extract<Outcome, { draft: Draft }>,
    cause: Cause,
  ): Promise<AppendResult>
}

/** What an answer's site has to say. */
export interface SiteFacts {
  name: string
  /** Hosts of its help centre. */
  helpHosts: readonly string[]
}

export interface AssistantDeps {
  db: Database
  bus: Bus
  log: Log
  jobs: Jobs
  conversationLog: ConversationLog
  messages: Messages
  handoff: Handoff
  thinking: Thinking
  runs: Runs
  allowance: Pick<SiteAllowance, 'takeReply' | 'repliesToday'>
  /** Null: what would wait for an agent is theirs to write. */
  drafts: Drafts | null
  toolsFor: ToolsFor
  assistantOf: (workspaceId: string) => Promise<Actor | null>
  siteFacts: (siteId: string) => Promise<SiteFacts>
  settingsOf: (workspaceId: string, siteId: string) => Promise<AssistantSettings>
}

type Payload = JobPayloads['assistant.answer']

interface Run {
  row: ConversationRow
  agent: Actor
  runId: string
  seenSeq: number
  read: ReadConversation
  signal: AbortSignal
}

interface Ending {
  state: RunState
  outcome?: Outcome
  traceDays?: number
}

export function createAssistant(deps: AssistantDeps) {
  const { db, bus, log, jobs, conversationLog, messages, handoff, thinking, runs, allowance, drafts } = deps
  const { assistantOf, siteFacts, settingsOf, toolsFor } = deps
  const running = new Map<string, AbortController>()
  let closing = false

  // Enqueued in the transaction that stored the customer's message: neither is there without the other.
  conversationLog.onAppend(async ({ conversation, events }, transaction) => {
    if (!conversation.assignee_id || !isOpen(conversation.status) || conversation.spam_at) return
    const asked = events.some((event) => event.type === 'message.created' && event.actor_kind === 'contact')
    const returned = events.some((event) => event.type === 'conversation.assigned')
    // What a call came to is told by the one who asked for it.
    const ended = events.some((event) => event.type === 'action.completed')
    if (!asked && !returned && !ended) return
    const agent = await assistantOf(conversation.workspace_id)
    if (agent?.id !== conversation.assignee_id) return
    const payload = { workspace_id: conversation.workspace_id, conversation_id: conversation.id }
    const options = {
      queue: `conversation:${conversation.id}`,
      key: `answer:${conversation.id}`,
      maxAttempts: MOST_ATTEMPTS,
    }
    await jobs.add('assistant.answer', payload, options, transaction)
  })

  /** Another message, or another owner: what is being written no longer fits. */
  const overtakes = ({ type, actor_kind }: EventRow): boolean =>
    (type === 'message.created' && actor_kind !== 'ai') ||
    ((type === 'message.edited' || type === 'message.deleted') && actor_kind === 'contact') ||
    type === 'conversation.assigned' ||
    type === 'conversation.handed_over' ||
    type === 'conversation.status_changed'

  async function onAppended(news: BusTopics['conversation.appended']): Promise<void> {
    const { conversation_id, from_seq, to_seq, here } = news
    const run = running.get(conversation_id)
    if (!run) return
    const range = { after: from_seq - 1, before: to_seq + 1, limit: to_seq - from_seq + 1 }
    const events = here?.events ?? (await conversationLog.read(conversation_id, 'agent', range))
    if (events.some(overtakes)) run.abort(new Ended('stale'))
  }

  const stops = [
    bus.on('conversation.appended', (news) => {
      // Unread, the answer goes out, and the next job answers what it missed.
      onAppended(news).catch((error: unknown) =>
        log.warn({ error: errorFields(error) }, 'assistant: news of another node could not be read'),
      )
    }),
    bus.on('answer.stop', ({ conversation_id }) => running.get(conversation_id)?.abort(new Ended('stopped'))),
  ]

  const fenceOf = (row: ConversationRow): Fence => ({
    workspaceId: row.workspace_id,
    conversationId: row.id,
    epoch: row.assignment_epoch,
  })

  /** Chunks on the bus: what the customer sees being written. */
  function announcer({ row, agent, runId }: Run) {
    let off = 0
    let begun = false
    return {
      write(text: string): void {
        begun = true
        const chunk = { conversation_id: row.id, gen: runId, off, text, actor: agent }
        bus.emit('answer.chunk', chunk, { ephemeral: true })
        off += text.length
      },
      end(outcome: 'sent' | 'withheld' | 'stopped'): void {
        if (begun || outcome === 'stopped')
          bus.emit('answer.ended', { conversation_id: row.id, gen: runId, outcome })
      },
      /** A second attempt writes over the first. */
      restart(): void {
        off = 0
      },
    }
  }

  /** One answer to one state of the log: a job that runs twice finds its first answer. */
  function causeOf({ row, agent, seenSeq }: Run): Cause {
    const cid = derivedUuid(row.id, seenSeq, row.assignment_epoch)
    return { cid, digest: createHash('sha256').update('assistant.answer').digest(), actorId: agent.id! }
  }

  async function askedOf({ row, read }: Run, settings: AssistantSettings, tooling: Tooling): Promise<Asked> {
    const site = { workspaceId: row.workspace_id, siteId: row.site_id }
    const [{ name, helpHosts }, { verified, ...spent }, repliesToday] = await Promise.all([
      siteFacts(row.site_id),
      runs.spent({ contactId: row.contact_id, conversationId: row.id }),
      allowance.repliesToday(site),
    ])
    return {
      workspaceId: row.workspace_id,
      site: { id: row.site_id, name, helpHosts },
      conversationId: row.id,
      locale: row.locale,
      pageUrl: row.page?.url ?? null,
      departmentId: row.department_id,
      settings,
      contact: { id: row.contact_id, verified },
      turns: read.turns,
      since: read.since,
      question: read.question,
      resolvedByPerson: read.resolvedByPerson,
      spent: { ...spent, repliesToday },
      tooling,
    }
  }

  async function giveUp({ row, agent }: Run, outcome: Outcome, reason: HandoffReason): Promise<RunState> {
    await handoff.giveUp(agent, fenceOf(row), reason, {
      language: outcome.language,
      care: outcome.reasons.some(({ code }) => code === 'sensitive_self_harm'),
      departmentId: outcome.departmentId,
    })
    return 'handed_over'
  }

  /** Sends, drafts or hands over what was decided. */
  async function carryOut(run: Run, outcome: Outcome, settings: AssistantSettings): Promise<RunState> {
    if (outcome.kind === 'silent')
      return outcome.reasons.some(({ code }) => code === 'acting') ? 'acting' : 'silent'
    if (outcome.kind === 'hand_over') return giveUp(run, outcome, outcome.reason)
    const { row, agent } = run
    if (outcome.mode !== 'auto') {
      if (!drafts) return giveUp(run, outcome, 'assistant_off')
      await drafts.create(agent, fenceOf(row), outcome, causeOf(run))
      return 'drafted'
    }
    const site = { workspaceId: row.workspace_id, siteId: row.site_id }
    if (!(await allowance.takeReply(site, settings.limits.replies_per_day)))
      return giveUp(run, outcome, 'budget_spent')
    const { helpHosts } = await siteFacts(row.site_id)
    const allowedLinkHosts = outcome.draft.answer === null ? [] : [...settings.link_hosts, ...helpHosts]
    const answer = { ...outcome.draft, allowedLinkHosts }
    await messages.answer(agent, fenceOf(row), answer, undefined, causeOf(run))
    return 'answered'
  }

  async function answer(run: Run): Promise<Ending> {
    const { row, signal } = run
    // The process died between its answer and the run's end.
    if (await conversationLog.holds(row.id, causeOf(run))) return { state: 'answered' }
    const tools = await toolsFor(row, run.agent, run.read.answered)
    // Somebody has to say yes or no first, and nothing was written since.
    if (tools.waitsSince > run.read.askedSeq) return { state: 'acting' }
    const settings = await settingsOf(row.workspace_id, row.site_id)
    const say = announcer(run)
    try {
      const live = { signal, onText: say.write, onRestart: say.restart }
      const outcome = await thinking.think(await askedOf(run, settings, tools), live)
      signal.throwIfAborted()
      const state = await carryOut(run, outcome, settings)
      say.end(state === 'answered' ? 'sent' : 'withheld')
      return { state, outcome, traceDays: settings.trace_days }
    } catch (error) {
      say.end(error instanceof Ended && error.state === 'stopped' ? 'stopped' : 'withheld')
      throw error
    }
  }

  /** The conversation, if it is the AI agent's to answer; a draft that waits answers for it. */
  async function held({ workspace_id, conversation_id }: Payload) {
    const [row] = await db.query<ConversationRow>(
      'select * from conversations where id = $1 and workspace_id = $2',
      [conversation_id, workspace_id],
    )
    const agent = await assistantOf(workspace_id)
    if (!row || !agent || row.assignee_id !== agent.id || !isOpen(row.status) || row.draft_id) return null
    return { row, agent }
  }

  /** True: overtaken by news while it wrote, so that there may be more to answer. */
  async function tryOnce(payload: Payload): Promise<boolean> {
    const found = await held(payload)
    if (!found) return false
    const { row, agent } = found
    const done = await runs.answeredUpTo(row.id)
    const events = await conversationLog.read(row.id, 'agent', { limit: ROWS_READ, newest: true })
    const read = readConversation(events, agent, done)
    if (read.seenSeq === null) return false
    const { seenSeq } = read
    const { workspaceId, conversationId, epoch } = fenceOf(row)
    const runId = await runs.begin({ workspaceId, conversationId, epoch, seenSeq })
    const abort = new AbortController()
    running.set(row.id, abort)
    const run: Run = { row, agent, runId, seenSeq, read, signal: abort.signal }
    try {
      await runs.end(runId, await answer(run))
      return false
    } catch (error) {
      const stale = error instanceof Problem && error.code === 'stale-assignment'
      if (error instanceof Ended || stale) {
        await runs.end(runId, { state: error instanceof Ended ? error.state : 'stale' })
        // Nobody else has taken over: the job is for the next process.
        if (closing) throw error
        return true
      }
      await runs.end(runId, { state: 'failed', failure: error instanceof Error ? error.message : 'unknown' })
      throw error
    } finally {
      if (running.get(row.id) === abort) running.delete(row.id)
    }
  }

  /** The last resort: the customer is told, and a person has them. */
  async function surrender(payload: Payload): Promise<void> {
    const found = await held(payload)
    if (!found) return
    const { row, agent } = found
    await handoff.giveUp(agent, fenceOf(row), 'assistant_unavailable').catch((error: unknown) => {
      if (!(error instanceof Problem && error.code === 'stale-assignment')) throw error
    })
  }

  async function handle(payload: Payload, { attempt }: JobRun): Promise<void> {
    if (closing) throw new Ended('stale')
    try {
      if (attempt > TRIES) throw new Error('An answer was tried too often.')
      // Not left to the next job: it would wait for the pool to look for work again.
      while (await tryOnce(payload));
    } catch (error) {
      if (attempt < TRIES || closing) throw error
      log.error(
        { error: errorFields(error), conversation: payload.conversation_id },
        'assistant: gave up; a person is called',
      )
      await surrender(payload)
    }
  }

  jobs.handle('assistant.answer', handle)

  return {
    /** Answers at work break off; their jobs are taken up again by the next process. */
    close: (): void => {
      closing = true
      for (const stop of stops) stop()
      for (const controller of running.values()) controller.abort(new Ended('stale'))
    },
  }
}

export type Assistant = ReturnType<typeof createAssistant>
