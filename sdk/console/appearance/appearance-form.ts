// The rows about how the widget looks, what its first page offers and what it says, over the protocol's own schema.

import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { iconPath, LAUNCHER_ICONS } from '../../protocol/launcher-icons.ts'
import type { AdminSite, SitePreview, WidgetText } from '../../protocol/site-admin.ts'
import type { SiteSettings } from '../../protocol/site-settings.ts'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'
import type { Faults, Field, FormSpec } from '../settings/form-field.ts'
import { line, segments, shape } from './appearance-rows.ts'
import type { LogoEvent } from './logo-field.ts'
import { ownWords } from './own-words.ts'
import { changeOf, LookChange } from './site-draft.ts'

/** What the page knows besides the draft. */
export interface LookFacts {
  /** Of the last draft the server could make sense of. */
  preview: SitePreview | null
  refused: Faults
  /** Of the preview. */
  locale: string
  texts: readonly WidgetText[]
  query: string
  onQuery: (query: string) => void
  /** The live preview. */
  aside: (draft: AdminSite) => TemplateResult
}

type T = Desk['t']
const typed = (event: Event): string => (event.target as HTMLInputElement).value

/** `#0a5e4b` for the colour picker, which knows nothing else. */
const pickable = (colour: string): string => (/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#000000')

/** Rounded down: what fails by little must not be said to pass. */
const ratioOf = (n: number, locale: string): string => numberFormat(locale, 1).format(Math.floor(n * 10) / 10)

function contrastLines(
  { preview }: LookFacts,
  colour: string,
  { t, locale }: Desk,
): TemplateResult | typeof nothing {
  if (!preview) return nothing
  const { light, dark } = preview.appearance
  const { contrast } = preview
  const said = (ratio: number) => ({
    ratio: ratioOf(ratio, locale),
    grade: t(ratio >= 7 ? 'look.contrast.aaa' : 'look.contrast.aa'),
  })
  const onWhite = said(contrast.light.accent_on_surface)
  return html`<p class="contrast good">${consoleIcon('check')}<span>${
    light.solid === colour.toLowerCase()
      ? t('look.contrast.light', onWhite)
      : t('look.contrast.shown', { ...onWhite, colour: light.solid })
  }</span></p>
    <p class="contrast">${shape('M7 3h10a4 4 0 0 1 4 4v10a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4z', dark.accent)}<span>${t(
      'look.contrast.dark',
      { ...said(contrast.dark.accent_on_surface), colour: dark.accent },
    )}</span></p>`
}

const colourRow = (facts: LookFacts, t: T): Field<AdminSite> => ({
  name: 'colour',
  label: t('look.colour'),
  hint: t('look.colour.hint'),
  wrong: t('look.colour.wrong'),
  control: {
    kind: 'own',
    draw: (value, set, { faults, desk }) => html`<div class="line">
        <input class="picker" type="color" aria-label=${t('look.colour.pick')} .value=${pickable(String(value))}
          @input=${(event: Event) => set(typed(event))}>
        <input class="input short" id="colour" type="text" spellcheck="false" autocomplete="off" dir="ltr" aria-label=${t('look.colour')}
          aria-invalid=${faults.has('/colour') ? 'true' : 'false'} .value=${live(String(value))} @input=${(event: Event) => set(typed(event))}></div>
      <div role="status">${contrastLines(facts, String(value), desk)}</div>`,
  },
})

const logoRow = (t: T): Field<AdminSite> => ({
  name: 'logo',
  label: t('look.logo'),
  hint: t('look.logo.file'),
  wrong: t('look.logo.wrong'),
  tell: (value) => t(value ? 'look.logo.picture' : 'look.label.none'),
  control: {
    kind: 'own',
    draw: (value, set) =>
      html`<deskbell-logo-field .picture=${value} @deskbell-logo=${(event: LogoEvent) => set(event.picture)}></deskbell-logo-field>`,
  },
})

/** What a site has that was made before pictures were taken, and whoever likes a line in the site's colour. */
const pathRow = (t: T): Field<AdminSite> => ({
  name: 'logo_path',
  label: t('look.logo.own'),
  shown: ({ logo }) => logo === null,
  hint: t('look.logo.hint'),
  wrong: t('look.path.wrong'),
  control: {
    kind: 'own',
    draw: (value, set, { faults }) => {
      const wrong = faults.has('/logo_path')
      return html`<div class="line"><span class="tile">${line(wrong ? '' : String(value ?? ''))}</span>
        <input class="input" type="text" spellcheck="false" autocomplete="off" dir="ltr" placeholder="M3 18 9 6l4 7 2-3 6 8" aria-label=${t('look.logo.own')}
          aria-invalid=${wrong ? 'true' : 'false'} .value=${live(String(value ?? ''))} @input=${(event: Event) => set(typed(event).trim() || null)}></div>`
    },
  },
})

const iconRow = (t: T): Field<AdminSite> => ({
  name: 'settings.look.icon',
  label: t('look.launcher'),
  hint: t('look.launcher.hint'),
  wrong: t('look.path.wrong'),
  tell: (value) =>
    Object.hasOwn(LAUNCHER_ICONS, String(value)) ? t(`look.icon.${value as 'bell'}`) : t('look.icon.own'),
  control: {
    kind: 'own',
    draw: (value, set, { faults }) => {
      const icon = String(value)
      const named = Object.hasOwn(LAUNCHER_ICONS, icon)
      const names = Object.keys(LAUNCHER_ICONS) as 'bell'[]
      return html`${segments({
        id: 'icon',
        label: t('look.launcher'),
        value: named ? icon : 'own',
        options: [
          ...names.map((name) => [name, t(`look.icon.${name}`), shape(iconPath(name))] as const),
          ['own', t('look.icon.own')] as const,
        ],
        onChoose: (chosen) => set(chosen === 'own' ? iconPath(icon) : chosen),
      })}${
        named
          ? nothing
          : html`<input class="input below" type="text" dir="ltr" aria-label=${t('look.icon.path')} aria-invalid=${faults.has('/settings/look/icon') ? 'true' : 'false'}
              .value=${live(icon)} @input=${(event: Event) => set(typed(event))}>`
      }`
    },
  },
})

const radiusRow = (t: T): Field<AdminSite> => ({
  name: 'settings.look.radius',
  label: t('look.roundness'),
  hint: t('look.roundness.hint'),
  tell: (value) => t('look.px', { n: Number(value) }),
  control: {
    kind: 'own',
    draw: (
      value,
      set,
    ) => html`<div class="line"><input id="radius" type="range" min="0" max="28" .value=${live(String(value))}
        aria-label=${t('look.roundness')} aria-valuetext=${t('look.px', { n: Number(value) })} @input=${(event: Event) => set(Number(typed(event)))}>
        <output for="radius" class="tabular">${t('look.px', { n: Number(value) })}</output></div>`,
  },
})

const HOME = ['search', 'chat', 'ticket', 'status', 'popular', 'people'] as const

const homeRow = (t: T): Field<AdminSite> => {
  type Home = SiteSettings['home']
  return {
    name: 'settings.home',
    label: t('look.home'),
    hint: t('look.home.hint'),
    tell: (value) =>
      HOME.filter((name) => (value as Home)[name])
        .map((name) => t(`look.home.${name}`))
        .join(', '),
    control: {
      kind: 'own',
      draw: (value, set) =>
        html`<div class="checks">${HOME.map(
          (name) => html`<label class="check"><input type="checkbox" .checked=${live((value as Home)[name])}
          @change=${(event: Event) => set({ ...(value as Home), [name]: (event.target as HTMLInputElement).checked })} />${t(`look.home.${name}`)}</label>`,
        )}</div>`,
    },
  }
}

const wordsRow = (facts: LookFacts, t: T): Field<AdminSite> => ({
  name: 'settings.texts',
  label: t('look.words'),
  hint: t('look.words.hint'),
  tell: (value) => {
    const all = Object.values(value as SiteSettings['texts']).flatMap((texts) => Object.values(texts))
    return all.length > 3
      ? t('look.words.changed', { n: all.length })
      : all.join(', ') || t('look.words.ours')
  },
  control: {
    kind: 'own',
    draw: (value, set, { faults }) =>
      ownWords({ ...facts, own: value as SiteSettings['texts'], set, faults, t }),
  },
})

export function lookSpec(facts: LookFacts, { t }: Desk): FormSpec<AdminSite> {
  const offset = (name: 'offset_x' | 'offset_y'): Field<AdminSite> => ({
    name: `settings.look.${name}`,
    label: t(`look.${name}`),
    hint: t('look.offset.hint'),
    control: { kind: 'number', min: 0, max: 400, unit: 'px' },
  })
  return {
    schema: LookChange,
    body: changeOf,
    refused: facts.refused,
    wide: true,
    words: { save: t('look.publish'), saved: t('look.published') },
    aside: facts.aside,
    fields: [
      colourRow(facts, t),
      logoRow(t),
      pathRow(t),
      iconRow(t),
      {
        name: 'label',
        label: t('look.label'),
        hint: t('look.label.hint'),
        control: { kind: 'text', placeholder: t('look.label.none') },
      },
      {
        name: 'position',
        label: t('look.corner'),
        hint: t('look.corner.hint'),
        tell: (value) => t(value === 'bottom-left' ? 'look.corner.left' : 'look.corner.right'),
        control: {
          kind: 'segments',
          options: [
            { value: 'bottom-right', label: t('look.corner.right') },
            { value: 'bottom-left', label: t('look.corner.left') },
          ],
        },
      },
      {
        name: 'greeting',
        label: t('look.greeting'),
        hint: t('look.greeting.hint'),
        control: { kind: 'text', placeholder: t('look.greeting.ours') },
      },
      {
        name: 'settings.look.theme',
        label: t('look.theme'),
        hint: t('look.theme.hint'),
        tell: (value) => t(`look.theme.${value as 'auto'}`),
        control: {
          kind: 'segments',
          options: (['auto', 'light', 'dark'] as const).map((value) => ({
            value,
            label: t(`look.theme.${value}`),
          })),
        },
      },
      radiusRow(t),
      homeRow(t),
      wordsRow(facts, t),
      offset('offset_x'),
      offset('offset_y'),
      {
        name: 'settings.look.font',
        label: t('look.font'),
        hint: t('look.font.hint'),
        wrong: t('look.font.wrong'),
        control: { kind: 'text', placeholder: t('look.font.own') },
      },
    ],
  }
}
