// Keys by which a site's own server says who its customers are.

import { type IdentityKey, NewIdentityKey } from '../../../protocol/identity.ts'
import type { Desk } from '../../desk.context.ts'
import { recordsPage, secretOnce } from '../settings-page.ts'
import { formatWhen } from '../settings-when.ts'

interface Site {
  id: string
  key: string
  name: string
}
type SiteKey = IdentityKey & { site: Site }

interface NewKey {
  site: string
  algorithm: IdentityKey['algorithm']
  public_key: string
}

const sitesOf = async ({ lists }: Desk): Promise<readonly Site[]> =>
  (await lists.sites.load()) as readonly Site[]
const path = (siteKey: string): string => `/sites/${encodeURIComponent(siteKey)}/identity-keys`

export const identityKeysPage = recordsPage<SiteKey>({
  id: 'identity-keys',
  list: 'identity-keys',
  section: 'safety',
  title: 'settings.identity_keys',
  lead: 'settings.identity_keys.lead',
  empty: 'settings.identity_keys.empty',
  words: ['settings.identity_keys.algorithm'],
  load: async (desk) => {
    const ofSite = async (site: Site): Promise<SiteKey[]> => {
      const { keys } = await desk.client.rest<{ keys: IdentityKey[] }>('GET', path(site.key))
      return keys.filter(({ state }) => state === 'active').map((key) => ({ ...key, site }))
    }
    return (await Promise.all((await sitesOf(desk)).map(ofSite))).flat()
  },
  row: ({ id, site, algorithm, last_used_at }, { t, locale }) => ({
    name: id,
    detail: `${site.name} · ${algorithm}`,
    end: last_used_at
      ? t('settings.last_used', { when: formatWhen(last_used_at, locale) })
      : t('settings.never_used'),
  }),
  value: (key) => ({ ...key, site: key.site.key, public_key: '' }),
  spec: ({ t, lists }, item) => ({
    schema: NewIdentityKey,
    body: ({ algorithm, public_key }: NewKey) => ({
      algorithm,
      ...(algorithm === 'EdDSA' && { public_key }),
    }),
    fields: [
      {
        name: 'site',
        label: t('settings.site'),
        control: {
          kind: 'choice',
          options: ((lists.sites.store.get() ?? []) as readonly Site[]).map(({ key, name }) => ({
            value: key,
            label: name,
          })),
        },
      },
      {
        name: 'algorithm',
        label: t('settings.identity_keys.algorithm'),
        hint: t('settings.identity_keys.algorithm.hint'),
        control: {
          kind: 'segments',
          options: ['HS256', 'EdDSA'].map((value) => ({ value, label: value })),
        },
      },
      {
        name: 'public_key',
        label: t('settings.identity_keys.public'),
        hint: t('settings.identity_keys.public.hint'),
        control: { kind: 'multiline', rows: 4 },
        shown: ({ algorithm }: NewKey) => !item && algorithm === 'EdDSA',
      },
    ],
  }),
  add: {
    word: 'settings.identity_keys.add',
    fresh: ({ lists }): NewKey => ({
      site: (lists.sites.store.get() as readonly Site[] | null)?.[0]?.key ?? '',
      algorithm: 'HS256',
      public_key: '',
    }),
  },
  create: async (desk, body, draft: NewKey) => {
    const site = (await sitesOf(desk)).find(({ key }) => key === draft.site)!
    const { key, secret } = await desk.client.rest<{ key: IdentityKey; secret: string | null }>(
      'POST',
      path(site.key),
      { body },
    )
    return { item: { ...key, site }, ...(secret && { once: secretOnce(desk, key.id, secret) }) }
  },
  remove: {
    word: 'settings.revoke',
    done: 'settings.revoked',
    lost: (_, { t }) => t('settings.revoke.lost'),
    run: ({ client }, { id, site }) => client.rest('POST', `${path(site.key)}/${id}/revoke`),
  },
})
