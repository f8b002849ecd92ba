// The owner's own words in the preview's language: a search, and a field for each text that is found or has been changed.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { WidgetText } from '../../protocol/site-admin.ts'
import type { SiteSettings } from '../../protocol/site-settings.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { Faults } from '../settings/form-field.ts'
import { withText } from './site-draft.ts'

const MOST = 8

export interface OwnWords {
  texts: readonly WidgetText[]
  /** By language, by key. */
  own: SiteSettings['texts']
  set: (texts: SiteSettings['texts']) => void
  locale: string
  query: string
  onQuery: (query: string) => void
  faults: Faults
  t: ConsoleTranslate
}

const oursOf = ({ ours }: WidgetText): string => ours.other ?? Object.values(ours)[0] ?? ''
const typed = (event: Event): string => (event.target as HTMLInputElement).value

/** What is changed, then what is searched for: in the words themselves, or in the key. */
function shown(texts: readonly WidgetText[], own: Record<string, string>, query: string): WidgetText[] {
  const wanted = query.trim().toLowerCase()
  const found = texts.filter(
    (text) => wanted && (oursOf(text).toLowerCase().includes(wanted) || text.key.includes(wanted)),
  )
  const changed = texts.filter(({ key }) => own[key] !== undefined && !found.some((one) => one.key === key))
  return [...changed, ...found.slice(0, MOST)]
}

export function ownWords(words: OwnWords): TemplateResult {
  const { texts, own, set, locale, query, onQuery, faults, t } = words
  const ownHere = own[locale] ?? {}
  const list = shown(texts, ownHere, query)
  return html`<div class="words">
    <input class="input" id="words" type="search" .value=${live(query)} placeholder=${t('look.words.such_as')} aria-label=${t('look.words.find')}
      @input=${(event: Event) => onQuery(typed(event))}>
    ${
      list.length === 0
        ? html`<p class="hint">${query ? t('look.words.none') : t('look.words.all_ours', { n: texts.length })}</p>`
        : nothing
    }
    ${list.map((text) => {
      const wrong = faults.has(`/settings/texts/${locale}/${text.key}`)
      const id = `text-${text.key.replace('.', '-')}`
      return html`<div class="word">
        <label for=${id}><span dir="auto">${oursOf(text)}</span> <code>${text.key}</code></label>
        <input class="input" id=${id} type="text" dir="auto" autocomplete="off" placeholder=${t('look.words.ours')} aria-invalid=${wrong ? 'true' : 'false'}
          aria-description=${text.placeholders.map((name) => `{${name}}`).join(', ') || nothing} .value=${live(ownHere[text.key] ?? '')}
          @input=${(event: Event) => set(withText(own, locale, text.key, typed(event)))}>
      </div>`
    })}
  </div>`
}
