// The controls of a settings form, one function a kind. They say what was typed; they keep nothing.

import { html, nothing } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Desk } from '../desk.context.ts'
import type { Faults, Field, Option } from './form-field.ts'

interface At<T> {
  field: Field<T>
  value: unknown
  set: (value: unknown) => void
  /** Sets another field. */
  put: (name: string, value: unknown) => void
  draft: T
  desk: Desk
  faults: Faults
  fault: string | undefined
  disabled: boolean
}

const id = ({ field }: { field: { name: string } }): string => `f-${field.name.replaceAll('.', '-')}`
const textOf = (event: Event): string => (event.target as HTMLInputElement).value

const about = <T>(at: At<T>) => `${id(at)}-hint${at.fault ? ` ${id(at)}-fault` : ''}`

const input = <T>(
  at: At<T>,
  type: string,
  more: { placeholder?: string | undefined; narrow?: boolean | undefined },
) =>
  html`<input class="input ${more.narrow ? 'short' : ''}" id=${id(at)} type=${type} dir="auto" autocomplete="off"
    placeholder=${more.placeholder ?? nothing} .value=${live(String(at.value ?? ''))} ?disabled=${at.disabled}
    aria-describedby=${about(at)} aria-invalid=${at.fault ? 'true' : 'false'}
    @input=${(event: Event) => at.set(textOf(event))} />`

function number<T>(
  at: At<T>,
  { min, max, unit, optional }: { min?: number; max?: number; unit?: string; optional?: boolean },
) {
  const set = (event: Event): void => {
    const text = textOf(event).trim()
    at.set(text === '' ? (optional ? null : undefined) : Number(text))
  }
  return html`<span class="line"><input class="input short" id=${id(at)} type="number" inputmode="numeric"
    min=${min ?? nothing} max=${max ?? nothing} .value=${live(at.value == null ? '' : String(at.value))}
    ?disabled=${at.disabled} aria-describedby=${about(at)} aria-invalid=${at.fault ? 'true' : 'false'} @input=${set} />${
      unit ? html`<span class="muted">${unit}</span>` : nothing
    }</span>`
}

const toggled = (value: unknown, one: string, on: boolean): string[] => {
  const others = ((value ?? []) as readonly string[]).filter((each) => each !== one)
  return on ? [...others, one] : others
}

const checks = <T>(at: At<T>, options: readonly Option[], empty: string | undefined) =>
  options.length === 0
    ? html`<p class="muted">${empty ?? at.desk.t('form.nothing')}</p>`
    : html`<div class="checks">${options.map(
        ({ value, label }) => html`<label class="check"><input type="checkbox" ?disabled=${at.disabled}
          .checked=${live(((at.value ?? []) as readonly string[]).includes(value))}
          @change=${(event: Event) => at.set(toggled(at.value, value, (event.target as HTMLInputElement).checked))} />${label}</label>`,
      )}</div>`

const segments = <T>(at: At<T>, options: readonly Option[]) =>
  html`<div class="segments" role="radiogroup" aria-labelledby=${`${id(at)}-name`}>${options.map(
    ({ value, label }) => html`<label><input class="hidden-text" type="radio" name=${id(at)} .value=${value}
      .checked=${live(at.value === value)} ?disabled=${at.disabled} @change=${() => at.set(value)} /><span>${label}</span></label>`,
  )}</div>`

const choice = <T>(at: At<T>, options: readonly Option[]) =>
  html`<select class="input" id=${id(at)} ?disabled=${at.disabled} aria-describedby=${about(at)}
    aria-invalid=${at.fault ? 'true' : 'false'} .value=${live(String(at.value ?? ''))}
    @change=${(event: Event) => at.set(textOf(event) || null)}>${options.map(
      ({ value, label }) =>
        html`<option value=${value} ?selected=${String(at.value ?? '') === value}>${label}</option>`,
    )}</select>`

/** The kinds whose parts are several controls: their row is a group. */
export const isGroup = ({ control }: Field<never>): boolean =>
  control.kind === 'checks' ||
  control.kind === 'segments' ||
  control.kind === 'own' ||
  control.kind === 'switch'

export function control<T>(at: At<T>): unknown {
  const { control } = at.field
  switch (control.kind) {
    case 'text':
      return input(at, control.type ?? 'text', control)
    case 'multiline':
      return html`<textarea class="input" id=${id(at)} rows=${control.rows ?? 4} dir="auto" placeholder=${control.placeholder ?? nothing}
        .value=${live(String(at.value ?? ''))} ?disabled=${at.disabled} aria-describedby=${about(at)}
        aria-invalid=${at.fault ? 'true' : 'false'} @input=${(event: Event) => at.set(textOf(event))}></textarea>`
    case 'lines':
      // One a line, as they are pasted.
      return html`<textarea class="input" id=${id(at)} rows="4" dir="ltr" placeholder=${control.placeholder ?? nothing}
        .value=${live(((at.value ?? []) as readonly string[]).join('\n'))} ?disabled=${at.disabled}
        aria-describedby=${about(at)} aria-invalid=${at.fault ? 'true' : 'false'}
        @change=${(event: Event) => at.set(linesOf(textOf(event)))}></textarea>`
    case 'number':
      return number(at, control)
    case 'switch':
      return html`<label class="check"><input type="checkbox" id=${id(at)} ?disabled=${at.disabled} .checked=${live(at.value === true)}
        @change=${(event: Event) => at.set((event.target as HTMLInputElement).checked)} />${control.words}</label>`
    case 'choice':
      return choice(at, control.options)
    case 'segments':
      return segments(at, control.options)
    case 'checks':
      return checks(at, control.options, control.empty)
    case 'own':
      return html`<fieldset ?disabled=${at.disabled}>${control.draw(at.value, at.set, {
        draft: at.draft,
        desk: at.desk,
        faults: at.faults,
        put: at.put,
      })}</fieldset>`
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

export { id as controlId }
