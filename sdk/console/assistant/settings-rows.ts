// The rows of the AI agent's settings: what it may do, when a person answers instead, and what it costs at most.

import { html, nothing, type TemplateResult } from 'lit'
import type { AssistantMode, AssistantSettings, SensitiveSubject } from '../../protocol/assistant-settings.ts'
import { checkBox, row, segments, textField } from '../appearance/appearance-rows.ts'
import type { AssistantEditor } from './assistant-editor.ts'
import { floorPlot } from './floor-plot.ts'
import type { SettingName } from './settings-draft.ts'
import { linesOf, MODES, topicRows } from './topic-rows.ts'

const SUBJECTS: readonly (readonly [SensitiveSubject, string])[] = [
  ['self_harm', 'Self-harm'],
  ['legal', 'Legal threats'],
  ['abuse', 'Abuse'],
  ['refund', 'Refunds'],
  ['privacy', 'Privacy requests'],
  ['security', 'Security'],
  ['press', 'Press'],
]

const HIDDEN: readonly (readonly [keyof AssistantSettings['redact'], string])[] = [
  ['cards', 'Card numbers'],
  ['ibans', 'IBANs'],
  ['national_ids', 'National ids'],
  ['phones', 'Phone numbers'],
  ['emails', 'E-mail addresses'],
]

const LIMITS: readonly (readonly [keyof AssistantSettings['limits'], string])[] = [
  ['replies_per_minute', 'Replies a minute in one conversation'],
  ['turns_per_visitor_hour', 'Answers an hour to one visitor'],
  ['replies_per_day', 'Replies a day on the site'],
  ['tokens_per_day', 'Tokens a day on the site'],
  ['tokens_per_conversation', 'Tokens of one conversation'],
]

const typed = (event: Event): string => (event.target as HTMLInputElement).value
const percent = (share: number): string => `${Math.round(share * 100)} %`

function departmentModes(editor: AssistantEditor): TemplateResult {
  const { departments } = editor.draft!
  return html`<div class="pairs">${editor.departments.map(
    ({ id, name }) => html`<label class="pair"><span>${name}</span>
      <select class="input" @change=${(event: Event) => {
        const { [id]: _, ...others } = departments
        const mode = typed(event)
        editor.change({ departments: mode ? { ...others, [id]: mode as AssistantMode } : others })
      }}>
        <option value="" ?selected=${departments[id] === undefined}>As above</option>
        ${MODES.map(([mode, label]) => html`<option value=${mode} ?selected=${departments[id] === mode}>${label}</option>`)}
      </select></label>`,
  )}</div>`
}

function floorControl(editor: AssistantEditor): TemplateResult {
  const { floor } = editor.draft!
  const suggested = editor.floor?.suggested
  return html`<div class="line">
      <input id="floor" type="range" min="0" max="95" step="1" .value=${String(Math.round(floor * 100))}
        aria-valuetext="${percent(floor)}" aria-describedby="floor-hint"
        @input=${(event: Event) => editor.change({ floor: Number(typed(event)) / 100 })}>
      <output for="floor" class="tabular">${percent(floor)}</output>
      ${
        suggested === undefined || Math.abs(suggested - floor) < 0.001
          ? nothing
          : html`<button class="button" type="button" @click=${() => editor.change({ floor: suggested })}>Take ${percent(suggested)}</button>`
      }
    </div>${floorPlot(editor.floor, floor)}`
}

export function settingsRows(editor: AssistantEditor): TemplateResult {
  const draft = editor.draft!
  const changed = (name: SettingName): boolean => editor.changed.includes(name)
  const lines = (id: 'link_hosts' | 'profanity', placeholder: string): TemplateResult =>
    html`<textarea class="input" id=${id} rows="3" placeholder=${placeholder} .value=${draft[id].join('\n')}
      aria-invalid=${editor.faultAt(`/${id}`) !== undefined} aria-describedby="${id}-hint ${id}-fault"
      @change=${(event: Event) => editor.change({ [id]: linesOf(typed(event)) })}></textarea>`
  const number = (
    id: string,
    value: number,
    label: string | undefined,
    pointer: string,
    set: (value: number) => void,
  ) =>
    html`<span class="short">${textField({
      id,
      value: Number.isNaN(value) ? '' : String(value),
      type: 'number',
      wrong: editor.faultAt(pointer) !== undefined,
      ...(label && { label }),
      onInput: (text) => set(text === '' ? Number.NaN : Number(text)),
    })}</span>`
  return html`
    ${row({
      id: 'mode',
      name: 'Answers',
      hint: 'Drafts wait for an agent’s approval',
      group: true,
      changed: changed('mode'),
      control: segments({
        id: 'mode',
        value: draft.mode,
        options: MODES,
        onChoose: (mode) => editor.change({ mode }),
      }),
    })}
    ${
      editor.departments.length > 0
        ? row({
            id: 'departments',
            name: 'By department',
            hint: 'Where it differs',
            group: true,
            changed: changed('departments'),
            control: departmentModes(editor),
          })
        : nothing
    }
    ${row({
      id: 'floor',
      name: 'Floor',
      hint: 'Least probability of being right at which it answers; below, a person does',
      changed: changed('floor'),
      control: floorControl(editor),
    })}
    ${row({
      id: 'clarify',
      name: 'Asks back',
      hint: 'Once, where two subjects are about as likely',
      group: true,
      changed: changed('clarify'),
      control: checkBox('It may ask one question back', draft.clarify, (clarify) =>
        editor.change({ clarify }),
      ),
    })}
    ${row({
      id: 'topics',
      name: 'Topics',
      hint: 'What conversations may be about, with a rule of their own',
      group: true,
      changed: changed('topics'),
      control: topicRows(editor),
    })}
    ${row({
      id: 'sensitive',
      name: 'Sensitive subjects',
      hint: 'A person answers at once, whatever the articles say',
      group: true,
      changed: changed('sensitive'),
      control: html`<div class="checks">${SUBJECTS.map(([subject, label]) =>
        checkBox(label, draft.sensitive.includes(subject), (is) =>
          editor.change({
            sensitive: is ? [...draft.sensitive, subject] : draft.sensitive.filter((one) => one !== subject),
          }),
        ),
      )}</div>`,
    })}
    ${row({
      id: 'max-turns',
      name: 'Replies',
      hint: 'To one customer, before a person takes over',
      changed: changed('max_turns'),
      fault: editor.faultAt('/max_turns') && 'Whole numbers from 1 to 100.',
      control: number('max-turns', draft.max_turns, undefined, '/max_turns', (max_turns) =>
        editor.change({ max_turns }),
      ),
    })}
    ${row({
      id: 'instructions',
      name: 'Instructions',
      hint: 'How it writes. They never change what counts as a source',
      changed: changed('instructions'),
      fault: editor.faultAt('/instructions') && 'At most 2,000 characters.',
      control: html`<textarea class="input" id="instructions" rows="4" .value=${draft.instructions}
        placeholder="Such as: write informally, and say “you” and “we”." aria-describedby="instructions-hint instructions-fault"
        @input=${(event: Event) => editor.change({ instructions: typed(event) })}></textarea>`,
    })}
    ${row({
      id: 'redact',
      name: 'Taken out',
      hint: 'A model never sees these; agents do',
      group: true,
      changed: changed('redact'),
      control: html`<div class="checks">${HIDDEN.map(([name, label]) =>
        checkBox(label, draft.redact[name], (is) =>
          editor.change({ redact: { ...draft.redact, [name]: is } }),
        ),
      )}</div>`,
    })}
    ${row({
      id: 'link_hosts',
      name: 'Links',
      hint: 'Hosts it may link to besides your help centre, one a line',
      changed: changed('link_hosts'),
      fault: editor.faultAt('/link_hosts') && 'Host names only, such as shop.example.',
      control: lines('link_hosts', 'shop.example'),
    })}
    ${row({
      id: 'profanity',
      name: 'Words',
      hint: 'It must not write these, besides ours; one a line',
      changed: changed('profanity'),
      fault: editor.faultAt('/profanity') && 'Two to 60 characters each.',
      control: lines('profanity', ''),
    })}
    ${row({
      id: 'limits',
      name: 'Limits',
      hint: 'Beyond them a person takes over',
      group: true,
      changed: changed('limits'),
      fault: editor.faultAt('/limits') && 'A whole number within what is possible.',
      control: html`${
        editor.usage
          ? html`<p class="usage">Today ${editor.usage.replies.toLocaleString('en')} replies and ${editor.usage.tokens.toLocaleString('en')} tokens, of
              ${editor.usage.replies_per_day.toLocaleString('en')} and ${editor.usage.tokens_per_day.toLocaleString('en')}.</p>`
          : nothing
      }<div class="pairs">${LIMITS.map(
        ([name, label]) => html`<div class="pair"><label for=${name}>${label}</label>
          ${number(name, draft.limits[name], undefined, `/limits/${name}`, (value) => editor.change({ limits: { ...draft.limits, [name]: value } }))}</div>`,
      )}</div>`,
    })}
    ${row({
      id: 'trace-days',
      name: 'Traces',
      hint: 'Days that what a run saw is kept',
      changed: changed('trace_days'),
      fault: editor.faultAt('/trace_days') && 'Whole numbers from 1 to 365.',
      control: number('trace-days', draft.trace_days, undefined, '/trace_days', (trace_days) =>
        editor.change({ trace_days }),
      ),
    })}`
}
