// "Fix this answer": what the AI agent should have said becomes an article's draft and a case, in one transaction.
// Once customers have the article, search remembers the question.

import type * as z from 'zod'
import {
  CASE_LIMITS,
  type CaseTurn,
  type Correction,
  type NewCorrection,
} from '../../../sdk/protocol/assistant-case.ts'
import type { AssistantSettings } from '../../../sdk/protocol/assistant-settings.ts'
import type { ConversationLog } from '../../conversations/conversation-log.ts'
import type { ConversationRow } from '../../conversations/conversation-row.ts'
import type { ArticleAdmin } from '../../knowledge/articles/article-admin.service.ts'
import type { Memory } from '../../knowledge/memory/memory.service.ts'
import type { Bus } from '../../platform/bus/bus.ts'
import { cutText } from '../../platform/cut-text.ts'
import type { Database, Transaction } from '../../platform/database/database.ts'
import { errorFields } from '../../platform/error-fields.ts'
import type { Log } from '../../platform/log.ts'
import { Problem } from '../../platform/problem.ts'
import { spokenMessages, turnOf } from '../conversation-turns.ts'
import type { Turn } from '../pipeline/asked.ts'
import { languageOf } from '../pipeline/language.ts'
import { redact } from '../pipeline/redact.ts'
import { type Cases, IS_PUBLISHED } from './case.service.ts'

export interface CorrectionDeps {
  db: Database
  bus: Pick<Bus, 'on'>
  log: Pick<Log, 'warn'>
  conversationLog: Pick<ConversationLog, 'read'>
  cases: Cases
  articles: Pick<ArticleAdmin, 'create' | 'update'>
  memory: Pick<Memory, 'remember'>
  settingsOf: (workspaceId: string, siteId: string) => Promise<AssistantSettings>
  clock: () => Date
}

type Redaction = AssistantSettings['redact']

/** Events before the corrected message that are looked at. */
const LOOKED_AT = 200
/** Turns of a case that a correction makes: the question and what led to it. */
const TURNS = 12
const TITLE = 120
/** Numbers of the right answer that the next one has to say. */
const NUMBERS = 5

interface HeldArticle {
  id: string
  body: string
}

/** Without what the site's settings keep from a model: a case is read again and again. */
function safeTurn({ by, body, files, cited }: Turn, rules: Redaction): CaseTurn {
  return {
    by,
    body: redact(body, rules),
    ...(files?.length && { files: files.slice(0, 5).map((name) => redact(name, rules)) }),
    ...(cited?.length && { cited: cited.slice(0, 10) }),
  }
}

/** The wrong words give way where they stand in the article; else the answer stands under the question it answers. */
function correctedBody(
  body: string,
  { wrong, right, question }: Record<'wrong' | 'right' | 'question', string>,
): string {
  if (wrong && body.includes(wrong)) return body.replace(wrong, () => right)
  return [body.trimEnd(), `## ${question}`, right].filter(Boolean).join('\n\n')
}

const numbersOf = (text: string): string[] => [...new Set(text.match(/\d+(?:[.,]\d+)*/g))].slice(0, NUMBERS)

export function createCorrections(deps: CorrectionDeps) {
  const { db, bus, log, conversationLog, cases, articles, memory, settingsOf, clock } = deps

  async function held(workspaceId: string, slug: string): Promise<HeldArticle> {
    const [row] = await db.query<HeldArticle>(
      `select a.id, coalesce(v.body, a.body) as body from articles a
         left join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.number = a.version
        where a.workspace_id = $1 and a.slug = $2 and a.deleted_at is null`,
      [workspaceId, slug],
    )
    if (!row) throw new Problem('article-not-found')
    return row
  }

  /** The message and what led to it. @throws Problem `conversation-not-found`, `message-not-found` */
  async function scene(workspaceId: string, conversationId: string, messageId: string) {
    const [row] = await db.query<ConversationRow>(
      'select * from conversations where workspace_id = $1 and id = $2',
      [workspaceId, conversationId],
    )
    if (!row) throw new Problem('conversation-not-found')
    const [message] = await db.query<{ seq: string }>(
      `select seq from conversation_events
        where conversation_id = $1 and id = $2 and type = 'message.created' and actor_kind = 'ai'`,
      [conversationId, messageId],
    )
    if (!message) throw new Problem('message-not-found', 'Only answers of the AI agent can be corrected.')
    const range = { before: Number(message.seq), limit: LOOKED_AT, newest: true }
    const before = spokenMessages(await conversationLog.read(conversationId, 'agent', range))
    const asked = before.findLast(({ actor_kind }) => actor_kind === 'contact')
    if (!asked) throw new Problem('message-not-found', 'Nothing was asked before that message.')
    return { row, before: before.slice(-TURNS) }
  }

  /** Every correction whose article customers have by now: told to search once, on whichever node. */
  async function rememberPublished(workspaceId: string): Promise<void> {
    const rows = await db.query<{ article_id: string; turns: CaseTurn[]; locale: string | null }>(
      `update assistant_cases c set remembered_at = $2
         from articles a
        where c.workspace_id = $1 and c.remembered_at is null and a.workspace_id = c.workspace_id
          and a.id = c.article_id and ${IS_PUBLISHED}
        returning c.article_id, c.turns, c.locale`,
      [workspaceId, clock()],
    )
    for (const { article_id, turns, locale } of rows) {
      const question = turns.findLast(({ by }) => by === 'customer')?.body
      if (question)
        await memory.remember({
          workspaceId,
          articleId: article_id,
          question,
          locale: locale ?? 'en',
          source: 'correction',
        })
    }
  }

  const stop = bus.on('knowledge.changed', ({ workspaceId }) => {
    rememberPublished(workspaceId).catch((error: unknown) =>
      log.warn({ error: errorFields(error) }, 'assistant: a corrected question could not be remembered'),
    )
  })

  return {
    rememberPublished,

    /** @throws Problem `conversation-not-found`, `message-not-found`, `article-not-found`, `too-many-cases` */
    async correct(
      by: { workspaceId: string; agentId: string },
      { conversation_id, message_id, wrong, right_answer, article_slug }: z.output<typeof NewCorrection>,
    ): Promise<Correction> {
      const { workspaceId } = by
      const { row, before } = await scene(workspaceId, conversation_id, message_id)
      const rules = (await settingsOf(workspaceId, row.site_id)).redact
      const turns = before
        .map((event) => safeTurn(turnOf(event), rules))
        .filter(({ body, files }) => body || files)
      const question = turns.findLast(({ by }) => by === 'customer')?.body ?? ''
      const title = cutText(question.replace(/\s+/g, ' ').trim(), TITLE) || 'A question without words'
      const right = redact(right_answer, rules)
      const article = article_slug === null ? null : await held(workspaceId, article_slug)
      let caseId = ''
      const hand = {
        ...by,
        also: async (articleId: string, transaction: Transaction) => {
          const [written] = await db.query<{ slug: string; version: number }>(
            'select slug, version from articles where workspace_id = $1 and id = $2',
            [workspaceId, articleId],
            transaction,
          )
          caseId = await cases.write(
            by,
            {
              site_id: row.site_id,
              title,
              turns,
              locale: row.locale,
              expected: {
                outcome: ['answer'],
                reasons: [],
                cites: [written!.slug],
                contains: numbersOf(right),
              },
              must_not: wrong ? [cutText(wrong, CASE_LIMITS.text)] : [],
            },
            {
              conversationId: conversation_id,
              messageId: message_id,
              articleId,
              articleVersion: written!.version,
            },
            transaction,
          )
        },
      }
      const note = 'Correction of an answer'
      const written = article
        ? await articles.update(hand, article.id, {
            body: correctedBody(article.body, { wrong, right, question: title }),
            note,
          })
        : await articles.create(hand, {
            title,
            summary: null,
            body: right,
            questions: [],
            related: [],
            locale: languageOf(row.locale) ?? 'en',
            note,
          })
      const { id, slug, version } = written
      return {
        case: await cases.read(workspaceId, caseId),
        article: { id, slug, title: written.title, version },
      }
    },

    close: stop,
  }
}

export type Corrections = ReturnType<typeof createCorrections>
