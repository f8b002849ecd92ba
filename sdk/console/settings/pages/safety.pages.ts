// Keys for servers and for pages that show the console, and the origins these pages have.

import * as z from 'zod'
import { type ApiKey, type ConsoleKey, NewApiKey, WorkspaceSettings } from '../../../protocol/team-admin.ts'
import type { Desk } from '../../desk.context.ts'
import { copyBox } from '../copy-box.ts'
import { formPage, pick, recordsPage, secretOnce } from '../settings-page.ts'
import { formatWhen } from '../settings-when.ts'

const seen = (last: string | null, { t, locale }: Desk): string =>
  last ? t('settings.last_used', { when: formatWhen(last, locale) }) : t('settings.never_used')

const people = ({ client }: Desk) => [
  { value: '', label: '–' },
  ...client.agents
    .get()
    .filter(({ kind }) => kind === 'human')
    .map(({ id, name }) => ({ value: id, label: name })),
]

export const apiKeysPage = recordsPage<ApiKey>({
  id: 'api-keys',
  list: 'api-keys',
  section: 'safety',
  title: 'settings.api_keys',
  lead: 'settings.api_keys.lead',
  empty: 'settings.api_keys.empty',
  words: ['settings.api_keys.agent', 'settings.api_keys.expires'],
  load: async ({ client }) => (await client.rest<{ keys: ApiKey[] }>('GET', '/admin/api-keys')).keys,
  row: (key, desk) => ({
    name: key.name,
    detail: `${key.hint}… · ${key.agent.name}`,
    end: seen(key.last_used_at, desk),
  }),
  value: (key) => ({ ...key, agent_id: key.agent.id, expires_at: key.expires_at?.slice(0, 10) ?? '' }),
  spec: (desk, item) => ({
    schema: NewApiKey,
    body: (draft: { name: string; agent_id: string; expires_at: string }) => ({
      ...pick(draft, 'name', 'agent_id'),
      expires_at: draft.expires_at ? `${draft.expires_at}T00:00:00.000Z` : null,
    }),
    fields: [
      {
        name: 'name',
        label: desk.t('settings.name'),
        hint: desk.t('settings.api_keys.name.hint'),
        control: { kind: 'text' },
      },
      {
        name: 'agent_id',
        label: desk.t('settings.api_keys.agent'),
        hint: desk.t('settings.api_keys.agent.hint'),
        control: { kind: 'choice', options: people(desk) },
      },
      {
        name: 'expires_at',
        label: desk.t('settings.api_keys.expires'),
        hint: desk.t('settings.api_keys.expires.hint'),
        control: { kind: 'text', type: 'date', narrow: true },
        shown: () => !item || item.expires_at !== null,
      },
    ],
  }),
  add: {
    word: 'settings.api_keys.add',
    fresh: ({ client }) => ({ name: '', agent_id: client.me.get()?.agent.id ?? '', expires_at: '' }),
  },
  create: async (desk, body) => {
    const { key, secret } = await desk.client.rest<{ key: ApiKey; secret: string }>(
      'POST',
      '/admin/api-keys',
      {
        body,
      },
    )
    return { item: key, once: secretOnce(desk, key.name, secret) }
  },
  remove: {
    word: 'settings.revoke',
    done: 'settings.revoked',
    lost: (_, { t }) => t('settings.revoke.lost'),
    run: ({ client }, { id }) => client.rest('DELETE', `/admin/api-keys/${id}`),
  },
})

const snippet = (origin: string): string => `<script type="module" src="${origin}/console/embed.js"></script>
<deskbell-console server="${origin}"></deskbell-console>
<script type="module">
  // Your server signs a token for whoever is signed in.
  document.querySelector('deskbell-console').getToken = async () =>
    (await fetch('/your-path-that-signs-a-token')).text()
</script>`

/** Where the server is, also in another page. */
const serverOf = (): string => new URL(import.meta.url).origin

export const consoleKeysPage = recordsPage<ConsoleKey>({
  id: 'console-keys',
  list: 'console-keys',
  section: 'safety',
  title: 'settings.console_keys',
  lead: 'settings.console_keys.lead',
  empty: 'settings.console_keys.empty',
  words: ['settings.console_keys.snippet'],
  load: async ({ client }) => (await client.rest<{ keys: ConsoleKey[] }>('GET', '/admin/console-keys')).keys,
  row: ({ id, last_used_at }, desk) => ({ name: id, end: seen(last_used_at, desk) }),
  spec: ({ t }, item) => ({
    schema: z.object({}),
    fields: item
      ? [
          {
            name: 'id',
            label: t('settings.console_keys.kid'),
            hint: t('settings.console_keys.kid.hint'),
            control: { kind: 'text' },
          },
        ]
      : [],
  }),
  add: {
    word: 'settings.console_keys.add',
    fresh: () => ({}),
    may: ({ client }) => client.me.get()?.agent.role === 'owner',
  },
  create: async (desk) => {
    const { key, secret } = await desk.client.rest<{ key: ConsoleKey; secret: string }>(
      'POST',
      '/admin/console-keys',
      { body: {} },
    )
    return { item: key, once: secretOnce(desk, key.id, secret) }
  },
  remove: {
    word: 'settings.revoke',
    done: 'settings.revoked',
    lost: (_, { t }) => t('settings.console_keys.lost'),
    run: ({ client }, { id }) => client.rest('DELETE', `/admin/console-keys/${id}`),
  },
})

type Embedding = WorkspaceSettings & { snippet: string }

export const embeddingPage = formPage<Embedding>({
  id: 'embedding',
  list: 'workspace',
  section: 'safety',
  title: 'settings.embedding',
  lead: 'settings.embedding.lead',
  words: ['settings.embedding.origins', 'settings.console_keys.snippet'],
  read: async ({ client }) => ({
    ...(await client.rest<WorkspaceSettings>('GET', '/admin/workspace')),
    snippet: '',
  }),
  spec: ({ t }) => ({
    schema: WorkspaceSettings.pick({ console_origins: true }),
    body: (draft) => pick(draft, 'console_origins'),
    fields: [
      {
        name: 'console_origins',
        label: t('settings.embedding.origins'),
        hint: t('settings.lines'),
        control: { kind: 'lines', placeholder: 'https://admin.example.com' },
      },
      {
        name: 'snippet',
        label: t('settings.console_keys.snippet'),
        hint: t('settings.console_keys.snippet.hint'),
        control: { kind: 'own', draw: (_value, _set, { desk }) => copyBox(snippet(serverOf()), desk) },
      },
    ],
  }),
  send: async ({ client }, body) => ({
    ...(await client.rest<WorkspaceSettings>('PATCH', '/admin/workspace', { body })),
    snippet: '',
  }),
})
