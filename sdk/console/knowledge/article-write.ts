// The fields an article is written in, as templates: title, the answer in a sentence, the text.

import { html, nothing, type TemplateResult } from 'lit'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { ArticleFields } from './article-draft.ts'

export function writePane(
  fields: ArticleFields,
  faults: Readonly<Record<string, string>>,
  set: (change: Partial<ArticleFields>) => void,
  t: ConsoleTranslate,
): TemplateResult {
  const typed = (name: 'title' | 'summary' | 'body') => (event: Event) =>
    set({ [name]: (event.target as HTMLInputElement).value })
  const fault = (name: string) =>
    faults[name] ? html`<p class="fault" id="${name}-fault">${faults[name]}</p>` : nothing
  const wrong = (name: string) => (faults[name] ? 'true' : nothing)
  return html`<div class="write">
    <div class="field"><label for="title">${t('articles.field.title')}</label><input class="input big" id="title" lang=${fields.locale} dir="auto" maxlength="200" .value=${fields.title}
      aria-invalid=${wrong('title')} @input=${typed('title')}>${fault('title')}</div>
    <div class="field"><label for="summary">${t('articles.field.summary')} <span class="hint">${t('articles.field.summary.hint')}</span></label>
      <textarea class="input" id="summary" rows="2" lang=${fields.locale} dir="auto" maxlength="500" .value=${fields.summary}
        aria-invalid=${wrong('summary')} @input=${typed('summary')}></textarea>${fault('summary')}</div>
    <div class="field fill"><label for="body">${t('articles.field.body')} <span class="hint">${t('articles.field.body.hint')}</span></label>
      <textarea class="input body" id="body" lang=${fields.locale} dir="auto" spellcheck="true" .value=${fields.body}
        aria-invalid=${wrong('body')} @input=${typed('body')}></textarea>${fault('body')}</div>
  </div>`
}

/** Where there is no article to write: deleted for good, or not read. */
export const withoutArticle = (gone: boolean, listUrl: string, t: ConsoleTranslate): TemplateResult =>
  html`<div class="pad"><div class="empty" role="alert"><h2>${t(gone ? 'articles.gone' : 'articles.one_failed')}</h2>
    <p>${t(gone ? 'articles.gone.detail' : 'articles.failed.detail')}</p>
    <a class="button" href=${listUrl} data-go="">${t('articles.all_articles')}</a></div></div>`
