// All pages of the settings, in the order of the rail.

import { html } from 'lit'
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
    kind: 'link',
    id: 'appearance',
    section: 'widget',
    title: 'settings.appearance',
    lead: 'settings.appearance.lead',
    words: ['settings.appearance.lead', 'settings.appearance.words'],
    href: '/console/appearance',
  },
  hoursPage,
  formsPage,
  proactivePage,
  sitePage,
  {
    kind: 'link',
    id: 'knowledge',
    section: 'answers',
    title: 'settings.articles',
    lead: 'settings.articles.lead',
    words: ['settings.articles.lead'],
    href: '/console/knowledge',
  },
  cannedPage,
  macrosPage,
  {
    kind: 'link',
    id: 'assistant',
    section: 'answers',
    title: 'settings.assistant',
    lead: 'settings.assistant.lead',
    words: ['settings.assistant.lead'],
    href: '/console/assistant',
  },
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
