// Why the AI agent decided as it did: reasons, passages with their scores, steps, prompt. The playground and the runs
// show the same.

import { html, nothing, type TemplateResult } from 'lit'
import type { RunPassage, RunReason, RunTrace } from '../../protocol/assistant-run.ts'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'
import { percent } from './outcome-words.ts'

export const reasonList = (reasons: readonly RunReason[]): TemplateResult | typeof nothing =>
  reasons.length === 0
    ? nothing
    : html`<ul class="reasons">${reasons.map(({ detail }) => html`<li dir="auto">${detail}</li>`)}</ul>`

/** Where customers read an article, wherever this console stands. */
export const articleAddress = (slug: string, { client }: Desk): string =>
  `${client.server}/help/articles/${slug}`

export function passageList(passages: readonly RunPassage[], desk: Desk): TemplateResult | typeof nothing {
  if (passages.length === 0) return nothing
  const { t, locale } = desk
  return html`<details><summary>${t('ai.passages', { n: passages.length })}</summary>
    <ol class="passages">${passages.map(
      ({ title, heading, text, score, slug }) => html`<li>
        <p class="source"><a href=${articleAddress(slug, desk)} target="_blank" rel="noopener" dir="auto">${title}${heading ? ` · ${heading}` : ''}</a>
          <span class="tabular muted">${t('ai.score', { n: numberFormat(locale, 2).format(score) })}</span></p>
        <p class="muted passage" dir="auto">${text}</p></li>`,
    )}</ol></details>`
}

export function traceDetails(trace: RunTrace, { t }: Desk): TemplateResult {
  const { steps, prompt, withheld, calls, model, total_ms, first_word_ms } = trace
  const facts = [
    t('ai.trace.took', { ms: Math.round(total_ms) }),
    first_word_ms === null ? '' : t('ai.trace.first_word', { ms: Math.round(first_word_ms) }),
    trace.prompt_tokens + trace.completion_tokens > 0
      ? t('ai.trace.tokens', { asked: trace.prompt_tokens, answered: trace.completion_tokens })
      : '',
    model ?? '',
  ]
  return html`<details><summary>${t('ai.trace')}</summary>
    <p class="muted">${t('ai.trace.searched', { question: trace.question })}</p>
    <p class="muted">${facts.filter(Boolean).join(' · ')}</p>
    <table><thead><tr><th scope="col">${t('ai.trace.step')}</th><th scope="col">${t('ai.trace.result')}</th><th scope="col">${t('ai.trace.ms')}</th></tr></thead>
      <tbody>${steps.map(({ step, note, ms }) => html`<tr><th scope="row">${step}</th><td dir="auto">${note}</td><td>${ms}</td></tr>`)}</tbody></table>
    ${
      withheld.length === 0
        ? nothing
        : html`<p class="name">${t('ai.trace.withheld')}</p><ul class="reasons">${withheld.map(
            ({ sentence, why }) => html`<li dir="auto"><span class="muted">${why}:</span> ${sentence}</li>`,
          )}</ul>`
    }
    ${
      calls.length === 0
        ? nothing
        : html`<p class="name">${t('ai.trace.tools')}</p><ul class="reasons">${calls.map(
            ({ tool, outcome, result, ms }) =>
              html`<li dir="ltr">${tool}: ${outcome}, ${Math.round(ms)} ms. <span class="muted">${result}</span></li>`,
          )}</ul>`
    }
    ${
      prompt
        ? html`<details><summary>${t('ai.trace.prompt')}</summary><pre tabindex="0" role="region" aria-label=${t('ai.trace.prompt')}>${prompt.system}${prompt.turns.map(
            ({ role, content }) => `\n\n${role}: ${content}`,
          )}</pre></details>`
        : nothing
    }
  </details>`
}

export const sureness = (confidence: number | null, { t, locale }: Desk): TemplateResult | typeof nothing =>
  confidence === null || confidence === 0
    ? nothing
    : html`<span class="muted tabular">${t('ai.sure', { share: percent(confidence, locale) })}</span>`
