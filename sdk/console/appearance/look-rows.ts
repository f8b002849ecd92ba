// The rows about how the widget looks and what its first page offers.

import { html, nothing, type TemplateResult } from 'lit'
import { iconPath, LAUNCHER_ICONS } from '../../protocol/launcher-icons.ts'
import type { AdminSite } from '../../protocol/site-admin.ts'
import type { SiteSettings } from '../../protocol/site-settings.ts'
import { consoleIcon } from '../console-icon.ts'
import { checkBox, line, row, segments, shape, textField } from './appearance-rows.ts'
import type { FieldName } from './site-draft.ts'
import type { SiteEditor } from './site-editor.controller.ts'

type Look = SiteSettings['look']

const HOME_ROWS: readonly (readonly [keyof SiteSettings['home'], string])[] = [
  ['search', 'Search'],
  ['chat', 'Chat'],
  ['ticket', 'Send a ticket'],
  ['status', 'Check a ticket'],
  ['popular', 'Often asked'],
  ['people', 'Who is in'],
]

/** `#0a5e4b` for the colour picker, which knows nothing else. */
const pickable = (colour: string): string => (/^#[0-9a-f]{6}$/i.test(colour) ? colour : '#000000')

const ratio = (n: number): string => (Math.floor(n * 10) / 10).toFixed(1)
const grade = (n: number): string => (n >= 7 ? 'Passes AA, passes AAA.' : 'Passes AA.')

function contrastLines({ preview, draft }: SiteEditor): TemplateResult | typeof nothing {
  if (!preview) return nothing
  const { light, dark } = preview.appearance
  const { contrast } = preview
  const said = (colour: string): string =>
    colour === draft!.colour.toLowerCase() ? '' : `Shown as ${colour}, so that it can be read. `
  return html`<p class="contrast">${shape('M3 3h18v18H3z', light.solid)}<span>${said(light.solid)}${ratio(contrast.light.accent_on_surface)} to 1 on white. ${grade(contrast.light.accent_on_surface)}</span></p>
    <p class="contrast">${shape('M3 3h18v18H3z', dark.accent)}<span>In the dark it becomes ${dark.accent}, ${ratio(contrast.dark.accent_on_surface)} to 1. ${grade(contrast.dark.accent_on_surface)}</span></p>`
}

export function lookRows(editor: SiteEditor): TemplateResult {
  const site = editor.draft!
  const { look, home } = site.settings
  const changed = (name: FieldName): boolean => editor.changed.includes(name)
  const set = (part: Partial<AdminSite>): void => editor.change((draft) => ({ ...draft, ...part }))
  const setLook = (part: Partial<Look>): void =>
    editor.change((draft) => ({
      ...draft,
      settings: { ...draft.settings, look: { ...draft.settings.look, ...part } },
    }))
  const setHome = (part: Partial<SiteSettings['home']>): void =>
    editor.change((draft) => ({
      ...draft,
      settings: { ...draft.settings, home: { ...draft.settings.home, ...part } },
    }))
  const field = (id: string, value: string, pointer: string, onInput: (value: string) => void, more = {}) =>
    textField({ id, value, wrong: editor.faultAt(pointer) !== undefined, onInput, ...more })
  const named = Object.hasOwn(LAUNCHER_ICONS, look.icon)
  return html`
    ${row({
      id: 'colour',
      name: 'Accent colour',
      hint: 'Buttons, links, customers’ bubbles',
      changed: changed('accent colour'),
      fault: editor.faultAt('/colour') && 'Six digits after a #, such as #0a5e4b.',
      control: html`<div class="line">
          <input class="picker" type="color" aria-label="Pick the accent colour" .value=${pickable(site.colour)}
            @input=${(event: Event) => set({ colour: (event.target as HTMLInputElement).value })}>
          <span class="short">${field('colour', site.colour, '/colour', (colour) => set({ colour }))}</span></div>
        <div role="status">${contrastLines(editor)}</div>`,
    })}
    ${row({
      id: 'logo',
      name: 'Logo',
      hint: 'SVG path data in a 24 × 24 box, drawn as a line',
      changed: changed('logo'),
      fault: editor.faultAt('/logo_path') && 'This is no SVG path data.',
      control: html`<div class="line"><span class="tile">${line(editor.faultAt('/logo_path') ? '' : (site.logo_path ?? ''))}</span>
        ${field('logo', site.logo_path ?? '', '/logo_path', (path) => set({ logo_path: path.trim() || null }), { placeholder: 'M3 18 9 6l4 7 2-3 6 8' })}</div>`,
    })}
    ${row({
      id: 'icon',
      name: 'Launcher',
      hint: 'Its picture, 52 px in the corner',
      group: true,
      changed: changed('icon'),
      fault: editor.faultAt('/settings/look/icon') && 'This is no SVG path data.',
      control: html`${segments({
        id: 'icon',
        value: named ? look.icon : 'own',
        options: [
          ...(Object.keys(LAUNCHER_ICONS) as string[]).map(
            (name) => [name, name[0]!.toUpperCase() + name.slice(1), shape(iconPath(name))] as const,
          ),
          ['own', 'Own'] as const,
        ],
        onChoose: (icon) => setLook({ icon: icon === 'own' ? iconPath(look.icon) : icon }),
      })}${named ? nothing : field('own-icon', look.icon, '/settings/look/icon', (icon) => setLook({ icon }), { label: 'Path data in a 24 × 24 box' })}`,
    })}
    ${row({
      id: 'label',
      name: 'Label',
      hint: 'A word beside it; empty for the round one',
      changed: changed('label'),
      fault: editor.faultAt('/label') && 'At most 40 characters.',
      control: field('label', site.label, '/label', (label) => set({ label }), { placeholder: 'None' }),
    })}
    ${row({
      id: 'position',
      name: 'Corner',
      hint: 'Mirrors by itself in right-to-left',
      group: true,
      changed: changed('corner'),
      control: segments({
        id: 'position',
        value: site.position,
        options: [
          ['bottom-right', 'Bottom right'],
          ['bottom-left', 'Bottom left'],
        ],
        onChoose: (position) => set({ position }),
      }),
    })}
    ${row({
      id: 'offset',
      name: 'Distance',
      hint: 'From the edges, px: sideways, from below',
      group: true,
      changed: changed('distance'),
      fault:
        (editor.faultAt('/settings/look/offset_x') ?? editor.faultAt('/settings/look/offset_y')) &&
        'Whole numbers from 0 to 400.',
      control: html`<div class="line">
        <span class="short">${field('offset-x', String(look.offset_x), '/settings/look/offset_x', (x) => setLook({ offset_x: Number(x) }), { type: 'number', max: 400, label: 'Sideways, px' })}</span>
        <span class="short">${field('offset-y', String(look.offset_y), '/settings/look/offset_y', (y) => setLook({ offset_y: Number(y) }), { type: 'number', max: 400, label: 'From below, px' })}</span></div>`,
    })}
    ${row({
      id: 'greeting',
      name: 'Greeting',
      hint: 'Empty: ours, in the visitor’s language',
      changed: changed('greeting'),
      fault: editor.faultAt('/greeting') && 'At most 200 characters.',
      control: field('greeting', site.greeting, '/greeting', (greeting) => set({ greeting }), {
        placeholder: 'Hi, how can we help?',
      }),
    })}
    ${row({
      id: 'theme',
      name: 'Theme',
      hint: 'Auto follows the visitor’s device',
      group: true,
      changed: changed('theme'),
      control: segments({
        id: 'theme',
        value: look.theme,
        options: [
          ['auto', 'Auto'],
          ['light', 'Light'],
          ['dark', 'Dark'],
        ],
        onChoose: (theme) => setLook({ theme }),
      }),
    })}
    ${row({
      id: 'radius',
      name: 'Roundness',
      hint: 'Panel, buttons, bubbles',
      changed: changed('roundness'),
      control: html`<div class="line"><input id="radius" type="range" min="0" max="28" .value=${String(look.radius)}
        aria-valuetext="${look.radius} px" aria-describedby="radius-hint"
        @input=${(event: Event) => setLook({ radius: Number((event.target as HTMLInputElement).value) })}>
        <output for="radius" class="tabular">${look.radius} px</output></div>`,
    })}
    ${row({
      id: 'font',
      name: 'Font',
      hint: 'A CSS font list; inherit takes the page’s',
      changed: changed('font'),
      fault:
        editor.faultAt('/settings/look/font') &&
        'Font names with commas between, quotes where a name has blanks.',
      control: field('font', look.font, '/settings/look/font', (font) => setLook({ font }), {
        placeholder: 'The device’s own',
      }),
    })}
    ${row({
      id: 'home',
      name: 'On Home',
      hint: 'What the first page offers',
      group: true,
      changed: changed('home rows'),
      control: html`<div class="checks">${HOME_ROWS.map(([name, text]) =>
        checkBox(text, home[name], (is) => setHome({ [name]: is })),
      )}</div>`,
    })}`
}

/** The tag to paste, with a button that copies it. */
export const tagRow = (
  id: string,
  name: string,
  hint: string,
  tag: string,
  copied: boolean,
  onCopy: () => void,
) =>
  row({
    id,
    name,
    hint,
    changed: false,
    group: true,
    control: html`<pre class="tag" tabindex="0" role="region" aria-label=${name}><code>${tag}</code></pre>
      <button class="button" type="button" @click=${onCopy}>${consoleIcon(copied ? 'check' : 'copy')}${copied ? 'Copied' : 'Copy'}</button>`,
  })
