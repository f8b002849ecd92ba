// One row of each kind the search finds. What was looked for is bold and, for screens without weight, underlined.

import { html, nothing, type TemplateResult } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { MessageHit, SearchResult } from '../../protocol/conversation-search.ts'
import { consoleIcon } from '../console-icon.ts'
import { age, fullTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'

export interface FoundRow {
  id: string
  open(): void
  /** False: there is nothing to open. */
  enabled: boolean
  draw(): TemplateResult
}

/** Every second piece is a hit. */
export const highlighted = (pieces: readonly string[]): unknown =>
  pieces.map((piece, index) => (index % 2 ? html`<mark>${piece}</mark>` : piece))

const when = (at: string, { now, t, locale }: Desk): TemplateResult =>
  html`<time class="muted tabular" datetime=${at} title=${fullTime(at, locale)}>${age(at, now(), t, locale)}</time>`

export function messageRow(hit: MessageHit, desk: Desk): FoundRow {
  const { t } = desk
  const customer = hit.contact.name || hit.contact.email || t('customer.unnamed')
  const by = hit.actor.name || (hit.actor.kind === 'contact' ? customer : t('event.system'))
  return {
    id: hit.event_id,
    enabled: true,
    open: () => desk.go(`/open/${hit.conversation_id}/${hit.event_id}`),
    draw: () => html`${mark(hit.actor, 28)}
      <span class="grow"><span class="first"><b class="cut"><bdi>${by}</bdi></b>${
        hit.kind === 'note'
          ? html`<span class="note">${consoleIcon('lock')}${t('search.note')}</span>`
          : nothing
      }<span class="grow"></span>${when(hit.at, desk)}</span>
      <span class="snippet" dir="auto">${highlighted(hit.snippet)}</span>
      <span class="muted cut"><bdi>${hit.subject || customer}</bdi> · ${hit.reference} · ${t(`status.${hit.status}`)}</span></span>`,
  }
}

export function personRow(person: SearchResult['people'][number], desk: Desk): FoundRow {
  const { t } = desk
  const { last_conversation_id: last } = person
  const name = person.name.join('')
  return {
    id: person.id,
    enabled: last !== null,
    open: () => last && desk.go(`/open/${last}`),
    draw: () => html`${mark({ kind: 'contact', id: person.id, name }, 28)}
      <span class="grow"><span class="first"><b class="cut"><bdi>${name ? highlighted(person.name) : t('customer.unnamed')}</bdi></b>${
        person.verified
          ? html`<span class="ok">${consoleIcon('check')}${t('search.verified')}</span>`
          : nothing
      }<span class="grow"></span>${person.last_at ? when(person.last_at, desk) : nothing}</span>
      <span class="muted cut">${person.email ? html`<bdi>${highlighted(person.email)}</bdi> · ` : nothing}${
        last ? t('palette.conversations', { n: person.conversations }) : t('search.no_conversation')
      }</span></span>`,
  }
}

export function conversationRow(each: SearchResult['conversations'][number], desk: Desk): FoundRow {
  const { t } = desk
  return {
    id: each.id,
    enabled: true,
    open: () => desk.go(`/open/${each.id}`),
    draw: () => html`${mark({ kind: 'contact', id: each.contact.id, name: each.contact.name }, 28)}
      <span class="grow"><span class="first"><b class="cut"><bdi>${
        each.subject.join('') ? highlighted(each.subject) : t('thread.untitled')
      }</bdi></b><span class="grow"></span>${when(each.at, desk)}</span>
      <span class="muted cut"><bdi>${each.contact.name || t('customer.unnamed')}</bdi> · <span class="tabular">${highlighted(each.reference)}</span> · ${t(`status.${each.status}`)}</span></span>`,
  }
}

export function articleRow(each: SearchResult['articles'][number], desk: Desk): FoundRow {
  return {
    id: each.id,
    enabled: true,
    open: () => desk.go(`/articles/${each.id}`),
    draw: () => html`<span class="face">${consoleIcon('book')}</span>
      <span class="grow"><b class="cut" dir="auto">${highlighted(each.title)}</b>${
        each.state === 'published' ? nothing : html`<span class="muted">${desk.t('search.draft')}</span>`
      }</span>`,
  }
}
