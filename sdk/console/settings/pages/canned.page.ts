// Canned replies: what is typed after a slash. Everybody has their own; the team's are everybody's.

import { html } from 'lit'
import { type CannedReply, WriteCannedReply } from '../../../protocol/desk-tools.ts'
import { fillVariables, textOfPieces } from '../../composer/canned-variables.ts'
import type { Desk } from '../../desk.context.ts'
import type { FormSpec } from '../form-field.ts'
import { recordRest } from '../record-rest.ts'
import { isAdmin, pick, recordsPage } from '../settings-page.ts'

const VARIABLES = [
  'contact.name',
  'contact.first_name',
  'contact.email',
  'agent.name',
  'agent.first_name',
  'conversation.reference',
  'conversation.subject',
  'site.name',
] as const

const sample = {
  contact: { name: 'Nora Berg', email: 'nora@example.com' },
  custom: {},
  reference: 'DB-7K3M92QF',
  subject: 'Bent rotor',
  site: { name: 'Example' },
} as unknown as Parameters<typeof fillVariables>[1]

/** Own ones, and as an administrator the team's. */
export const mayWrite = ({ owner_id, shared }: { owner_id: string; shared: boolean }, desk: Desk): boolean =>
  owner_id === desk.client.me.get()?.agent.id || (shared && isAdmin(desk))

const bodyOf = (draft: CannedReply) => pick(draft, 'shortcut', 'title', 'body', 'shared')

function spec({ t, client }: Desk): FormSpec<CannedReply> {
  const me = client.me.get()!.agent
  return {
    schema: WriteCannedReply,
    body: bodyOf,
    fields: [
      {
        name: 'shortcut',
        label: t('settings.canned.shortcut'),
        hint: t('settings.canned.shortcut.hint'),
        control: { kind: 'text', narrow: true },
      },
      { name: 'title', label: t('settings.canned.title'), control: { kind: 'text' } },
      {
        name: 'body',
        label: t('settings.canned.body'),
        hint: t('settings.canned.body.hint'),
        control: { kind: 'multiline', rows: 6 },
      },
      {
        name: 'variables',
        label: t('settings.canned.variables'),
        hint: t('settings.canned.variables.hint'),
        control: {
          kind: 'own',
          draw: (_value, _set, { draft, put }) =>
            html`<div class="line wraps">${VARIABLES.map(
              (name) =>
                html`<button class="button" type="button" @click=${() => put('body', `${draft.body}{{${name}}}`)}>${name}</button>`,
            )}</div>`,
        },
      },
      {
        name: 'shared',
        label: t('settings.shared'),
        control: { kind: 'switch', words: t('settings.shared.words') },
      },
    ],
    aside: (draft) =>
      html`<h2>${t('settings.canned.preview')}</h2><p class="bubble" dir="auto">${textOfPieces(fillVariables(draft.body ?? '', sample, me)) || '…'}</p>`,
  }
}

export const cannedPage = recordsPage<CannedReply>({
  id: 'canned',
  list: 'canned-replies',
  section: 'answers',
  title: 'settings.canned',
  lead: 'settings.canned.lead',
  empty: 'settings.canned.empty',
  words: ['settings.canned.shortcut', 'settings.canned.variables'],
  count: async ({ lists }) => (await lists.canned.load()).length,
  everybody: true,
  load: ({ lists }) => lists.canned.again(),
  row: ({ shortcut, title, shared, used }, { t }) => ({
    name: title,
    detail: `/${shortcut}`,
    end: [t('settings.used', { n: used }), shared ? '' : t('settings.own')].filter(Boolean).join(' · '),
  }),
  mayChange: mayWrite,
  spec,
  add: {
    word: 'settings.canned.add',
    fresh: (desk) => ({ shortcut: '', title: '', body: '', shared: isAdmin(desk) }),
  },
  ...recordRest<CannedReply>('/canned-replies', 'canned', { lost: () => null, body: bodyOf }),
})
