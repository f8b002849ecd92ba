// Lists inside a form, such as the questions before a chat: each entry in a group, to be moved, removed, added to.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import type { Option } from './form-field.ts'

interface ListControl<I> {
  items: readonly I[]
  set: (items: I[]) => void
  desk: Desk
  add: { word: string; fresh: () => I; most: number }
  /** What a group is called, for those who do not see it. */
  name: (item: I, place: number) => string
  draw: (item: I, change: (part: Partial<I>) => void, replace: (item: I) => void) => unknown
}

const moved = <I>(items: readonly I[], from: number, to: number): I[] => {
  const next = items.filter((_, at) => at !== from)
  next.splice(to, 0, items[from]!)
  return next
}

export function listControl<I>({ items, set, desk: { t }, add, name, draw }: ListControl<I>): TemplateResult {
  const tool = (word: string, icon: 'up' | 'down' | 'close', about: string, off: boolean, run: () => void) =>
    html`<button class="button bare square ${icon}" type="button" aria-label="${word}: ${about}" title=${word} ?disabled=${off}
      @click=${run}>${consoleIcon(icon === 'up' ? 'down' : icon)}</button>`
  return html`<div class="items">${items.map((item, at) => {
    const about = name(item, at + 1)
    const replace = (next: I): void => set(items.map((each, place) => (place === at ? next : each)))
    const change = (part: Partial<I>): void => replace({ ...item, ...part })
    return html`<div class="item" role="group" aria-label=${about}><div class="parts">${draw(item, change, replace)}</div>
      <div class="tools">
        ${tool(t('form.up'), 'up', about, at === 0, () => set(moved(items, at, at - 1)))}
        ${tool(t('form.down'), 'down', about, at === items.length - 1, () => set(moved(items, at, at + 1)))}
        ${tool(t('form.remove'), 'close', about, false, () => set(items.filter((_, place) => place !== at)))}
      </div></div>`
  })}</div>
  ${items.length < add.most ? html`<button class="button" type="button" @click=${() => set([...items, add.fresh()])}>${consoleIcon('plus')}${add.word}</button>` : nothing}`
}

interface Part {
  label: string
  value: string | number | undefined | null
  set: (text: string) => void
  type?: 'text' | 'number' | 'date' | 'time' | 'url'
  wide?: boolean
  hint?: string
}

/** A named input inside an entry. */
export const textPart = ({ label, value, set, type = 'text', wide, hint }: Part): TemplateResult =>
  html`<label class="part ${wide ? 'wide' : ''}"><span>${label}</span><input class="input" type=${type} dir="auto" autocomplete="off"
    placeholder=${hint ?? nothing} .value=${live(String(value ?? ''))} @input=${(event: Event) => set((event.target as HTMLInputElement).value)} /></label>`

export const areaPart = ({ label, value, set, hint }: Part): TemplateResult =>
  html`<label class="part wide"><span>${label}</span><textarea class="input" rows="3" dir="auto" placeholder=${hint ?? nothing}
    .value=${live(String(value ?? ''))} @input=${(event: Event) => set((event.target as HTMLTextAreaElement).value)}></textarea></label>`

export const choicePart = (
  label: string,
  value: string,
  options: readonly Option[],
  set: (value: string) => void,
): TemplateResult =>
  html`<label class="part"><span>${label}</span><select class="input" .value=${live(value)}
    @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>${options.map(
      (option) =>
        html`<option value=${option.value} ?selected=${option.value === value}>${option.label}</option>`,
    )}</select></label>`

export const checkPart = (label: string, value: boolean, set: (on: boolean) => void): TemplateResult =>
  html`<label class="check"><input type="checkbox" .checked=${live(value)}
    @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} />${label}</label>`
