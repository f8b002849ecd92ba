// A site: its hours, what is asked before a chat and on a ticket, messages it begins itself, and the tag for its pages.

import { html } from 'lit'
import * as z from 'zod'
import { Hours } from '../../../protocol/opening-hours.ts'
import { type AdminSite, ChangeSite, type SiteTags } from '../../../protocol/site-admin.ts'
import { FormField, type ProactiveMessage, SiteSettings } from '../../../protocol/site-settings.ts'
import type { Desk } from '../../desk.context.ts'
import { copyBox } from '../copy-box.ts'
import { fieldList, tidyFields } from '../field-list.ts'
import { hoursControl, officeHours, tellHours } from '../hours-control.ts'
import { areaPart, checkPart, listControl, textPart } from '../list-control.ts'
import { type FormPage, formPage, pick } from '../settings-page.ts'

const read = async ({ client }: Desk, id: string): Promise<AdminSite> =>
  (await client.rest<{ site: AdminSite }>('GET', `/sites/${id}`)).site
const send = async ({ client }: Desk, body: unknown, id: string): Promise<AdminSite> =>
  (await client.rest<{ site: AdminSite }>('PATCH', `/sites/${id}`, { body })).site

const ofSite = <T>(page: Omit<FormPage<T>, 'kind' | 'section' | 'ofSite'>) =>
  formPage<T>({ section: 'widget', list: 'sites', ofSite: true, ...page })

type SiteHours = AdminSite & { open: boolean }
const withOpen = (site: AdminSite): SiteHours => ({
  ...site,
  open: site.hours === null,
  hours: site.hours ?? officeHours(),
})

export const hoursPage = ofSite<SiteHours>({
  id: 'hours',
  title: 'settings.hours',
  lead: 'settings.hours.lead',
  words: ['settings.hours.zone', 'settings.hours.days', 'settings.hours.holidays'],
  read: async (desk, id) => withOpen(await read(desk, id)),
  send: async (desk, body, id) => withOpen(await send(desk, body, id)),
  spec: ({ t, locale }) => {
    const kept = ({ open }: SiteHours): boolean => !open
    return {
      schema: z.object({ hours: Hours.nullable() }),
      body: ({ hours, open }, saved) => ({ hours: open ? null : hours, version: saved?.version }),
      fields: [
        {
          name: 'open',
          label: t('settings.hours.always'),
          hint: t('settings.hours.always.hint'),
          control: { kind: 'switch', words: t('settings.hours.always.words') },
        },
        {
          name: 'hours.time_zone',
          label: t('settings.hours.zone'),
          control: {
            kind: 'choice',
            options: Intl.supportedValuesOf('timeZone').map((value) => ({
              value,
              label: value.replaceAll('_', ' '),
            })),
          },
          shown: kept,
        },
        {
          name: 'hours.days',
          label: t('settings.hours.days'),
          hint: t('settings.hours.days.hint'),
          control: { kind: 'own', draw: (value, set, { desk }) => hoursControl(value, set, desk) },
          tell: tellHours(locale),
          shown: kept,
        },
        {
          name: 'hours.holidays',
          label: t('settings.hours.holidays'),
          hint: t('settings.hours.holidays.hint'),
          control: { kind: 'lines', placeholder: '2027-12-25' },
          shown: kept,
        },
      ],
    }
  },
})

const sampleOf = (fields: readonly FormField[]) =>
  html`<div class="sample">${fields.map(
    ({ label, required, type, options }) =>
      html`<label class="part"><span dir="auto">${label || '…'}${required ? ' *' : ''}</span>${
        type === 'select'
          ? html`<select class="input">${options?.map((option) => html`<option>${option}</option>`)}</select>`
          : type === 'checkbox'
            ? html`<input type="checkbox" />`
            : type === 'multiline'
              ? html`<textarea class="input" rows="2"></textarea>`
              : html`<input class="input" type=${type === 'phone' ? 'tel' : type} />`
      }</label>`,
  )}</div>`

export const formsPage = ofSite<AdminSite>({
  id: 'forms',
  title: 'settings.forms',
  lead: 'settings.forms.lead',
  words: ['settings.forms.chat', 'settings.forms.ticket', 'settings.field.options'],
  read,
  send,
  spec: ({ t }) => ({
    schema: z.object({
      settings: z.object({
        chat: z.object({ pre_chat: z.array(FormField).max(10) }),
        ticket: z.object({ fields: z.array(FormField).max(20) }),
      }),
    }),
    body: ({ settings: { chat, ticket } }, saved) => ({
      settings: {
        chat: { pre_chat: tidyFields(chat.pre_chat) },
        ticket: { fields: tidyFields(ticket.fields) },
      },
      version: saved?.version,
    }),
    fields: [
      {
        name: 'settings.chat.pre_chat',
        label: t('settings.forms.chat'),
        hint: t('settings.forms.chat.hint'),
        control: { kind: 'own', draw: (value, set, { desk }) => fieldList(value, set, desk, 10) },
      },
      {
        name: 'settings.ticket.fields',
        label: t('settings.forms.ticket'),
        hint: t('settings.forms.ticket.hint'),
        control: { kind: 'own', draw: (value, set, { desk }) => fieldList(value, set, desk, 20) },
      },
    ],
    aside: ({ settings }) =>
      html`<h2>${t('settings.forms.sample')}</h2>${
        settings.chat.pre_chat.length > 0
          ? sampleOf(settings.chat.pre_chat)
          : html`<p class="muted">${t('settings.forms.nothing_asked')}</p>`
      }`,
  }),
})

const numberOf = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text))
const nextId = (all: readonly ProactiveMessage[]): string => {
  let n = all.length + 1
  while (all.some(({ id }) => id === `message_${n}`)) n++
  return `message_${n}`
}

export const proactivePage = ofSite<AdminSite>({
  id: 'proactive',
  count: async ({ lists }) =>
    ((await lists.sites.load()) as readonly AdminSite[]).flatMap(({ settings }) => settings.proactive).length,
  title: 'settings.proactive',
  lead: 'settings.proactive.lead',
  words: ['settings.proactive.url', 'settings.proactive.seconds', 'settings.proactive.exit'],
  read,
  send,
  spec: ({ t }) => ({
    schema: z.object({ settings: z.object({ proactive: SiteSettings.shape.proactive }) }),
    body: ({ settings }, saved) => ({ settings: { proactive: settings.proactive }, version: saved?.version }),
    fields: [
      {
        name: 'settings.proactive',
        label: t('settings.proactive.messages'),
        hint: t('settings.proactive.messages.hint'),
        control: {
          kind: 'own',
          draw: (value, set, { desk }) => {
            const items = value as ProactiveMessage[]
            return listControl<ProactiveMessage>({
              items,
              set,
              desk,
              add: {
                word: t('settings.proactive.add'),
                fresh: () => ({ id: nextId(items), text: '', after_seconds: 20, every_days: 7 }),
                most: 20,
              },
              name: ({ text }, place) => text || t('settings.proactive.nth', { n: place }),
              draw: (message, change) => [
                areaPart({
                  label: t('settings.proactive.text'),
                  value: message.text,
                  set: (text) => change({ text }),
                }),
                textPart({
                  label: t('settings.proactive.choices'),
                  wide: true,
                  value: message.choices?.map(({ label }) => label).join('; '),
                  set: (text) => {
                    const labels = text.split(';').map((label) => label.trim())
                    change({ choices: text.trim() ? labels.map((label) => ({ label })) : undefined })
                  },
                }),
                textPart({
                  label: t('settings.proactive.url'),
                  hint: '/prices*',
                  value: message.url,
                  set: (url) => change({ url: url || undefined }),
                }),
                textPart({
                  label: t('settings.proactive.seconds'),
                  type: 'number',
                  value: message.after_seconds,
                  set: (text) => change({ after_seconds: numberOf(text) }),
                }),
                textPart({
                  label: t('settings.proactive.scroll'),
                  type: 'number',
                  value: message.scroll_percent,
                  set: (text) => change({ scroll_percent: numberOf(text) }),
                }),
                textPart({
                  label: t('settings.proactive.every'),
                  type: 'number',
                  value: message.every_days,
                  set: (text) => change({ every_days: Number(text) }),
                }),
                checkPart(t('settings.proactive.exit'), message.exit_intent ?? false, (on) =>
                  change({ exit_intent: on || undefined }),
                ),
              ],
            })
          },
        },
      },
    ],
    aside: ({ settings }) =>
      html`<h2>${t('settings.proactive.preview')}</h2>${settings.proactive.map(({ text }) => html`<p class="bubble" dir="auto">${text || '…'}</p>`)}`,
  }),
})

type Tagged = AdminSite & { tags: SiteTags }
const withTags = async ({ client }: Desk, site: AdminSite): Promise<Tagged> => ({
  ...site,
  tags: await client
    .rest<SiteTags>('GET', `/sites/${site.id}/tags`)
    // The origins can be changed without.
    .catch(() => ({ latest: '', pinned: null })),
})

export const sitePage = ofSite<Tagged>({
  id: 'site',
  title: 'settings.sites',
  lead: 'settings.sites.lead',
  words: ['settings.sites.origins', 'settings.sites.consent', 'settings.sites.pages', 'settings.sites.tag'],
  read: async (desk, id) => withTags(desk, await read(desk, id)),
  send: async (desk, body, id) => withTags(desk, await send(desk, body, id)),
  spec: ({ t }) => ({
    schema: ChangeSite,
    body: (draft, saved) => ({
      ...pick(draft, 'name', 'locale', 'origins'),
      settings: pick(draft.settings, 'consent', 'page_history'),
      version: saved?.version,
    }),
    fields: [
      { name: 'name', label: t('settings.name'), control: { kind: 'text' } },
      {
        name: 'locale',
        label: t('settings.sites.locale'),
        hint: t('settings.sites.locale.hint'),
        control: { kind: 'text', narrow: true },
      },
      {
        name: 'origins',
        label: t('settings.sites.origins'),
        hint: t('settings.sites.origins.hint'),
        control: { kind: 'lines', placeholder: 'https://www.example.com' },
      },
      {
        name: 'settings.consent',
        label: t('settings.sites.consent'),
        hint: t('settings.sites.consent.hint'),
        control: {
          kind: 'segments',
          options: (['implied', 'ask'] as const).map((value) => ({
            value,
            label: t(`settings.sites.consent.${value}`),
          })),
        },
      },
      {
        name: 'settings.page_history',
        label: t('settings.sites.pages'),
        hint: t('settings.sites.pages.hint'),
        control: { kind: 'switch', words: t('settings.sites.pages.words') },
      },
      {
        name: 'tags.latest',
        label: t('settings.sites.tag'),
        hint: t('settings.sites.tag.hint'),
        control: { kind: 'own', draw: (value, _set, { desk }) => copyBox(String(value), desk) },
        shown: ({ tags }) => tags.latest !== '',
      },
      {
        name: 'tags.pinned',
        label: t('settings.sites.pinned'),
        hint: t('settings.sites.pinned.hint'),
        control: { kind: 'own', draw: (value, _set, { desk }) => copyBox(String(value), desk) },
        shown: ({ tags }) => tags.pinned !== null,
      },
    ],
  }),
})
