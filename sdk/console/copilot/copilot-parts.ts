// What the copilot's panel is made of, as templates: answers with their sources, states, articles. Decides nothing.

import { html, nothing, type TemplateResult } from 'lit'
import { richText } from '../../elements/rich-text/rich-text.ts'
import type { CopilotAnswer, CopilotArticles, CopilotSource, CopilotTriage } from '../../protocol/copilot.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import type { AskedState } from './asked.controller.ts'
import { reasonOf } from './failure-reason.ts'

/** `draw` where something came; words for every other state. */
export function asked<T>(
  state: AskedState<T>,
  { t }: Pick<Desk, 't'>,
  draw: (value: T) => unknown,
): TemplateResult {
  return html`<div role="status">${
    state.kind === 'working'
      ? html`<p class="muted">${t('copilot.working')}</p>`
      : state.kind === 'failed'
        ? html`<p class="fault">${t('copilot.failed', { reason: reasonOf(state.error, t) })}</p>`
        : nothing
  }</div>${state.kind === 'done' ? draw(state.value) : nothing}`
}

function source(each: CopilotSource, number: number, { shared }: Pick<Desk, 'shared'>) {
  const name = each.kind === 'article' ? each.title : each.by
  return html`<div class="source"><span class="number">${shared.number(number)}</span>
    <span dir="auto"><b>${name}</b> “${each.quote}”</span></div>`
}

export function answered({ body, content, sources }: CopilotAnswer, desk: Desk) {
  if (!body) return html`<p class="muted">${desk.t('copilot.nothing')}</p>`
  // Chips need a citation each, whatever it leads to: the sources stand below.
  const citations = sources.map((each) => ({
    slug: each.kind === 'article' ? each.slug : '',
    title: each.kind === 'article' ? each.title : each.by,
    passage: null,
    quote: each.quote,
  }))
  return html`<div class="text" dir="auto">${richText(content, { translator: desk.shared, citations })}</div>
    <div class="sources">${sources.map((each, index) => source(each, index + 1, desk))}</div>`
}

export function articleRows(
  { articles }: CopilotArticles,
  { t }: Pick<Desk, 't'>,
  insert: (article: CopilotArticles['articles'][number]) => void,
  edit: (id: string) => void,
) {
  if (articles.length === 0) return html`<p class="muted">${t('copilot.nothing')}</p>`
  return articles.map(
    (each) => html`<div class="article">
      <a class="cut" href=${each.url} target="_blank" rel="noopener noreferrer">${each.title}</a>
      <p class="cut" dir="auto">${each.snippet}</p>
      <span class="row"><button class="button bare square" type="button" aria-label=${t('copilot.edit_article', { title: each.title })}
        title=${t('copilot.edit_article', { title: each.title })} @click=${() => edit(each.id)}>${consoleIcon('pen')}</button>
      <button class="button insert" type="button" aria-label=${t('copilot.insert_link', { title: each.title })}
        @click=${() => insert(each)}>${t('copilot.insert')}</button></span>
    </div>`,
  )
}

export function triaged(triage: CopilotTriage, { t }: Pick<Desk, 't'>, move: (departmentId: string) => void) {
  const { department, topic, priority } = triage
  const fact = (label: string, value: unknown, why: string) =>
    html`<div><dt>${label}</dt><dd>${value}<p class="why">${why}</p></dd></div>`
  return html`<dl>
    ${fact(t('copilot.priority'), t(`priority.${priority.level}`), priority.reason)}
    ${topic ? fact(t('copilot.topic'), topic.name, topic.reason) : nothing}
    ${
      department
        ? fact(
            t('copilot.department'),
            html`<button class="button" type="button" @click=${() => move(department.id)}>${t('copilot.move', { name: department.name })}</button>`,
            department.reason,
          )
        : nothing
    }
  </dl>`
}
