// What the server found for the typed words, as rows of the palette: conversations, people, articles.

import type { SearchResult } from '../../protocol/conversation-search.ts'
import { age } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import type { PaletteRow } from './palette-rows.ts'

export interface FoundActions {
  openConversation: (id: string, eventId?: string) => void
  openArticle: (id: string) => void
  /** Puts the article's address into the composer; absent where none is open. */
  insertArticle?: ((article: { id: string; slug: string; title: string }) => void) | undefined
}

type Conversation = SearchResult['conversations'][number]

export function foundRows(result: SearchResult, desk: Desk, actions: FoundActions): PaletteRow[] {
  const known = new Set(result.conversations.map(({ id }) => id))
  // Of a conversation in which many messages fit, one row; of those found by their subject, that row.
  const said = new Map(
    result.messages
      .filter(({ conversation_id }) => !known.has(conversation_id))
      .toReversed()
      .map((hit) => [hit.conversation_id, hit]),
  )
  return [
    ...result.conversations.map((each) => conversationRow(each, desk, actions)),
    ...[...said.values()].map(
      (hit): PaletteRow => ({
        pieces: hit.snippet,
        command: {
          id: `conversation.${hit.conversation_id}`,
          section: 'chats',
          label: hit.snippet.join(''),
          detail: hit.contact.name || hit.contact.email || desk.t('customer.unnamed'),
          hint: age(hit.at, desk.now(), desk.t, desk.locale),
          mark: { kind: 'contact', id: hit.contact.id, name: hit.contact.name },
          run: () => actions.openConversation(hit.conversation_id, hit.event_id),
        },
      }),
    ),
    ...result.people.map((each): PaletteRow => {
      const name = each.name.join('')
      const email = each.email?.join('') ?? ''
      const last = each.last_conversation_id
      return {
        pieces: name ? each.name : (each.email ?? [desk.t('customer.unnamed')]),
        command: {
          id: `person.${each.id}`,
          section: 'people',
          label: name || email,
          detail: name ? email : '',
          hint: desk.t('palette.conversations', { n: each.conversations }),
          mark: { kind: 'contact', id: each.id, name },
          enabled: last !== null,
          run: () => last && actions.openConversation(last),
        },
      }
    }),
    ...result.articles.map(({ id, slug, title }): PaletteRow => {
      const label = title.join('')
      const { insertArticle } = actions
      return {
        pieces: title,
        command: {
          id: `article.${id}`,
          section: 'articles',
          label,
          icon: 'book',
          run: () => actions.openArticle(id),
          ...(insertArticle && {
            secondary: {
              label: desk.t('copilot.insert'),
              run: () => insertArticle({ id, slug, title: label }),
            },
          }),
        },
      }
    }),
  ]
}

function conversationRow(each: Conversation, desk: Desk, actions: FoundActions): PaletteRow {
  const subject = each.subject.join('')
  const { t } = desk
  const status = t(`status.${each.status}`)
  return {
    pieces: subject ? each.subject : each.reference,
    command: {
      id: `conversation.${each.id}`,
      section: 'chats',
      label: subject || each.reference.join(''),
      detail: each.contact.name || t('customer.unnamed'),
      hint: t('palette.status_at', { status, when: age(each.at, desk.now(), t, desk.locale) }),
      mark: { kind: 'contact', id: each.contact.id, name: each.contact.name },
      run: () => actions.openConversation(each.id),
    },
  }
}
