// A named state of an element, written once: for the catalogue, for axe, for screenshots.

import { html, type TemplateResult } from 'lit'
import type { VisitorClient } from '../../client/visitor-client.api.ts'
import { createFakeClient } from './fake-client.ts'
import { demoClockOffset } from './fake-data.ts'

export interface Demo {
  render: () => TemplateResult
  /** A fresh client each time it is shown; one of the sample shop if absent. */
  client?: () => VisitorClient
  /** BCP 47; English if absent. */
  locale?: string
}
export type Demos = Readonly<Record<string, Demo>>

/** The demo inside a provider. `provider.define.ts` and the element's own define file must be loaded. */
export const demoFrame = ({ render, client, locale = 'en' }: Demo, theme: 'light' | 'dark'): TemplateResult =>
  html`<deskbell-provider theme=${theme} locale=${locale}
    .client=${client?.() ?? createFakeClient({ clockOffset: demoClockOffset() })}>${render()}</deskbell-provider>`
