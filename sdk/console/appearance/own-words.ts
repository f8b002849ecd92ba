// The owner's own words: a language, a search, and a field for each text that is found or has been changed.

import { html, nothing, type TemplateResult } from 'lit'
import type { WidgetText } from '../../protocol/site-admin.ts'
import { textField } from './appearance-rows.ts'
import { withText } from './site-draft.ts'
import type { SiteEditor } from './site-editor.controller.ts'

const MOST = 8

export interface OwnWords {
  texts: readonly WidgetText[]
  query: string
  onQuery: (query: string) => void
}

const oursOf = ({ ours }: WidgetText): string => ours.other ?? Object.values(ours)[0] ?? ''

/** What is changed, then what is searched for: in the words themselves, or in the key. */
function shown(texts: readonly WidgetText[], own: Record<string, string>, query: string): WidgetText[] {
  const wanted = query.trim().toLowerCase()
  const found = texts.filter(
    (text) => wanted && (oursOf(text).toLowerCase().includes(wanted) || text.key.includes(wanted)),
  )
  const changed = texts.filter(({ key }) => own[key] !== undefined && !found.some((one) => one.key === key))
  return [...changed, ...found.slice(0, MOST)]
}

export function ownWords(editor: SiteEditor, { texts, query, onQuery }: OwnWords): TemplateResult {
  const { locale } = editor
  const own = editor.draft!.settings.texts[locale] ?? {}
  const list = shown(texts, own, query)
  return html`<div class="words">
    ${textField({ id: 'words', type: 'search', value: query, placeholder: 'Find a text, such as “ticket”', label: 'Find a text of the widget', onInput: onQuery })}
    ${
      list.length === 0
        ? html`<p class="hint">${query ? 'No text has these words.' : `${texts.length} texts, all ours so far.`}</p>`
        : nothing
    }
    ${list.map((text) => {
      const fault = editor.faultAt(`/settings/texts/${locale}/${text.key}`)
      const id = `text-${text.key.replace('.', '-')}`
      return html`<div class="word">
        <label for=${id}><span dir="auto">${oursOf(text)}</span> <code>${text.key}</code></label>
        <span class="hidden-text" id="${id}-hint">${text.placeholders.map((name) => `{${name}}`).join(', ')}</span>
        ${textField({
          id,
          value: own[text.key] ?? '',
          placeholder: 'Ours',
          wrong: fault !== undefined,
          onInput: (words) => editor.change((draft) => withText(draft, locale, text.key, words)),
        })}
        <p class="fault" id="${id}-fault" role="alert">${fault ?? nothing}</p>
      </div>`
    })}
  </div>`
}
