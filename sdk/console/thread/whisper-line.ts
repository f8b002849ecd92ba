// Whispers among the lines of a thread: where each stands, and how it looks. Who sees it is said with every one.

import { html } from 'lit'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { Whisper } from '../../protocol/whisper.ts'
import { consoleIcon } from '../console-icon.ts'
import { clockTime, fullTime } from '../console-time.ts'
import type { Desk } from '../desk.context.ts'
import type { LogItem } from './log-item.ts'

/** Each behind the line it was written under; those under lines that are not loaded come with them. */
function placed(items: readonly LogItem[], whispers: readonly Whisper[], from: number): readonly LogItem[] {
  const waiting = whispers.filter(({ after_seq }) => after_seq >= from)
  if (waiting.length === 0) return items
  const all: LogItem[] = []
  const put = (before: number): void => {
    while (waiting.length > 0 && waiting[0]!.after_seq < before) {
      const whisper = waiting.shift()!
      all.push({ kind: 'whisper', key: whisper.id, whisper, event: { seq: whisper.after_seq } })
    }
  }
  for (const item of items) {
    if ('event' in item) put(item.event.seq)
    const isApart = all.at(-1)?.kind === 'whisper' && item.kind === 'message' && !item.first
    all.push(isApart ? { ...item, first: true } : item)
  }
  put(Number.POSITIVE_INFINITY)
  return all
}

/** Worked out once for the same lines. */
export function createWhisperPlaces() {
  let last: { items: readonly LogItem[]; whispers: readonly Whisper[]; all: readonly LogItem[] } | undefined
  return (
    items: readonly LogItem[],
    whispers: readonly Whisper[],
    hasEarlier: boolean,
  ): readonly LogItem[] => {
    if (last?.items === items && last.whispers === whispers) return last.all
    const first = items.find((item) => 'event' in item)
    const from = hasEarlier && first && 'event' in first ? first.event.seq : 0
    last = { items, whispers, all: placed(items, whispers, from) }
    return last.all
  }
}

export function whisperLine({ id, by, to, content, at }: Whisper, { t, client, shared, locale }: Desk) {
  const mine = to.id === client.me.get()?.agent.id
  return html`<article class="note whisper" data-event=${id}>
    <div class="head">${consoleIcon('lock')}<span class="name cut">${by.name}</span><span
      class="only cut">${mine ? t('whisper.only_you') : t('whisper.only', { name: to.name })}</span><span class="after"
      ><time class="tabular" datetime=${at} title=${fullTime(at, locale)}>${clockTime(at, locale)}</time></span></div>
    <div dir="auto">${richText(content, { translator: shared })}</div>
  </article>`
}
