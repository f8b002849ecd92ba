// The topics an owner names: what they are called, how customers ask about them, and what happens then.

import { html, type TemplateResult } from 'lit'
import type { AssistantMode, AssistantTopic } from '../../protocol/assistant-settings.ts'
import { checkBox } from '../appearance/appearance-rows.ts'
import { consoleIcon } from '../console-icon.ts'
import type { AssistantEditor } from './assistant-editor.ts'

export const MODES: readonly (readonly [mode: AssistantMode, label: string])[] = [
  ['auto', 'Sends'],
  ['draft', 'Drafts'],
  ['off', 'Off'],
]

const typed = (event: Event): string => (event.target as HTMLInputElement).value

/** One a line; blank lines are nothing. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** A key no other topic has. */
function freeKey(topics: readonly AssistantTopic[]): string {
  let number = topics.length + 1
  while (topics.some(({ key }) => key === `topic_${number}`)) number++
  return `topic_${number}`
}

function topicRow(editor: AssistantEditor, topic: AssistantTopic, at: number): TemplateResult {
  const { topics } = editor.draft!
  const set = (part: Partial<AssistantTopic>): void =>
    editor.change({ topics: topics.map((one, index) => (index === at ? { ...one, ...part } : one)) })
  const id = `topic-${at}`
  const unnamed = editor.faultAt(`/topics/${at}/name`) !== undefined
  const fault = unnamed ? 'Give it a name of at most 80 characters.' : editor.faultAt(`/topics/${at}`)
  return html`<fieldset class="topic">
    <legend class="hidden-text">${topic.name || 'New topic'}</legend>
    <div class="line">
      <input class="input" id=${id} aria-label="Name of the topic" placeholder="Such as Sponsoring" .value=${topic.name}
        aria-invalid=${unnamed} @input=${(event: Event) => set({ name: typed(event) })}>
      <button class="button bare square" type="button" aria-label="Remove ${topic.name || 'this topic'}" title="Remove"
        @click=${() => editor.change({ topics: topics.filter((_, index) => index !== at) })}>${consoleIcon('close')}</button>
    </div>
    <textarea class="input" rows="3" aria-label="What customers write when they mean it, one a line"
      placeholder="What customers write when they mean it, one a line" .value=${topic.examples.join('\n')}
      @change=${(event: Event) => set({ examples: linesOf(typed(event)) })}></textarea>
    <div class="line">
      <select class="input" aria-label="What the AI agent does about it"
        @change=${(event: Event) => {
          const mode = typed(event)
          const { mode: _, ...rest } = topic
          const next = mode ? { ...rest, mode: mode as AssistantMode } : rest
          editor.change({ topics: topics.map((one, index) => (index === at ? next : one)) })
        }}>
        <option value="" ?selected=${topic.mode === undefined}>As elsewhere</option>
        ${MODES.map(([mode, label]) => html`<option value=${mode} ?selected=${topic.mode === mode}>${label}</option>`)}
      </select>
      <select class="input" aria-label="Where a handoff about it goes"
        @change=${(event: Event) => set({ department_id: typed(event) || null })}>
        <option value="" ?selected=${topic.department_id === null}>Any department</option>
        ${editor.departments.map(({ id, name }) => html`<option value=${id} ?selected=${topic.department_id === id}>${name}</option>`)}
      </select>
      ${checkBox('A person at once', topic.hand_over, (hand_over) => set({ hand_over }))}
    </div>
    <p class="fault" role="alert">${fault ? html`${consoleIcon('alert')}<span>${fault}</span>` : ''}</p>
  </fieldset>`
}

export function topicRows(editor: AssistantEditor): TemplateResult {
  const { topics } = editor.draft!
  return html`${topics.map((topic, at) => topicRow(editor, topic, at))}
    <button class="button" type="button" @click=${() =>
      editor.change({
        topics: [
          ...topics,
          { key: freeKey(topics), name: '', examples: [], hand_over: false, department_id: null },
        ],
      })}>Add a topic</button>`
}
