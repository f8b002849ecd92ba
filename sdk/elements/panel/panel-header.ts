// The 56 px header every view has: back, what this is, its own buttons, close. A template, not an element: each
// view owns its header, and a header has no state. No <header> either: it would be a second banner of the host's page.

import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../../locales/messages.ts'
import { firstIcon as icon } from '../icon/icon-shape.ts'
import type { Navigation } from '../provider/widget-context.ts'

export interface PanelHeader {
  t: Translate
  navigation: Navigation | undefined
  title: unknown
  /** Second line, 13 px and muted. */
  subtitle?: unknown
  /** 32 px mark or logo before the title. */
  lead?: unknown
  /** `iconButton`s before the close button. */
  actions?: unknown
}

/** A 40 px button that shows only an icon; `label` is what it says to a screen reader. */
export const iconButton = (
  content: TemplateResult,
  label: string,
  onClick: (event: Event) => void,
): TemplateResult =>
  html`<button class="tool" type="button" aria-label=${label} title=${label} @click=${onClick}>${content}</button>`

export function panelHeader({ t, navigation, title, subtitle, lead, actions }: PanelHeader): TemplateResult {
  return html`<div class="bar" part="header">
    ${navigation?.canGoBack ? iconButton(icon('back'), t('common.back'), () => navigation.back()) : nothing}
    ${lead ?? nothing}
    <div class="bar-text">
      ${title && typeof title === 'string' ? html`<h1 class="bar-title">${title}</h1>` : title}
      ${subtitle ? html`<div class="bar-more">${subtitle}</div>` : nothing}
    </div>
    ${actions ?? nothing}
    ${navigation?.canClose ? iconButton(icon('close'), t('common.close'), () => navigation.close()) : nothing}
  </div>`
}
