// A conversation as a document for its customer: what they see of it and no more, as it reads now.

import type { MessageData } from '../../sdk/protocol/event.ts'
import type { Block } from '../../sdk/protocol/rich-text-tree.ts'
import type { VisitorPrincipal } from '../contacts/visitor.ts'
import type { Mail } from '../platform/mail/mail.service.ts'
import { wordsIn } from '../platform/mail/mail-language.ts'
import { writeLetter } from '../platform/mail/mail-letter.ts'
import { authorize } from './access.ts'
import type { ConversationLog } from './conversation-log.ts'
import type { EventRow } from './conversation-row.ts'
import type { ConversationDetail, ConversationViews } from './conversation-view.ts'
import { foldedMessages } from './folded-rows.ts'
import { TRANSCRIPT_WORDS, type TranscriptWords } from './transcript-words.ts'

const ROWS_AT_ONCE = 500
/** Of a longer log the newest are left out: a document of this size is read by nobody, and holds up everybody. */
const MOST_ROWS = 10_000
/** Characters of messages. */
const MOST_TEXT = 1_000_000

export interface Transcript {
  /** Without a suffix. */
  filename: string
  subject: string
  text: string
  html: string
}

export interface TranscriptDeps {
  log: Pick<ConversationLog, 'read'>
  views: Pick<ConversationViews, 'load'>
  mail: Mail
  /** Where anybody can read a passage that an answer cites; the help centre ranks higher. */
  articleUrl: (siteId: string, slug: string, passage: string | null) => Promise<string>
}

/** The reader's clock is not known here; a zone that is named misleads nobody. */
const timeOf = (at: Date | string): string =>
  `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`

/** What an answer was taken from, as links, each once. */
async function sourcesOf(
  { data }: EventRow,
  url: (slug: string, passage: string | null) => Promise<string>,
): Promise<Block[]> {
  const { citations = [] } = data as Partial<MessageData>
  if (citations.length === 0) return []
  const items = await Promise.all(
    citations.map(async ({ slug, title, passage }): Promise<Block[]> => {
      const link = { type: 'link' as const, url: await url(slug, passage), children: [title] }
      return [{ type: 'paragraph', children: [link] }]
    }),
  )
  return [{ type: 'list', ordered: true, items }]
}

function blocksOf(event: EventRow, words: TranscriptWords, sources: Block[]): Block[] {
  const { content, attachments = [] } = event.data as MessageData
  const name = event.actor_name || (event.actor_kind === 'contact' ? words.you : '')
  const head = { type: 'strong' as const, children: [name] }
  return [
    { type: 'paragraph', children: [head, ` · ${timeOf(event.created_at)}`] },
    ...content,
    ...sources,
    ...(attachments.length > 0
      ? [
          {
            type: 'paragraph' as const,
            children: [`${words.files} ${attachments.map((file) => file.name).join(', ')}`],
          },
        ]
      : []),
    { type: 'thematicBreak' },
  ]
}

const sizeOf = ({ data }: EventRow): number => (data as Partial<MessageData>).body?.length ?? 0

/** The first of them, as far as there is room for their text. */
function upTo(room: number, messages: EventRow[]): EventRow[] {
  let left = room
  return messages.filter((message) => {
    left -= sizeOf(message)
    return left >= 0
  })
}

export function createTranscripts({ log, views, mail, articleUrl }: TranscriptDeps) {
  async function messages(conversationId: string): Promise<EventRow[]> {
    const rows: EventRow[] = []
    let text = 0
    for (;;) {
      const after = Number(rows.at(-1)?.pub_seq ?? 0)
      const more = await log.read(conversationId, 'visitor', { after, limit: ROWS_AT_ONCE })
      rows.push(...more)
      for (const row of more) text += sizeOf(row)
      // Whole, so that an edit is found however far behind its message it stands.
      if (more.length < ROWS_AT_ONCE || rows.length >= MOST_ROWS || text > MOST_TEXT)
        return upTo(MOST_TEXT, foldedMessages(rows))
    }
  }

  async function open(visitor: VisitorPrincipal, conversationId: string): Promise<ConversationDetail> {
    const row = await views.load(visitor.workspaceId, conversationId)
    authorize(visitor, row)
    return row
  }

  async function write(row: ConversationDetail, asked: string | null) {
    const { words, locale } = wordsIn(TRANSCRIPT_WORDS, asked ?? row.locale)
    const subject = words.title.replace('{reference}', row.reference).replace('{site}', () => row.site_name)
    const content: Block[] = [{ type: 'heading', depth: 2, children: [subject] }]
    for (const event of await messages(row.id)) {
      const sources = await sourcesOf(event, (slug, passage) => articleUrl(row.site_id, slug, passage))
      content.push(...blocksOf(event, words, sources))
    }
    return { subject, content, locale }
  }

  return {
    /** @throws Problem `conversation-not-found` */
    async of(visitor: VisitorPrincipal, conversationId: string, locale: string | null): Promise<Transcript> {
      const row = await open(visitor, conversationId)
      return { filename: `conversation-${row.reference}`, ...writeLetter(await write(row, locale)) }
    },

    /** @throws Problem `mail-off`, `conversation-not-found` */
    async send(
      visitor: VisitorPrincipal,
      conversationId: string,
      { email, locale }: { email: string; locale: string | null },
    ): Promise<void> {
      mail.demand()
      const row = await open(visitor, conversationId)
      const about = { workspaceId: row.workspace_id, to: email, kind: 'transcript', fromName: row.site_name }
      await mail.send({ ...about, ...(await write(row, locale)) })
    },
  }
}

export type Transcripts = ReturnType<typeof createTranscripts>
