// The fields an article is written in, as templates: title, the answer in a sentence, the text; and above them what to do
// when somebody else was faster.

import { html, nothing, type TemplateResult } from 'lit'
import type { AdminArticle } from '../../protocol/article-admin.ts'
import type { ArticleFields } from './article-draft.ts'

export function writePane(
  fields: ArticleFields,
  faults: Readonly<Record<string, string>>,
  set: (change: Partial<ArticleFields>) => void,
): TemplateResult {
  const typed = (name: 'title' | 'summary' | 'body') => (event: Event) =>
    set({ [name]: (event.target as HTMLInputElement).value })
  const fault = (name: string) =>
    faults[name] ? html`<p class="fault" id="${name}-fault">${faults[name]}</p>` : nothing
  const wrong = (name: string) => (faults[name] ? 'true' : nothing)
  return html`<div class="write">
    <div class="field"><label for="title">Title</label><input class="input big" id="title" lang=${fields.locale} dir="auto" maxlength="200" .value=${fields.title}
      aria-invalid=${wrong('title')} @input=${typed('title')}>${fault('title')}</div>
    <div class="field"><label for="summary">Summary <span class="hint">the answer in a sentence</span></label>
      <textarea class="input" id="summary" rows="2" lang=${fields.locale} dir="auto" maxlength="500" .value=${fields.summary}
        aria-invalid=${wrong('summary')} @input=${typed('summary')}></textarea>${fault('summary')}</div>
    <div class="field fill"><label for="body">Text <span class="hint">Markdown: ## heading, - list, **bold**, [words](/help/another-article)</span></label>
      <textarea class="input body" id="body" lang=${fields.locale} dir="auto" spellcheck="true" .value=${fields.body}
        aria-invalid=${wrong('body')} @input=${typed('body')}></textarea>${fault('body')}</div>
  </div>`
}

export function conflictStrip(
  { author }: Pick<AdminArticle, 'author'>,
  act: { show: () => void; take: () => void; insist: () => void },
): TemplateResult {
  return html`<div class="strip" role="alert">
    <p class="grow">${author?.name ?? 'Somebody else'} has changed this article since you opened it. What you wrote is still here.</p>
    <button class="button" type="button" @click=${act.show}>Show their change</button>
    <button class="button" type="button" @click=${act.take}>Take theirs</button>
    <button class="button" type="button" @click=${act.insist}>Put mine on top</button></div>`
}
