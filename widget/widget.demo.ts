// States of the whole panel.

import { html } from 'lit'
import { createFakeClient } from '../sdk/elements/demo/fake-client.ts'
import {
  DEMO_NOW,
  sampleArticle,
  sampleConfig,
  sampleSearch,
  sampleTicket,
} from '../sdk/elements/demo/fake-data.ts'
import { en } from '../sdk/locales/en.ts'
import { createTranslator } from '../sdk/locales/translator.ts'

export const demoPanelClient = (config: typeof sampleConfig | Error = sampleConfig) =>
  createFakeClient({
    config,
    search: () => sampleSearch,
    articles: {
      'returning-fitted-parts': sampleArticle,
      'return-labels': { ...sampleArticle, slug: 'return-labels' },
    },
    ticket: () => sampleTicket,
  })

const translator = createTranslator(en, 'en', () => DEMO_NOW)

export const demoPanel = (client = demoPanelClient()) =>
  html`<deskbell-widget .client=${client} .readConfig=${() => client.config()} .translator=${translator}></deskbell-widget>`
