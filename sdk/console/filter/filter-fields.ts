// The fields of the filter as they are drawn: a choice of several, a span of days, numbers, words.

import { html, nothing, type TemplateResult } from 'lit'
import type { ConversationField, InboxFilter } from '../../protocol/triage.ts'
import { consoleIcon } from '../console-icon.ts'
import { without } from './filter-choices.ts'
import { type FilterNames, LIST_KEYS, type ListKey, wordsOf } from './filter-words.ts'

interface FilterFields {
  names: FilterNames
  fields: readonly ConversationField[]
  set: (filter: InboxFilter) => void
  /** As `set`, for what is typed. */
  typed: (filter: InboxFilter) => void
  choose: (key: ListKey, anchor: Element) => void
}

const DAYS = [1, 7, 30, 90]
const MINUTES = [15, 60, 240, 1440]
const SCORES = [1, 2, 3, 4, 5]

const textIn = (event: Event): string => (event.target as HTMLInputElement | HTMLSelectElement).value

export function filterFields(filter: InboxFilter, parts: FilterFields): TemplateResult[] {
  const { names, fields, set, typed } = parts
  const { t } = names
  const field = (name: string, control: unknown): TemplateResult =>
    html`<div class="field"><span class="name" aria-hidden="true">${name}</span>${control}</div>`
  const text = html`<input type="text" name="text" maxlength="200" autocomplete="off" aria-label=${t('filter.text')}
    placeholder=${t('filter.text.hint')} .value=${filter.text ?? ''}
    @input=${(event: Event) => typed(textIn(event).trim() ? { ...filter, text: textIn(event).trim() } : without(filter, 'text'))}>`
  const choices = LIST_KEYS.filter((key) => key !== 'site_ids' || names.sites.length > 1).map((key) =>
    field(
      t(`filter.${key}`),
      html`<button class="choice" type="button" name=${key} aria-haspopup="listbox"
        aria-label="${t(`filter.${key}`)}: ${wordsOf(key, filter, names) || t('filter.any')}"
        @click=${(event: Event) => parts.choose(key, event.currentTarget as Element)}>
        <span class="grow cut ${filter[key] ? '' : 'muted'}">${wordsOf(key, filter, names) || t('filter.any')}</span>${consoleIcon('down')}</button>`,
    ),
  )
  return [
    field(t('filter.text'), text),
    ...choices,
    field(t('filter.rating'), rating(filter, parts)),
    field(t('filter.created'), span('created', filter, parts)),
    field(t('filter.updated'), span('updated', filter, parts)),
    field(
      t('filter.unanswered_minutes'),
      html`<select aria-label=${t('filter.unanswered_minutes')} @change=${(event: Event) => {
        const minutes = Number(textIn(event))
        set(minutes ? { ...filter, unanswered_minutes: minutes } : without(filter, 'unanswered_minutes'))
      }}>${option('', t('filter.any'), !filter.unanswered_minutes)}${[
        ...new Set([...MINUTES, ...(filter.unanswered_minutes ? [filter.unanswered_minutes] : [])]),
      ].map((m) =>
        option(
          String(m),
          m < 60 ? t('duration.m', { m }) : t('duration.h', { h: m / 60 }),
          m === filter.unanswered_minutes,
        ),
      )}</select>`,
    ),
    ...fields.map((each) => field(each.label, custom(each, filter, parts))),
  ]
}

const option = (value: string, label: string, selected: boolean) =>
  html`<option value=${value} ?selected=${selected} .selected=${selected}>${label}</option>`

function rating(filter: InboxFilter, { names: { t }, set }: FilterFields) {
  const { min, max } = filter.rating ?? {}
  const change = (part: 'min' | 'max') => (event: Event) => {
    const score = Number(textIn(event))
    const next = { min: min ?? 1, max: max ?? 5, [part]: score || (part === 'min' ? 1 : 5) }
    // Two ends that crossed mean the one that was set last.
    if (next.min > next.max) next[part === 'min' ? 'max' : 'min'] = next[part]
    set(score || filter.rating ? { ...filter, rating: next } : filter)
  }
  const select = (part: 'min' | 'max', label: string, value: number | undefined) =>
    html`<select aria-label="${t('filter.rating')}, ${label}" @change=${change(part)}>
      ${option('', label, value === undefined)}${SCORES.map((score) => option(String(score), `${label} ${score}`, score === value))}</select>`
  return html`<div class="pair">${select('min', t('filter.rating.from'), min)}${select('max', t('filter.rating.to'), max)}</div>`
}

function span(key: 'created' | 'updated', filter: InboxFilter, { names: { t }, set }: FilterFields) {
  const now = filter[key]
  const own = now !== undefined && now.days === undefined
  const change = (event: Event): void => {
    const value = textIn(event)
    if (value === 'own') set({ ...filter, [key]: {} })
    else set(value ? { ...filter, [key]: { days: Number(value) } } : without(filter, key))
  }
  const day = (
    part: 'from' | 'to',
  ) => html`<input type="date" aria-label="${t(`filter.${key}`)}, ${t(`filter.${part}`)}"
    .value=${now?.[part]?.slice(0, 10) ?? ''} @change=${(event: Event) => {
      const { [part]: _before, ...rest } = now ?? {}
      const at = textIn(event)
      set({ ...filter, [key]: at ? { ...rest, [part]: at } : rest })
    }}>`
  const days = now?.days && !DAYS.includes(now.days) ? [...DAYS, now.days] : DAYS
  return html`<div><select aria-label=${t(`filter.${key}`)} @change=${change}>${option('', t('filter.any'), !now)}${days.map(
    (n) => option(String(n), t('filter.days', { n }), n === now?.days),
  )}${option('own', t('filter.own_days'), own)}</select>${own ? html`<div class="pair">${day('from')}<span>–</span>${day('to')}</div>` : nothing}</div>`
}

function custom(field: ConversationField, filter: InboxFilter, { names: { t }, set, typed }: FilterFields) {
  const value = filter.custom?.[field.key]
  const change = (to: string | number | boolean | undefined, how = set): void => {
    const { [field.key]: _before, ...rest } = filter.custom ?? {}
    const next = to === undefined || to === '' ? rest : { ...rest, [field.key]: to }
    how(Object.keys(next).length > 0 ? { ...filter, custom: next } : without(filter, 'custom'))
  }
  if (field.type === 'checkbox') {
    const read = (event: Event): void => change(textIn(event) === '' ? undefined : textIn(event) === 'yes')
    return html`<select aria-label=${field.label} @change=${read}>${option('', t('filter.any'), value === undefined)}
      ${option('yes', t('customer.yes'), value === true)}${option('no', t('customer.no'), value === false)}</select>`
  }
  if (field.type === 'select')
    return html`<select aria-label=${field.label} @change=${(event: Event) => change(textIn(event))}>${option('', t('filter.any'), value === undefined)}
      ${(field.options ?? []).map((each) => option(each, each, each === value))}</select>`
  if (field.type === 'date')
    return html`<input type="date" aria-label=${field.label} .value=${String(value ?? '')} @change=${(event: Event) => change(textIn(event))}>`
  const read = (event: Event): void => {
    const text = textIn(event).trim()
    change(field.type === 'number' && text ? Number(text) : text, typed)
  }
  return html`<input type=${field.type === 'number' ? 'number' : 'text'} maxlength="2000" aria-label=${field.label}
    .value=${value === undefined ? '' : String(value)} @input=${read}>`
}
