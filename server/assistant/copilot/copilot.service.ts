// The copilot: what the AI agent does for an agent in one conversation. Reads it, asks, and sends nothing.

import type { AssistantSettings } from '../../../sdk/protocol/assistant-settings.ts'
import type { Citation } from '../../../sdk/protocol/citation.ts'
import type {
  CopilotAnswer,
  CopilotArticles,
  CopilotSuggestion,
  CopilotSummary,
  CopilotText,
  CopilotTriage,
  RewriteTone,
} from '../../../sdk/protocol/copilot.ts'
import type { AgentPrincipal } from '../../accounts/principal.ts'
import { authorize } from '../../conversations/access.ts'
import type { ConversationLog } from '../../conversations/conversation-log.ts'
import type { ConversationDetail, ConversationViews } from '../../conversations/conversation-view.ts'
import { cutText } from '../../platform/cut-text.ts'
import { markdownToTree } from '../../platform/markdown/markdown-tree.ts'
import { spokenMessages, turnOf } from '../conversation-turns.ts'
import type { Turn } from '../pipeline/asked.ts'
import { chooseLanguage } from '../pipeline/language.ts'
import type { Outcome } from '../pipeline/outcome.ts'
import { asksForPerson } from '../pipeline/person-phrases.ts'
import type { Retrieval } from '../pipeline/retrieval.ts'
import type { Rehearsing } from '../rehearse.ts'
import type { Runs } from '../run.service.ts'
import { type ArticleText, createCopilotArticle } from './copilot-article.ts'
import { type CopilotListener, createCopilotAsk } from './copilot-ask.ts'
import { lastAsked, type Said, saidIn } from './copilot-conversation.ts'
import type { CopilotModel, CopilotPurse } from './copilot-model.ts'
import { createCopilotRewrite } from './copilot-rewrite.ts'
import { createCopilotSummary } from './copilot-summary.ts'
import { createCopilotTriage } from './copilot-triage.ts'
import { createVeil, type Veil } from './veil.ts'

/** Of the log: more than anybody reads at a glance. */
const EVENTS = 200
const SNIPPET = 160
const HITS = 8
/** What an agent reads first may be less sure than what a customer is told. */
const SUGGESTED_FROM = 0.2

export interface FoundArticle {
  id: string
  slug: string
  title: string
  text: string
  passage: string | null
}

export interface CopilotDeps {
  model: CopilotModel
  retrieval: Retrieval
  rehearse: Rehearsing
  runs: Pick<Runs, 'recordUse'>
  views: Pick<ConversationViews, 'load'>
  conversationLog: Pick<ConversationLog, 'read'>
  settingsOf: (workspaceId: string, siteId: string) => Promise<AssistantSettings>
  departmentsOf: (workspaceId: string) => Promise<{ id: string; name: string }[]>
  findArticles: (
    at: { workspaceId: string; siteId: string; locale: string | null },
    query: string,
    limit: number,
  ) => Promise<FoundArticle[]>
  /** Where customers read it. */
  articleUrl: (siteId: string, slug: string, passage: string | null) => Promise<string>
  createArticle: (
    agent: AgentPrincipal,
    text: ArticleText & { locale: string },
  ) => Promise<{ id: string; slug: string; title: string }>
  clock: () => Date
}

interface Here {
  row: ConversationDetail
  settings: AssistantSettings
  said: Said[]
  turns: Turn[]
  purse: CopilotPurse
  veil: Veil
}

export function createCopilot(deps: CopilotDeps) {
  const { model, retrieval, rehearse, runs, views, conversationLog, settingsOf, clock } = deps
  const askOf = createCopilotAsk({ model, retrieval })
  const summarise = createCopilotSummary({ model })
  const { rewrite, translate } = createCopilotRewrite({ model })
  const triageOf = createCopilotTriage({ model })
  const writeArticle = createCopilotArticle({ model })

  /** @throws Problem `conversation-not-found` */
  async function here(workspaceId: string, conversationId: string): Promise<Here> {
    const row = await views.load(workspaceId, conversationId)
    const settings = await settingsOf(workspaceId, row.site_id)
    const events = await conversationLog.read(row.id, 'agent', { limit: EVENTS, newest: true })
    return {
      row,
      settings,
      said: saidIn(events, row.contact_name || 'The customer'),
      turns: spokenMessages(events).map(turnOf),
      purse: {
        workspaceId,
        siteId: row.site_id,
        conversationId: row.id,
        tokensPerDay: settings.limits.tokens_per_day,
      },
      veil: createVeil(settings.redact),
    }
  }

  async function at(agent: AgentPrincipal, conversationId: string): Promise<Here> {
    const found = await here(agent.workspaceId, conversationId)
    authorize(agent, found.row)
    return found
  }

  /** What the customer still wants to know, wishes for a person left out: one is here. */
  function questionOf(turns: readonly Turn[]): Turn[] {
    const since = turns.findLastIndex(({ by }) => by !== 'customer') + 1
    const open = turns.slice(since)
    const asked = (open.length > 0 ? open : turns).filter(
      ({ by, body }) => by === 'customer' && body.trim() && !asksForPerson(body),
    )
    if (asked.length > 0) return open.length > 0 ? asked : asked.slice(-1)
    return turns.filter(({ by, body }) => by === 'customer' && !asksForPerson(body)).slice(-1)
  }

  /** The AI agent with an agent's rights: nothing is too delicate or too unsure to be looked at by a person. */
  async function suggestion({ row, turns }: Here, instruction: string): Promise<Outcome> {
    const question = questionOf(turns)
    const asked = {
      workspaceId: row.workspace_id,
      siteId: row.site_id,
      locale: row.locale,
      pageUrl: row.page?.url ?? null,
      settings: {
        mode: 'auto',
        sensitive: [],
        topics: [],
        departments: {},
        floor: SUGGESTED_FROM,
        clarify: false,
      },
      ...(instruction && { instruction }),
    }
    const outcome = await rehearse({ ...asked, turns, question })
    if ('draft' in outcome || question.length === 0) return outcome
    // That it was asked before, or angrily, is no reason not to help the agent: once more without what was said.
    return rehearse({ ...asked, turns: question, question })
  }

  return {
    hasModel: model.isThere,

    /** @throws Problem `conversation-not-found` */
    async check(agent: AgentPrincipal, conversationId: string): Promise<void> {
      authorize(agent, await views.load(agent.workspaceId, conversationId))
    },

    async ask(
      agent: AgentPrincipal,
      conversationId: string,
      input: { question: string; previous: { question: string; answer: string }[] },
      listener: CopilotListener,
      signal: AbortSignal,
    ): Promise<CopilotAnswer> {
      const { row, purse, veil, said } = await at(agent, conversationId)
      return askOf(
        { purse, veil, siteName: row.site_name, said, locale: row.locale, signal, ...input },
        listener,
      )
    },

    async suggest(
      agent: AgentPrincipal,
      conversationId: string,
      instruction: string,
    ): Promise<CopilotSuggestion> {
      const found = await at(agent, conversationId)
      const outcome = await suggestion(found, instruction)
      const { prompt_tokens: tokensIn, completion_tokens: tokensOut, model: name, total_ms } = outcome.trace
      if (name && tokensIn + tokensOut > 0)
        await runs.recordUse({ ...found.purse, model: name, tokensIn, tokensOut, milliseconds: total_ms })
      const { confidence } = outcome
      const nothing = { body: '', content: [], citations: [] as Citation[], answer: null, confidence }
      if (!('draft' in outcome))
        return { ...nothing, reason: outcome.kind === 'hand_over' ? outcome.reason : 'low_confidence' }
      const { body, citations, answer } = outcome.draft
      const content = markdownToTree(body, { citations: citations.length, breaks: true })
      return { body, content, citations, answer, confidence, reason: null }
    },

    async summary(
      agent: AgentPrincipal,
      conversationId: string,
      signal: AbortSignal,
    ): Promise<CopilotSummary> {
      const { purse, said, veil } = await at(agent, conversationId)
      return summarise(purse, said, veil, signal)
    },

    /** For a handoff, where nobody has asked: the same words, in nobody's name. */
    async summaryOf(
      workspaceId: string,
      conversationId: string,
      signal: AbortSignal,
    ): Promise<CopilotSummary> {
      const { purse, said, veil } = await here(workspaceId, conversationId)
      return summarise(purse, said, veil, signal)
    },

    async rewrite(
      agent: AgentPrincipal,
      conversationId: string,
      { text, tone }: { text: string; tone: RewriteTone },
      signal: AbortSignal,
    ): Promise<CopilotText> {
      const { purse, veil } = await at(agent, conversationId)
      return { text: await rewrite({ purse, veil, text, signal }, tone), language: null }
    },

    async translate(
      agent: AgentPrincipal,
      conversationId: string,
      { text, to }: { text: string; to: string | null },
      signal: AbortSignal,
    ): Promise<CopilotText> {
      const { row, purse, veil, said } = await at(agent, conversationId)
      const theirs = said.filter(({ kind }) => kind === 'customer').map(({ body }) => body)
      const language = to ?? chooseLanguage(theirs.toReversed(), row.locale ?? row.contact_locale)
      return { text: await translate({ purse, veil, text, signal }, language), language }
    },

    async triage(agent: AgentPrincipal, conversationId: string, signal: AbortSignal): Promise<CopilotTriage> {
      const { row, settings, purse, veil, said } = await at(agent, conversationId)
      return triageOf({
        purse,
        veil,
        said,
        topics: settings.topics,
        departments: await deps.departmentsOf(agent.workspaceId),
        departmentId: row.department_id,
        locale: row.locale,
        waitingSince: row.waiting_since,
        now: clock(),
        signal,
      })
    },

    /** Articles for a query, or for what the customer asked. */
    async articles(agent: AgentPrincipal, conversationId: string, query: string): Promise<CopilotArticles> {
      const { row, said } = await at(agent, conversationId)
      const asked =
        query ||
        lastAsked(said)
          .map(({ body }) => body)
          .join('\n')
      if (!asked.trim()) return { articles: [] }
      const place = { workspaceId: agent.workspaceId, siteId: row.site_id, locale: row.locale }
      const found = await deps.findArticles(place, asked, HITS)
      return {
        articles: await Promise.all(
          found.map(async ({ id, slug, title, text, passage }) => ({
            id,
            slug,
            title,
            snippet: cutText(text.replace(/\s+/g, ' '), SNIPPET),
            passage,
            url: await deps.articleUrl(row.site_id, slug, null),
          })),
        ),
      }
    },

    /** Drafts an article from what was asked and answered here. */
    async article(agent: AgentPrincipal, conversationId: string, signal: AbortSignal) {
      const { row, purse, said } = await at(agent, conversationId)
      const customer = { name: row.contact_name, email: row.contact_email }
      const text = await writeArticle(purse, said, customer, signal)
      const locale = chooseLanguage([text.body, text.title], row.locale)
      return { article: await deps.createArticle(agent, { ...text, locale }) }
    },
  }
}

export type Copilot = ReturnType<typeof createCopilot>
