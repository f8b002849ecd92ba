// Why the AI agent decided as it did: reasons, passages with their scores, steps, prompt. The playground and the runs
// show the same.

import { html, nothing, type TemplateResult } from 'lit'
import type { RunPassage, RunReason, RunTrace } from '../../protocol/assistant-run.ts'
import { percent } from './outcome-words.ts'

export const reasonList = (reasons: readonly RunReason[]): TemplateResult | typeof nothing =>
  reasons.length === 0
    ? nothing
    : html`<ul class="reasons">${reasons.map(({ detail }) => html`<li>${detail}</li>`)}</ul>`

export const passageList = (passages: readonly RunPassage[]): TemplateResult | typeof nothing =>
  passages.length === 0
    ? nothing
    : html`<details><summary>${passages.length} ${passages.length === 1 ? 'passage' : 'passages'}</summary>
        <ol class="passages">${passages.map(
          ({ title, heading, text, score, slug }) => html`<li>
            <p class="source"><a href="/help/articles/${slug}" target="_blank" rel="noopener">${title}${heading ? ` · ${heading}` : ''}</a>
              <span class="tabular muted">${score.toFixed(2)}</span></p>
            <p class="muted passage">${text}</p></li>`,
        )}</ol></details>`

const cost = ({ prompt_tokens, completion_tokens }: RunTrace): string =>
  prompt_tokens + completion_tokens > 0 ? `, ${prompt_tokens} + ${completion_tokens} tokens` : ''

export function traceDetails(trace: RunTrace): TemplateResult {
  const { steps, prompt, withheld, calls, model, total_ms, first_word_ms } = trace
  return html`<details><summary>Trace</summary>
    <p class="muted">Searched for “${trace.question}”. ${Math.round(total_ms)} ms${
      first_word_ms === null ? '' : `, first word after ${Math.round(first_word_ms)} ms`
    }${cost(trace)}${model ? `, ${model}` : ''}.</p>
    <table><thead><tr><th scope="col">Step</th><th scope="col">Result</th><th scope="col">ms</th></tr></thead>
      <tbody>${steps.map(({ step, note, ms }) => html`<tr><th scope="row">${step}</th><td>${note}</td><td>${ms}</td></tr>`)}</tbody></table>
    ${
      withheld.length === 0
        ? nothing
        : html`<p class="name">Withheld</p><ul class="reasons">${withheld.map(
            ({ sentence, why }) => html`<li><span class="muted">${why}:</span> ${sentence}</li>`,
          )}</ul>`
    }
    ${
      calls.length === 0
        ? nothing
        : html`<p class="name">Tools</p><ul class="reasons">${calls.map(
            ({ tool, outcome, result, ms }) =>
              html`<li>${tool}: ${outcome}, ${Math.round(ms)} ms. <span class="muted">${result}</span></li>`,
          )}</ul>`
    }
    ${
      prompt
        ? html`<details><summary>Prompt</summary><pre tabindex="0" role="region" aria-label="Prompt">${prompt.system}${prompt.turns.map(
            ({ role, content }) => `\n\n${role}: ${content}`,
          )}</pre></details>`
        : nothing
    }
  </details>`
}

export const sureness = (confidence: number | null): TemplateResult | typeof nothing =>
  confidence === null || confidence === 0
    ? nothing
    : html`<span class="muted tabular">${percent(confidence)} sure</span>`
