// What stands beside an article's text, as templates: how customers see it, and its settings.

import { html, nothing, type TemplateResult } from 'lit'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import type { AdminCategory } from '../../protocol/article-category.ts'
import type { Block } from '../../protocol/rich-text-tree.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { ArticleDraft, ArticleFields } from './article-draft.ts'
import type { KnowledgeApi, NamedSite } from './knowledge-api.ts'
import { languageName, OFFERED_LANGUAGES } from './language-name.ts'
import { topicOptions } from './topic-options.ts'

/** Articles have no citations, and a table's name is all of the widget's words they need. */
const translatorOf = (t: ConsoleTranslate) => ({ t: () => t('articles.table'), number: String })

export const previewPane = (
  { title, summary, locale }: ArticleFields,
  content: readonly Block[],
  t: ConsoleTranslate,
): TemplateResult =>
  html`<div class="preview" lang=${locale} dir="auto"><h2>${title || t('articles.untitled')}</h2>
    ${summary.trim() ? html`<p class="lead">${summary}</p>` : nothing}
    ${
      content.length > 0
        ? html`<div class="rich">${richText(content, { translator: translatorOf(t) as never })}</div>`
        : html`<p class="muted">${t('articles.preview.empty')}</p>`
    }</div>`

/** Tabs, moved between with the arrow keys as the pattern has it (ARIA APG). */
export function paneTabs<Pane extends string>(
  panes: readonly (readonly [Pane, string])[],
  active: Pane,
  choose: (pane: Pane) => void,
  label: string,
): TemplateResult {
  const go = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? 0
    const at = panes.findIndex(([pane]) => pane === active)
    if (step) choose(panes.at((at + step) % panes.length)![0])
  }
  return html`<div class="panes" role="tablist" aria-label=${label} @keydown=${go}>${panes.map(
    ([
      pane,
      name,
    ]) => html`<button type="button" role="tab" id="tab-${pane}" aria-controls="pane" aria-selected=${pane === active ? 'true' : 'false'}
      tabindex=${pane === active ? 0 : -1} @click=${() => choose(pane)}>${name}</button>`,
  )}</div>`
}

export interface SettingsPane {
  saved: AdminArticle | null
  draft: ArticleDraft
  faults: Readonly<Record<string, string>>
  topics: readonly AdminCategory[]
  sites: readonly NamedSite[]
  /** May change what customers see at once. */
  manages: boolean
  set: (change: Partial<ArticleFields>) => void
  /** Begins this article in another language. */
  translate: (locale: string) => void
  placeUrl: KnowledgeApi['placeUrl']
  t: ConsoleTranslate
  /** The reader's language, for names of languages. */
  locale: string
}

export function settingsPane({
  saved,
  draft,
  faults,
  topics,
  sites,
  manages,
  set,
  translate,
  placeUrl,
  t,
  locale: reader,
}: SettingsPane): TemplateResult {
  const isShown = [saved, ...(saved?.translations ?? [])].some((one) => one?.state === 'published')
  const locked = isShown && !manages
  const { fields, translationOf } = draft
  const value = (event: Event): string => (event.target as HTMLInputElement).value
  const area = (name: 'questions' | 'related', label: string, hint: string) =>
    html`<div class="field"><label for=${name}>${label}</label>
      <textarea class="input" id=${name} rows="4" dir="auto" .value=${fields[name]} aria-describedby="${name}-hint" aria-invalid=${faults[name] ? 'true' : nothing}
        @input=${(event: Event) => set({ [name]: value(event) })}></textarea>
      <p class="hint" id="${name}-hint">${hint}</p>${faults[name] ? html`<p class="fault">${faults[name]}</p>` : nothing}</div>`
  const locales = OFFERED_LANGUAGES.includes(fields.locale)
    ? OFFERED_LANGUAGES
    : [fields.locale, ...OFFERED_LANGUAGES]
  const others = saved?.translations ?? []
  const open = OFFERED_LANGUAGES.filter(
    (tag) => tag !== fields.locale && !others.some(({ locale }) => locale.split('-')[0] === tag),
  )
  return html`<div class="settings">
    <div class="field"><label for="topic">${t('articles.topic')}</label><select class="input" id="topic" ?disabled=${translationOf !== null || locked}
      @change=${(event: Event) => set({ category_id: value(event) || null })}>
      <option value="" ?selected=${fields.category_id === null}>${t('articles.topic.none')}</option>${topicOptions(topics, fields.category_id)}</select></div>
    <div class="field"><label for="slug">${t('articles.field.slug')}</label>
      <input class="input" id="slug" ?disabled=${locked} .value=${fields.slug} placeholder=${t('articles.field.slug.made')} spellcheck="false" autocapitalize="off" aria-invalid=${faults.slug ? 'true' : nothing}
        aria-describedby="slug-hint" @input=${(event: Event) => set({ slug: value(event) })}>
      <p class="hint" id="slug-hint">${t('articles.field.slug.hint', { path: `/help/${fields.locale}/articles/${fields.slug || '…'}` })}</p>
      ${faults.slug ? html`<p class="fault">${faults.slug}</p>` : nothing}</div>
    <div class="field"><label for="locale">${t('articles.language')}</label><select class="input" id="locale" ?disabled=${locked} @change=${(event: Event) => set({ locale: value(event) })}>
      ${locales.map((tag) => html`<option value=${tag} ?selected=${tag === fields.locale}>${languageName(tag, reader)}</option>`)}</select></div>
    ${
      saved
        ? html`<div class="field"><span class="name">${t('articles.translations')}</span><div class="translations">
          ${others.map(
            ({ id, locale, state }) =>
              html`<a class="badge ${state === 'published' ? '' : 'draft'}" href=${placeUrl(id)} data-go=${id}>${languageName(locale, reader)}${state === 'published' ? '' : `, ${t(state === 'draft' ? 'articles.draft' : 'articles.state.archived')}`}</a>`,
          )}
          <select class="input" aria-label=${t('articles.add_language')} @change=${(event: Event) => {
            const locale = value(event)
            if (locale) translate(locale)
          }}><option value="">${t('articles.add_language')}</option>${open.map((tag) => html`<option value=${tag}>${languageName(tag, reader)}</option>`)}</select>
        </div></div>`
        : nothing
    }
    ${area('questions', t('articles.field.questions'), t('articles.field.questions.hint'))}
    ${area('related', t('articles.field.related'), t('articles.field.related.hint'))}
    ${locked ? html`<p class="hint">${t('articles.locked')}</p>` : nothing}
    ${sites.length > 1 ? visibility(fields, sites, locked, set, t) : nothing}
    <label class="check"><input type="checkbox" .checked=${fields.featured} ?disabled=${locked} @change=${(
      event: Event,
    ) =>
      set({ featured: (event.target as HTMLInputElement).checked })}>${t('articles.field.featured')}</label>
    <div class="field"><label for="note">${t('articles.field.note')}</label><input class="input" id="note" maxlength="500" .value=${fields.note}
      aria-describedby="note-hint" @input=${(event: Event) => set({ note: value(event) })}>
      <p class="hint" id="note-hint">${t('articles.field.note.hint')}</p></div>
  </div>`
}

function visibility(
  { sites: chosen }: ArticleFields,
  sites: readonly NamedSite[],
  locked: boolean,
  set: SettingsPane['set'],
  t: ConsoleTranslate,
): TemplateResult {
  const toggle = (id: string, on: boolean): void => {
    const now = chosen ?? sites.map((site) => site.id)
    const next = on ? [...now, id] : now.filter((other) => other !== id)
    // On every site is another thing than on each of today's; nowhere is what unpublishing is for.
    set({ sites: next.length === sites.length ? null : next.length === 0 ? now : next })
  }
  return html`<fieldset ?disabled=${locked}><legend>${t('articles.shown_on')}</legend>
    <label class="check"><input type="checkbox" .checked=${chosen === null} ?disabled=${chosen === null} @change=${() => set({ sites: null })}>${t('articles.every_site')}</label>
    ${sites.map(
      ({ id, name }) =>
        html`<label class="check"><input type="checkbox" .checked=${chosen === null || chosen.includes(id)}
          @change=${(event: Event) => toggle(id, (event.target as HTMLInputElement).checked)}>${name}</label>`,
    )}</fieldset>`
}
