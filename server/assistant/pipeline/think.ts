// The AI agent's mind: what is asked in, a decision with its reasons out. It writes nothing and sends nothing; the
// steps stand in files of their own, and this is their order.

import type { RunReason } from '../../../sdk/protocol/assistant-run.ts'
import type { AssistantMode } from '../../../sdk/protocol/assistant-settings.ts'
import type { HandoffReason } from '../../../sdk/protocol/conversation.ts'
import type { Choice } from '../../../sdk/protocol/site-settings.ts'
import type { Allowance } from '../allowance.ts'
import { saysAnywhere, wordsFor } from '../assistant-words.ts'
import type { LanguageModel } from '../model/language-model.ts'
import type { Calibrate } from './answer-confidence.ts'
import { createAnswering, type Live, type Written } from './answering.ts'
import { type Asked, unanswered } from './asked.ts'
import { capOf } from './caps.ts'
import { decide } from './decide.ts'
import type { Draft } from './draft.ts'
import { asksSomething, isFrustrated, withoutAnger } from './feelings.ts'
import { resolveFollowUp } from './follow-up.ts'
import { chooseLanguage, languageOf } from './language.ts'
import { modeOf } from './mode.ts'
import type { Outcome } from './outcome.ts'
import { asksForPerson } from './person-phrases.ts'
import { wantsPromise } from './promise-wish.ts'
import { redact } from './redact.ts'
import { redactTurns } from './redact-turns.ts'
import { asksAgain } from './repeated.ts'
import type { Passage, Retrieval } from './retrieval.ts'
import { type Searched, searchFor } from './search-step.ts'
import { sensitiveSubject } from './sensitive.ts'
import { smallTalk } from './small-talk.ts'
import { analyserOf } from './statement.ts'
import { actionWords, resultPassages, verdictOf } from './tooling.ts'
import { topicOf } from './topics.ts'
import { createTracer, emptyTrace } from './trace.ts'

/** Questions offered to who has only said hello. */
const OFFERED = 3
/** Fewer words than this, once the anger is out, are no question. */
const FEWEST_WORDS = 2

export interface ThinkingDeps {
  retrieval: Retrieval
  model: LanguageModel | null
  /** Titles of what is asked most, in the customer's language where there are any. */
  oftenAsked: (
    site: { workspaceId: string; siteId: string },
    locale: string | null,
    limit: number,
  ) => Promise<string[]>
  /** Left out: tokens are not counted. */
  allowance?: Allowance
  calibrate?: Calibrate
  /** Milliseconds of a clock that only goes forward. */
  now?: () => number
}

export function createThinking(deps: ThinkingDeps) {
  const { retrieval, oftenAsked, calibrate, model, now = () => performance.now() } = deps
  const write = createAnswering(deps)

  async function think(asked: Asked, live: Live = {}): Promise<Outcome> {
    const { settings, turns, since } = asked
    const trace = emptyTrace()
    const tracer = createTracer(trace, now)
    const { step } = tracer
    const pending = asked.question ?? unanswered(turns)
    const before = turns.slice(0, pending[0] ? turns.indexOf(pending[0]) : turns.length)
    const question = pending
      .map(({ body }) => body)
      .join('\n')
      .trim()
    const reasons: RunReason[] = []
    let language = languageOf(asked.locale) ?? 'en'
    let topic: string | null = null
    let departmentId: string | null = null
    let mode: AssistantMode = settings.mode
    let confidence = 0
    let passages: Passage[] = []

    const say = (code: string, detail: string): void => void reasons.push({ code, detail })
    const common = () => {
      tracer.end()
      return { language, topic, departmentId, mode, confidence, reasons, passages, trace }
    }
    const handOver = (reason: HandoffReason): Outcome => ({ kind: 'hand_over', reason, ...common() })
    const talk = (kind: 'small_talk' | 'clarify', draft: Draft): Outcome => ({ kind, draft, ...common() })
    const person = (): Choice => ({ label: wordsFor(language).person })

    if (pending.length === 0) return { kind: 'silent', ...common() }
    language = await step(
      'language',
      () => chooseLanguage(customersTexts(asked), asked.locale),
      (found) => found,
    )
    const chat = smallTalk(question, saysAnywhere('sorry', before.at(-1)?.body))
    // Before anything that may be wrong: who asks for a person gets one. "Are you a person?" only wants to know.
    if (await step('person', () => chat !== 'machine' && asksForPerson(question), String)) {
      say('asked_for_person', 'The customer asked for a person.')
      return handOver('asked_for_person')
    }
    if (asked.resolvedByPerson) {
      say('reopened', 'A person had resolved it, and the customer wrote again.')
      return handOver('reopened')
    }
    if (!question) {
      say('files_only', 'Only files were sent, which it cannot see.')
      return handOver('files_only')
    }
    const safe = await step(
      'redaction',
      () => redact(question, settings.redact),
      (text) => (text === question ? 'nothing taken out' : 'taken out'),
    )
    trace.question = safe
    const subject = await step('sensitive', () => sensitiveSubject(question, settings.sensitive), String)
    if (subject) {
      say(`sensitive_${subject}`, `It is about ${subject.replace('_', ' ')}, which people answer.`)
      return handOver('sensitive_topic')
    }
    if (wantsPromise(question)) {
      say('wants_promise', 'The customer wants a promise, which only people can give.')
      return handOver('sensitive_topic')
    }
    const found = await step(
      'topic',
      () => topicOf(safe, settings.topics, language),
      (one) => one?.topic.key ?? '',
    )
    topic = found?.topic.key ?? null
    departmentId = found?.topic.department_id ?? null
    if (found?.topic.hand_over) {
      say('topic', `“${found.topic.name}” is for people.`)
      return handOver('sensitive_topic')
    }
    const ruled = modeOf(settings, {
      topic: found?.topic ?? null,
      departmentId: departmentId ?? asked.departmentId,
    })
    mode = ruled.mode
    await step(
      'mode',
      () => ruled,
      ({ mode, by }) => `${mode}, by the ${by}`,
    )
    if (mode === 'off') {
      say('mode_off', `Switched off by the ${ruled.by}.`)
      return handOver('assistant_off')
    }
    const cap = await step(
      'caps',
      () => capOf(asked),
      (one) => one?.detail.code ?? '',
    )
    if (cap) {
      reasons.push(cap.detail)
      return handOver(cap.reason)
    }
    // Calls are made for what is sent by itself: an agent who approves drafts has their own hands.
    const tooling = mode === 'auto' && model?.ready() ? asked.tooling : undefined
    const results = asked.tooling?.results ?? []
    const told = results.findLast(({ isNew }) => isNew)
    trace.calls = results
      .filter(({ isNew }) => isNew)
      .map(({ title, input, outcome, text, milliseconds }) => ({
        tool: title,
        input,
        outcome,
        result: text,
        ms: milliseconds,
      }))
    const verdict = verdictOf(results)
    if (verdict === 'failed') {
      say('action_failed', `“${told!.title}”: ${told!.outcome}.`)
      return handOver('action_failed')
    }
    if (verdict === 'declined' || verdict === 'expired') {
      say(`action_${verdict}`, `“${told!.title}” was not done.`)
      return talk('small_talk', plainDraft(actionWords(verdict, language, told!), [person()]))
    }
    if (chat && !verdict) {
      const place = { workspaceId: asked.workspaceId, siteId: asked.site.id }
      const titles = chat === 'greeting' ? await oftenAsked(place, language, OFFERED) : []
      const often = titles.map((title) => ({ label: title.slice(0, 80), value: title.slice(0, 500) }))
      const choices = chat === 'machine' ? [person()] : often
      say('small_talk', chat === 'machine' ? 'It was asked whether it is a person.' : `No question: ${chat}.`)
      return talk('small_talk', plainDraft(wordsFor(language)[chat], choices))
    }
    if (!verdict && asksAgain(safe, redactTurns(before, settings.redact), language)) {
      say('repeated', 'The customer asks the same again, after an answer.')
      return handOver('repeated_question')
    }
    let isBare = false
    const apologise = () => talk('small_talk', plainDraft(wordsFor(language).sorry, [person()]))
    const angry = await step('feelings', () => isFrustrated(question), String)
    if (angry && !verdict) {
      const earlier = before.some(
        ({ by, body }, at) => at >= since && by === 'customer' && isFrustrated(body),
      )
      say(
        'frustrated',
        earlier ? 'The customer is at the end of their patience, again.' : 'The customer is annoyed.',
      )
      if (earlier) return handOver('frustration')
      const left = analyserOf(language)
        .terms(withoutAnger(question))
        .filter(({ stop }) => !stop)
      // Said of the answer they were given, and nothing asked: another article would be an insult.
      const complains = !/[?؟？]/.test(question) && (before.at(-1)?.cited?.length ?? 0) > 0
      const says = left.length >= FEWEST_WORDS
      // "WHERE IS MY PARCEL!!!" is a question, and its answer calms more than an apology.
      isBare = !says && left.length > 0 && asksSomething(question)
      if (complains || !(says || isBare)) return apologise()
    }
    const offered = saysAnywhere('clarify', before.at(-1)?.body)
    const weigh = (query: string, { found, passages, quoted }: Searched, mayAsk: boolean) =>
      decide({
        query,
        language,
        found: { ...found, passages },
        quoted,
        floor: settings.floor,
        mayAsk,
        calibrate,
      })
    const follow = resolveFollowUp(safe, redactTurns(before, settings.redact), { language, offered })
    const look = (query: string) => searchFor(retrieval, asked, { query, language })
    const { query, joined, search } = await step(
      'retrieval',
      async () => {
        const alone = follow.mayStandAlone ? await look(safe) : null
        return alone && weigh(safe, alone, false).kind === 'answer'
          ? { query: safe, joined: false, search: alone }
          : { ...follow, search: await look(follow.query) }
      },
      ({ search: { passages, found } }) => `${passages.length} passages, ${found.confidence.toFixed(2)}`,
    )
    if (joined) say('follow_up', 'Searched together with what was asked before.')
    trace.question = query
    const { quoted, foreign } = search
    passages = search.passages
    const decision = await step(
      'decision',
      () => weigh(query, search, settings.clarify && !offered && !angry),
      ({ kind, confidence }) => `${kind}, ${confidence.toFixed(2)}`,
    )
    confidence = decision.confidence
    reasons.push(...decision.reasons)
    const names = asked.tooling?.specs.map(({ name }) => name)
    const reported = resultPassages(results, settings.redact, names)
    const mayCall = tooling !== undefined && tooling.specs.length > 0
    /** What no article answers a tool may: then it alone is the source. */
    const byTool = decision.kind !== 'answer' && (mayCall || (verdict === 'told' && tooling !== undefined))
    if (isBare && decision.kind !== 'answer' && !byTool) return apologise()
    if (decision.kind === 'hand_over' && !byTool) return handOver(angry ? 'frustration' : 'low_confidence')
    if (decision.kind === 'clarify' && !byTool) {
      const choices = decision.subjects.map((title) => ({
        label: title.slice(0, 80),
        value: title.slice(0, 500),
      }))
      return talk('clarify', plainDraft(wordsFor(language).clarify, [...choices, person()]))
    }
    const heard: Live = mode === 'auto' ? live : live.signal ? { signal: live.signal } : {}
    const written = await step(
      'answer',
      () =>
        write({
          asked,
          language,
          passages: byTool ? reported : [...passages, ...reported],
          quoted: byTool ? { quotes: [], coverage: 0, isKind: false } : quoted,
          trace,
          tooling,
          live: {
            ...heard,
            onText(text) {
              tracer.firstWord()
              heard.onText?.(text)
            },
          },
        }),
      ({ draft, why }) => draft?.answer ?? why ?? '',
    )
    live.signal?.throwIfAborted()
    if (tooling?.isLost()) {
      say('action_failed', 'The model did not manage to call a tool.')
      return handOver('action_failed')
    }
    if (written.why === 'acting') {
      say('acting', 'A tool is called; the answer follows.')
      return { kind: 'silent', ...common() }
    }
    if (!written.draft && verdict === 'told' && told!.effect === 'write') {
      say('action_done', `“${told!.title}” is done; nothing more could be said of it.`)
      return talk('small_talk', plainDraft(actionWords('done', language, told!), []))
    }
    if (!written.draft) {
      const why = written.why ?? 'nothing_backed'
      say(why, WHY[why])
      if (written.why === 'budget_spent') return handOver('budget_spent')
      return handOver(written.why === 'unavailable' ? 'assistant_unavailable' : 'low_confidence')
    }
    const { body, answer } = written.draft
    if (answer === 'quoted' && before.some((turn, at) => at >= since && turn.body.endsWith(body))) {
      say('said_before', 'The articles say no more than what it has quoted already.')
      return handOver('repeated_question')
    }
    if (byTool) {
      say('from_tool', 'Answered from what a tool reported.')
      confidence = Math.max(confidence, settings.floor)
    }
    const draft = angry ? { ...written.draft, choices: [person()] } : written.draft
    return {
      kind: 'answer',
      draft: foreign ? inForeign(draft, foreign, language) : draft,
      ...common(),
    }
  }

  return { think }
}

const WHY: Record<NonNullable<Written['why']>, string> = {
  model_handed_over: 'The model found no answer in the passages.',
  nothing_backed: 'Nothing the model wrote was backed by a passage.',
  budget_spent: 'The allowance of tokens is spent, and nothing could be quoted.',
  unavailable: 'The model is down, and nothing could be quoted.',
  nothing_to_quote: 'No sentence of the articles answers it.',
  acting: 'A tool is called; the answer follows.',
}

const plainDraft = (body: string, choices: Choice[]): Draft => ({
  body,
  citations: [],
  answer: null,
  ...(choices.length > 0 && { choices }),
})

/** Newest first; an answer's language follows what was just written. */
const customersTexts = ({ turns }: Asked): string[] =>
  turns
    .filter(({ by, body }) => by === 'customer' && body.trim() !== '')
    .map(({ body }) => body)
    .reverse()

/** Says first that the article is in another language. */
function inForeign(draft: Draft, foreign: string, language: string): Draft {
  if (draft.answer !== 'quoted') return draft
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(foreign) ?? foreign
  return { ...draft, body: `${wordsFor(language).foreign.replace('{language}', name)}\n\n${draft.body}` }
}

export type Thinking = ReturnType<typeof createThinking>
