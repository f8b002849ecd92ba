// Tools the AI agent may use, of all sites: registered, tried, switched, given a new secret. The secret is told once.

import { html } from 'lit'
import * as z from 'zod'
import { ChangeTool, NewTool, type Tool, type ToolWithSecret } from '../../protocol/tool.ts'
import type { Desk } from '../desk.context.ts'
import type { Field, FormSpec } from '../settings/form-field.ts'
import { pick, type RecordsPage, secretOnce } from '../settings/settings-page.ts'
import { formatWhen } from '../settings/settings-when.ts'

interface Site {
  id: string
  name: string
}
export interface SiteTool extends Tool {
  site: Site
}
interface Draft extends Omit<Tool, 'id' | 'parameters'> {
  site: string
  /** As it is typed. */
  parameters: string
}

const FIELDS = [
  'name',
  'title',
  'description',
  'explanation',
  'endpoint',
  'effect',
  'approval',
  'requires_verified',
  'enabled',
] as const

const path = (site: string, id = '', more = ''): string =>
  `/sites/${site}/tools${id && `/${id}`}${more && `/${more}`}`

/** What was typed, where it is no object: the schema says so. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text || '{}')
  } catch {
    return text
  }
}

const bodyOf = (draft: Draft) => ({
  ...pick(draft, ...FIELDS),
  parameters: readJson(draft.parameters),
  ...(draft.effect === 'write' && draft.approval === 'none' && { allow_unapproved_writes: true }),
})

function fields({ t, lists }: Desk, item: SiteTool | null): Field<Draft>[] {
  const sites = lists.sites.store.get() ?? []
  const choice = <V extends string>(values: readonly V[], key: (value: V) => string) =>
    values.map((value) => ({ value, label: key(value) }))
  return [
    {
      name: 'site',
      label: t('settings.site'),
      shown: () => !item && sites.length > 1,
      control: { kind: 'choice', options: sites.map(({ id, name }) => ({ value: id, label: name })) },
    },
    { name: 'title', label: t('ai.tools.title'), hint: t('ai.tools.title.hint'), control: { kind: 'text' } },
    {
      name: 'name',
      label: t('ai.tools.name'),
      hint: t('ai.tools.name.hint'),
      control: { kind: 'text', placeholder: 'order_status' },
    },
    {
      name: 'description',
      label: t('ai.tools.description'),
      hint: t('ai.tools.description.hint'),
      control: { kind: 'multiline', rows: 3 },
    },
    {
      name: 'endpoint',
      label: t('ai.tools.endpoint'),
      hint: t('ai.tools.endpoint.hint'),
      control: { kind: 'text', type: 'url', placeholder: 'https://shop.example/support/order' },
    },
    {
      name: 'effect',
      label: t('ai.tools.effect'),
      tell: (value) => t(`ai.tools.effect.${value as 'read'}`),
      control: {
        kind: 'segments',
        options: choice(['read', 'write'] as const, (value) => t(`ai.tools.effect.${value}`)),
      },
    },
    {
      name: 'approval',
      label: t('ai.tools.approval'),
      tell: (value) => t(`ai.tools.approval.${value as 'none'}`),
      control: {
        kind: 'segments',
        options: choice(['none', 'customer', 'agent'] as const, (value) => t(`ai.tools.approval.${value}`)),
      },
    },
    {
      name: 'explanation',
      label: t('ai.tools.explanation'),
      hint: t('ai.tools.explanation.hint'),
      shown: ({ approval }) => approval !== 'none',
      control: { kind: 'text' },
    },
    {
      name: 'requires_verified',
      label: t('ai.tools.verified'),
      control: { kind: 'switch', words: t('ai.tools.verified.words') },
    },
    {
      name: 'parameters',
      label: t('ai.tools.parameters'),
      hint: t('ai.tools.parameters.hint'),
      wrong: t('ai.tools.parameters.wrong'),
      control: { kind: 'multiline', rows: 6 },
    },
    {
      name: 'enabled',
      label: t('ai.tools.enabled'),
      control: { kind: 'switch', words: t('ai.tools.enabled.words') },
    },
  ]
}

/** Whatever else a tool binds stays as it is. */
const spec = (desk: Desk, item: SiteTool | null): FormSpec<Draft> => ({
  schema: item ? ChangeTool : NewTool.extend({ parameters: z.record(z.string(), z.unknown()) }),
  body: bodyOf,
  fields: fields(desk, item),
  ...(item && {
    aside: () =>
      html`<deskbell-tool-trial .path=${path(item.site.id, item.id, 'test')} .until=${item.previous_secret_until}></deskbell-tool-trial>`,
  }),
})

export const toolsPage: RecordsPage<SiteTool> = {
  kind: 'records',
  id: 'assistant-tools',
  list: 'tools',
  section: 'answers',
  title: 'settings.assistant_tools',
  lead: 'settings.assistant_tools.lead',
  empty: 'ai.tools.none',
  words: [],
  load: async ({ client, lists }) => {
    const of = async (site: Site): Promise<SiteTool[]> =>
      (await client.rest<{ tools: Tool[] }>('GET', path(site.id))).tools.map((tool) => ({ ...tool, site }))
    return (await Promise.all((await lists.sites.load()).map(of))).flat()
  },
  row: ({ title, name, effect, approval, enabled, site }, { t, lists }) => ({
    name: title,
    detail: [name, (lists.sites.store.get()?.length ?? 0) > 1 ? site.name : ''].filter(Boolean).join(' · '),
    end: enabled
      ? [
          t(`ai.tools.effect.${effect}`),
          t('ai.tools.approved_by', { who: t(`ai.tools.approval.${approval}`) }),
        ].join(' · ')
      : t('ai.tools.off'),
    dim: !enabled,
  }),
  value: (tool) => ({ ...tool, site: tool.site.id, parameters: JSON.stringify(tool.parameters, null, 2) }),
  spec,
  add: {
    word: 'ai.tools.add',
    fresh: ({ lists }): Partial<Draft> => ({
      site: lists.sites.store.get()?.[0]?.id ?? '',
      name: '',
      title: '',
      description: '',
      explanation: '',
      endpoint: '',
      effect: 'read',
      approval: 'none',
      requires_verified: false,
      enabled: true,
      parameters: '{\n  "type": "object",\n  "properties": {}\n}',
    }),
  },
  create: async (desk, body, draft: Draft) => {
    const sites = await desk.lists.sites.load()
    const site = sites.find(({ id }) => id === draft.site)!
    const made = await desk.client.rest<ToolWithSecret>('POST', path(site.id), { body })
    return { item: { ...made.tool, site }, once: secretOnce(desk, made.tool.name, made.secret) }
  },
  change: async ({ client, lists }, id, body) => {
    const sites = await lists.sites.load()
    for (const site of sites) {
      const { tools } = await client.rest<{ tools: Tool[] }>('GET', path(site.id))
      if (!tools.some((tool) => tool.id === id)) continue
      const { tool } = await client.rest<{ tool: Tool }>('PATCH', path(site.id, id), { body })
      return { ...tool, site }
    }
    throw new Error(id)
  },
  tools: (tool, desk) => [
    {
      word: 'ai.tools.secret',
      run: async () => {
        const { secret } = await desk.client.rest<ToolWithSecret>(
          'POST',
          path(tool.site.id, tool.id, 'secret'),
          { body: {} },
        )
        return secretOnce(desk, tool.name, secret)
      },
    },
  ],
  remove: {
    word: 'settings.delete',
    done: 'settings.deleted',
    lost: (_, { t }) => t('settings.revoke.lost'),
    run: ({ client }, { id, site }) => client.rest('DELETE', path(site.id, id), { body: {} }),
  },
}

export const untilWords = (until: string | null, { t, locale }: Desk): string =>
  until ? t('ai.tools.secret_until', { when: formatWhen(until, locale) }) : ''
