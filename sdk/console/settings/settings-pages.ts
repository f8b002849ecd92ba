// All pages of the settings, in the order of the rail.

import { html } from 'lit'
import { assistantPages } from './pages/assistant.pages.ts'
import { cannedPage } from './pages/canned.page.ts'
import { identityKeysPage } from './pages/identity-keys.page.ts'
import { macrosPage } from './pages/macros.page.ts'
import { apiKeysPage, consoleKeysPage, embeddingPage } from './pages/safety.pages.ts'
import { formsPage, hoursPage, proactivePage, sitePage } from './pages/site.pages.ts'
import { departmentsPage, fieldsPage, tagsPage, topicsPage } from './pages/sorting.pages.ts'
import { teamPage } from './pages/team.page.ts'
import { workspacePage } from './pages/workspace.page.ts'
import type { SettingsPage } from './settings-page.ts'

export const SETTINGS_PAGES: readonly SettingsPage[] = [
  {
    kind: 'own',
    id: 'appearance',
    section: 'widget',
    title: 'settings.appearance',
    lead: 'settings.appearance.lead',
    words: ['settings.appearance.lead', 'settings.appearance.words'],
    texts: 'appearance',
    load: () => import('../appearance/appearance.define.ts'),
    draw: (_desk, rest) =>
      html`<deskbell-settings-appearance .siteId=${rest}></deskbell-settings-appearance>`,
  },
  hoursPage,
  formsPage,
  proactivePage,
  sitePage,
  {
    kind: 'way',
    id: 'articles',
    section: 'answers',
    title: 'settings.articles',
    lead: 'settings.articles.lead',
    words: ['settings.articles.lead'],
    path: '/articles',
  },
  cannedPage,
  macrosPage,
  ...assistantPages,
  teamPage,
  departmentsPage,
  topicsPage,
  tagsPage,
  fieldsPage,
  workspacePage,
  apiKeysPage,
  identityKeysPage,
  embeddingPage,
  consoleKeysPage,
  {
    kind: 'own',
    id: 'audit',
    section: 'safety',
    title: 'settings.audit',
    lead: 'settings.audit.lead',
    words: ['settings.audit.lead'],
    draw: () => html`<deskbell-settings-audit></deskbell-settings-audit>`,
  },
]
