// The forms of the AI agent's settings, over the protocol's own schema: what it does, what it leaves to people, what it
// may cost. Each sends what it shows and no more.

import { html, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import * as z from 'zod'
import { intlLocale } from '../../locales/messages.ts'
import type { FloorEffect, SiteUsage } from '../../protocol/assistant-case.ts'
import type { SiteAssistant } from '../../protocol/assistant-run.ts'
import { AssistantSettings } from '../../protocol/assistant-settings.ts'
import type { Desk } from '../desk.context.ts'
import type { Field, FormSpec } from '../settings/form-field.ts'
import { floorControl } from './floor-control.ts'
import { percent } from './outcome-words.ts'
import { patchOf } from './settings-patch.ts'
import { modes, tidyTopics, topicList } from './topic-list.ts'

/** What the forms know besides the draft; null until it is known, and they work without. */
export interface AssistantFacts {
  floor: FloorEffect | null
  usage: SiteUsage | null
  /** The playground, with what is not saved yet. */
  aside: (draft: SiteAssistant) => TemplateResult
}

export type AssistantForm = 'behaviour' | 'subjects' | 'limits'

type Row = Field<SiteAssistant>
type Settings = AssistantSettings
type Name = keyof Settings
const SUBJECTS = ['self_harm', 'legal', 'abuse', 'refund', 'privacy', 'security', 'press'] as const
const HIDDEN = ['cards', 'ibans', 'national_ids', 'phones', 'emails'] as const
const LIMITS = [
  'replies_per_day',
  'tokens_per_day',
  'tokens_per_conversation',
  'replies_per_minute',
  'turns_per_visitor_hour',
] as const

function behaviour({ floor }: AssistantFacts, desk: Desk): Row[] {
  const { t, client, locale } = desk
  const departments = client.departments.get()
  const modeOf = (mode: unknown): string => t(`ai.mode.${mode as 'auto'}`)
  return [
    {
      name: 'settings.mode',
      label: t('ai.mode'),
      hint: t('ai.mode.hint'),
      tell: modeOf,
      control: { kind: 'segments', options: modes(t) },
    },
    {
      name: 'settings.departments',
      label: t('ai.departments'),
      hint: t('ai.departments.hint'),
      shown: () => departments.length > 0,
      tell: (value) =>
        departments
          .filter(({ id }) => (value as Settings['departments'])[id])
          .map(({ id, name }) => `${name}: ${modeOf((value as Settings['departments'])[id])}`)
          .join(', ') || t('ai.as_above'),
      control: {
        kind: 'own',
        draw: (value, set) => {
          const chosen = value as Settings['departments']
          return html`<div class="pairs">${departments.map(
            ({ id, name }) =>
              html`<label class="pair"><span>${name}</span><select class="input" .value=${live(chosen[id] ?? '')} @change=${(
                event: Event,
              ) => {
                const { [id]: _, ...others } = chosen
                const mode = (event.target as HTMLSelectElement).value
                set(mode ? { ...others, [id]: mode } : others)
              }}>${[{ value: '', label: t('ai.as_above') }, ...modes(t)].map(
                (each) =>
                  html`<option value=${each.value} ?selected=${(chosen[id] ?? '') === each.value}>${each.label}</option>`,
              )}</select></label>`,
          )}</div>`
        },
      },
    },
    {
      name: 'settings.floor',
      label: t('ai.floor'),
      hint: t('ai.floor.hint'),
      tell: (value) => percent(Number(value), locale),
      control: { kind: 'own', draw: (value, set) => floorControl(Number(value), set, floor, desk) },
    },
    {
      name: 'settings.clarify',
      label: t('ai.clarify'),
      hint: t('ai.clarify.hint'),
      control: { kind: 'switch', words: t('ai.clarify.words') },
    },
    {
      name: 'settings.max_turns',
      label: t('ai.max_turns'),
      hint: t('ai.max_turns.hint'),
      control: { kind: 'number', min: 1, max: 100 },
    },
    {
      name: 'settings.instructions',
      label: t('ai.instructions'),
      hint: t('ai.instructions.hint'),
      control: { kind: 'multiline', placeholder: t('ai.instructions.such_as') },
    },
  ]
}

function subjects(_: AssistantFacts, desk: Desk): Row[] {
  const { t } = desk
  return [
    {
      name: 'settings.sensitive',
      label: t('ai.sensitive'),
      hint: t('ai.sensitive.hint'),
      tell: (value) =>
        (value as Settings['sensitive']).map((each) => t(`ai.sensitive.${each}`)).join(', ') || '–',
      control: {
        kind: 'checks',
        options: SUBJECTS.map((value) => ({ value, label: t(`ai.sensitive.${value}`) })),
      },
    },
    {
      name: 'settings.topics',
      label: t('ai.topics'),
      hint: t('ai.topics.hint'),
      tell: (value) => (value as Settings['topics']).map(({ name }) => name).join(', ') || '–',
      control: { kind: 'own', draw: (value, set) => topicList(value as Settings['topics'], set, desk) },
    },
    {
      name: 'settings.redact',
      label: t('ai.redact'),
      hint: t('ai.redact.hint'),
      tell: (value) =>
        HIDDEN.filter((name) => (value as Settings['redact'])[name])
          .map((name) => t(`ai.redact.${name}`))
          .join(', ') || '–',
      control: {
        kind: 'own',
        draw: (value, set) => {
          const hidden = value as Settings['redact']
          return html`<div class="checks">${HIDDEN.map(
            (name) => html`<label class="check"><input type="checkbox" .checked=${live(hidden[name])}
              @change=${(event: Event) => set({ ...hidden, [name]: (event.target as HTMLInputElement).checked })} />${t(`ai.redact.${name}`)}</label>`,
          )}</div>`
        },
      },
    },
    {
      name: 'settings.link_hosts',
      label: t('ai.links'),
      hint: t('ai.links.hint'),
      wrong: t('ai.links.wrong'),
      tell: (value) => (value as string[]).join(', ') || '–',
      control: { kind: 'lines', placeholder: 'shop.example' },
    },
    {
      name: 'settings.profanity',
      label: t('ai.words'),
      hint: t('ai.words.hint'),
      wrong: t('ai.words.wrong'),
      tell: (value) => (value as string[]).join(', ') || '–',
      control: { kind: 'lines' },
    },
  ]
}

function limits({ usage }: AssistantFacts, { t, locale }: Desk): Row[] {
  const digits = new Intl.NumberFormat(intlLocale(locale))
  const spent = (key: 'ai.today.replies' | 'ai.today.tokens', n: number, most: number) =>
    html`<p class="tabular">${t(key, { n: digits.format(n), most: digits.format(most) })}</p>
      <progress max=${Math.max(1, most)} value=${Math.min(n, most)} aria-hidden="true"></progress>`
  return [
    {
      name: 'today',
      label: t('ai.today'),
      hint: t('ai.today.hint'),
      shown: () => usage !== null,
      control: {
        kind: 'own',
        draw: () => html`<div class="usage">${spent('ai.today.replies', usage!.replies, usage!.replies_per_day)}
          ${spent('ai.today.tokens', usage!.tokens, usage!.tokens_per_day)}</div>`,
      },
    },
    ...LIMITS.map(
      (name): Row => ({
        name: `settings.limits.${name}`,
        label: t(`ai.limits.${name}`),
        hint: t('ai.limits.hint'),
        tell: (value) => digits.format(Number(value)),
        control: { kind: 'number', min: 0 },
      }),
    ),
    {
      name: 'settings.trace_days',
      label: t('ai.traces'),
      hint: t('ai.traces.hint'),
      control: { kind: 'number', min: 1, max: 365, unit: t('ai.days') },
    },
  ]
}

const ROWS = { behaviour, subjects, limits } as const
/** What each form sends. */
const PARTS: Record<AssistantForm, readonly Name[]> = {
  behaviour: ['mode', 'departments', 'floor', 'clarify', 'max_turns', 'instructions'],
  subjects: ['topics', 'sensitive', 'redact', 'link_hosts', 'profanity'],
  limits: ['limits', 'trace_days'],
}

const tidy = (settings: Settings): Settings => ({ ...settings, topics: tidyTopics(settings.topics) })

/** What is not saved yet, as a request has it. */
export const unsaved = (draft: SiteAssistant, saved: SiteAssistant): Record<string, unknown> =>
  patchOf(saved.settings, tidy(draft.settings))

export function assistantSpec(
  form: AssistantForm,
  facts: AssistantFacts,
  desk: Desk,
): FormSpec<SiteAssistant> {
  return {
    schema: z.object({ settings: AssistantSettings }),
    // What a department or a topic no longer says has to be said by null, so a patch is sent, and the whole is checked.
    body: ({ settings }, saved) => ({ settings: tidy(settings), version: saved?.version }),
    fields: ROWS[form](facts, desk),
    wide: true,
    aside: facts.aside,
  }
}

/** The request for what a form holds: a merge patch of its part. */
export function assistantPatch(
  form: AssistantForm,
  saved: SiteAssistant,
  body: Pick<SiteAssistant, 'settings'>,
) {
  const patch = patchOf(saved.settings, body.settings)
  const parts = PARTS[form].filter((name) => name in patch)
  return { settings: Object.fromEntries(parts.map((name) => [name, patch[name]])), version: saved.version }
}
