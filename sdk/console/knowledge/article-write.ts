// The fields an article is written in, as templates: title, the answer in a sentence, the text; and above them what to do
// when somebody else was faster.

import { html, nothing, type TemplateResult } from 'lit'
import type { AdminArticle } from '../../protocol/article-admin.ts'
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

export function conflictStrip(
  { author }: Pick<AdminArticle, 'author'>,
  act: { show: () => void; take: () => void; insist: () => void },
  t: ConsoleTranslate,
): TemplateResult {
  return html`<div class="strip" role="alert">
    <p class="grow">${author ? t('articles.overtaken', { name: author.name }) : t('articles.overtaken.nobody')}</p>
    <button class="button" type="button" @click=${act.show}>${t('articles.show_theirs')}</button>
    <button class="button" type="button" @click=${act.take}>${t('articles.take_theirs')}</button>
    <button class="button" type="button" @click=${act.insist}>${t('articles.put_mine')}</button></div>`
}
