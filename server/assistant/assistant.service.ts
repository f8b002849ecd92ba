// The AI agent at work: one durable job a customer message, fenced by the epoch it began under.
// Steps: wish for a person → caps → small talk → redact → retrieve → decide → answer or hand over.

import { createHash } from 'node:crypto'
import type { Actor } from '../../sdk/protocol/actor.ts'
import type { HandoffReason } from '../../sdk/protocol/conversation.ts'
import type { MessageData } from '../../sdk/protocol/event.ts'
import type { Cause, ConversationLog } from '../conversations/conversation-log.ts'
import type { ConversationRow, EventRow } from '../conversations/conversation-row.ts'
import { foldedMessages } from '../conversations/folded-rows.ts'
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
import { wordsFor } from './assistant-words.ts'
import { type LanguageModel, ModelFailure } from './model/model.ts'
import { modelAnswer } from './model/model-answer.ts'
import type { Draft } from './pipeline/draft.ts'
import { asksForPerson } from './pipeline/person-phrases.ts'
import { buildPrompt } from './pipeline/prompt.ts'
import { quotedAnswer } from './pipeline/quoted-answer.ts'
import { redact } from './pipeline/redact.ts'
import type { Passage, Retrieval } from './pipeline/retrieval.ts'
import { smallTalk } from './pipeline/small-talk.ts'
import type { RunOutcome, Runs } from './run.service.ts'

declare module '../platform/jobs/jobs.ts' {
  interface JobPayloads {
    'assistant.answer': { workspace_id: string; conversation_id: string }
  }
}

/** Turns an hour one customer may have of the AI agent; then a person takes over. */
const TURNS_PER_HOUR = 20
const PASSAGES = 6
const TURNS_OF_CONTEXT = 8
/** Questions offered to who has only said hello. */
const OFFERED = 3
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

export interface AssistantDeps {
  db: Database
  bus: Bus
  log: Log
  jobs: Jobs
  conversationLog: ConversationLog
  messages: Messages
  handoff: Handoff
  retrieval: Retrieval
  runs: Runs
  /** Null: answers quote the articles. */
  model: LanguageModel | null
  assistantOf: (workspaceId: string) => Promise<Actor | null>
  siteName: (workspaceId: string, siteId: string) => Promise<string>
  /** Titles of what is asked most, in the customer's language where there are any. */
  oftenAsked: (workspaceId: string, locale: string | null, limit: number) => Promise<string[]>
}

type Payload = JobPayloads['assistant.answer']

interface Turn {
  row: ConversationRow
  agent: Actor
  runId: string
  seenSeq: number
  /** The customer's words since the last answer. */
  question: string
  history: EventRow[]
  signal: AbortSignal
}

const bodyOf = (event: EventRow): string => (event.data as MessageData).body

/** What the model reads of a message. It never sees a file, and is told so: their names are all it has of them. */
function turnText(event: EventRow): string {
  const { body, attachments = [] } = event.data as MessageData
  const names = attachments.map(({ name }) => JSON.stringify(redact(name))).join(', ')
  return [redact(body), names && `[Attached, and not visible to you: ${names}]`].filter(Boolean).join('\n')
}

export function createAssistant(deps: AssistantDeps) {
  const {
    db,
    bus,
    log,
    jobs,
    conversationLog,
    messages,
    handoff,
    retrieval,
    runs,
    model,
    assistantOf,
    siteName,
    oftenAsked,
  } = deps
  const running = new Map<string, AbortController>()
  let closing = false

  // Enqueued in the transaction that stored the customer's message: neither is there without the other.
  conversationLog.onAppend(async ({ conversation, events }, transaction) => {
    if (!conversation.assignee_id || !isOpen(conversation.status)) return
    const asked = events.some((event) => event.type === 'message.created' && event.actor_kind === 'contact')
    const returned = events.some((event) => event.type === 'conversation.assigned')
    if (!asked && !returned) return
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

  const at = ({ row }: Turn) => ({
    workspaceId: row.workspace_id,
    conversationId: row.id,
    epoch: row.assignment_epoch,
  })

  /** Chunks on the bus: what the customer sees being written. */
  function announcer({ row, agent, runId }: Turn) {
    let off = 0
    return {
      write(text: string): void {
        bus.emit(
          'answer.chunk',
          { conversation_id: row.id, gen: runId, off, text, actor: agent },
          { ephemeral: true },
        )
        off += text.length
      },
      end: (outcome: 'sent' | 'withheld' | 'stopped'): void =>
        bus.emit('answer.ended', { conversation_id: row.id, gen: runId, outcome }),
      /** A second attempt writes over the first. */
      restart(): void {
        off = 0
      },
    }
  }

  /** One answer to one state of the log: a job that runs twice finds its first answer. */
  function causeOf({ row, agent, seenSeq }: Turn): Cause {
    const cid = derivedUuid(row.id, seenSeq, row.assignment_epoch)
    return { cid, digest: createHash('sha256').update('assistant.answer').digest(), actorId: agent.id! }
  }

  async function send(turn: Turn, draft: Draft): Promise<void> {
    // Links of a machine's answer lead nowhere outside; sources are citations.
    const answer = { ...draft, allowedLinkHosts: [] }
    await messages.answer(turn.agent, at(turn), answer, undefined, causeOf(turn))
  }

  async function giveUp(
    turn: Turn,
    reason: HandoffReason,
    more: Partial<RunOutcome> = {},
  ): Promise<RunOutcome> {
    await handoff.giveUp(turn.agent, at(turn), reason)
    return { state: 'handed_over', failure: reason, ...more }
  }

  /** One try with the model, one more after a quick failure; then null, and the articles are quoted. */
  async function tryModel(turn: Turn, passages: Passage[], say: ReturnType<typeof announcer>) {
    if (!model?.ready()) return null
    const turns = turn.history.slice(-TURNS_OF_CONTEXT).map((event) => ({
      role: event.actor_kind === 'contact' ? ('user' as const) : ('assistant' as const),
      content: turnText(event),
    }))
    const { row, signal } = turn
    const prompt = buildPrompt({
      siteName: await siteName(row.workspace_id, row.site_id),
      locale: row.locale,
      passages,
      turns,
    })
    for (let attempt = 1; attempt <= 2 && model.ready(); attempt++) {
      try {
        say.restart()
        return await modelAnswer({ model, prompt, passages, onText: say.write, signal })
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
        log.warn({ attempt, reason: error.message, conversation: row.id }, 'assistant: the model failed')
        if (error.slow) return null
      }
    }
    return null
  }

  async function answer(turn: Turn): Promise<RunOutcome> {
    const { row, question } = turn
    // The process died between its answer and the run's end.
    if (await conversationLog.holds(row.id, causeOf(turn))) return { state: 'answered' }
    // Files without a word: it could only guess what they show.
    if (!question.trim()) return giveUp(turn, 'files_only')
    if (asksForPerson(question)) return giveUp(turn, 'asked_for_person')
    if ((await runs.countRecent(row.contact_id)) > TURNS_PER_HOUR) return giveUp(turn, 'turn_limit')
    const talk = smallTalk(question)
    if (talk) {
      const titles = talk === 'greeting' ? await oftenAsked(row.workspace_id, row.locale, OFFERED) : []
      const choices = titles.map((title) => ({ label: title.slice(0, 80), value: title }))
      await send(turn, {
        body: wordsFor(row.locale)[talk],
        citations: [],
        answer: null,
        ...(choices.length > 0 && { choices }),
      })
      return { state: 'answered', mode: null }
    }
    const asked = redact(question)
    const { passages, confidence } = await retrieval.retrieve(row.workspace_id, asked, {
      locale: row.locale,
      limit: PASSAGES,
    })
    const facts = { confidence, passages: passages.map(({ slug, passage }) => ({ slug, passage })) }
    if (confidence < retrieval.floor || passages.length === 0) return giveUp(turn, 'low_confidence', facts)
    const say = announcer(turn)
    try {
      const written = await tryModel(turn, passages, say)
      turn.signal.throwIfAborted()
      if (written && !written.draft) {
        say.end('withheld')
        return giveUp(turn, 'low_confidence', { ...facts, mode: 'model', tokens: written.tokens })
      }
      const draft = written?.draft ?? quotedAnswer(retrieval, asked, passages)
      if (!draft) {
        say.end('withheld')
        return giveUp(turn, model ? 'assistant_unavailable' : 'low_confidence', facts)
      }
      if (draft.answer === 'quoted') {
        say.restart()
        for (const paragraph of draft.body.split(/(?<=\n\n)/)) say.write(paragraph)
      }
      await send(turn, draft)
      say.end('sent')
      return { state: 'answered', mode: draft.answer, tokens: written?.tokens ?? 0, ...facts }
    } catch (error) {
      say.end(error instanceof Ended && error.state === 'stopped' ? 'stopped' : 'withheld')
      throw error
    }
  }

  /** The conversation, if it is the AI agent's to answer. */
  async function held({ workspace_id, conversation_id }: Payload) {
    const [row] = await db.query<ConversationRow>(
      'select * from conversations where id = $1 and workspace_id = $2',
      [conversation_id, workspace_id],
    )
    const agent = await assistantOf(workspace_id)
    return row && agent && row.assignee_id === agent.id && isOpen(row.status) ? { row, agent } : null
  }

  /** True: overtaken by news while it wrote, so that there may be more to answer. */
  async function tryOnce(payload: Payload): Promise<boolean> {
    const found = await held(payload)
    if (!found) return false
    const { row, agent } = found
    const done = await runs.answeredUpTo(row.id)
    const events = await conversationLog.read(row.id, 'agent', { limit: 60, newest: true })
    // As it reads now: an edit of what is unanswered is part of the question, what was deleted is not.
    const history = foldedMessages(events)
    // What a person has replied to is answered, when they give the conversation back.
    const person = history.findLast(({ actor_kind }) => actor_kind === 'human' || actor_kind === 'bot')
    const answered = Math.max(done, Number(person?.seq ?? 0))
    const unanswered = history.filter(
      (event) => event.actor_kind === 'contact' && Number(event.seq) > answered,
    )
    const newest = unanswered.at(-1)
    if (!newest) return false
    const seenSeq = Number(newest.seq)
    const runId = await runs.begin({
      workspaceId: row.workspace_id,
      conversationId: row.id,
      epoch: row.assignment_epoch,
      seenSeq,
    })
    const abort = new AbortController()
    running.set(row.id, abort)
    const question = unanswered.map(bodyOf).join('\n')
    const turn: Turn = { row, agent, runId, seenSeq, question, history, signal: abort.signal }
    try {
      await runs.end(runId, await answer(turn))
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
    const fence = { workspaceId: row.workspace_id, conversationId: row.id, epoch: row.assignment_epoch }
    await handoff.giveUp(agent, fence, 'assistant_unavailable').catch((error: unknown) => {
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
