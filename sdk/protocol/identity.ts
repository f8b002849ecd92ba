// Who a customer is, as the owner's own system vouches for it in a signed token (JWT, RFC 7519), and what a page tells
// of them unsigned.

import * as z from 'zod'
import { LIMITS } from './limits.ts'
import { plainText, storable } from './plain-text.ts'
import { SettingKey } from './site-settings.ts'
import { Device, VisitedPage } from './visit.ts'

export const IDENTITY_LIMITS = {
  /** Characters of a token. */
  token: 8192,
  /** A token is good for an hour at most, seconds. */
  lifetime: 3600,
  /** What two clocks may differ by, seconds. */
  leeway: 60,
  customerId: 255,
  attributes: 50,
  attributeText: 500,
  eventName: 60,
  /** Entries of an event's data. */
  eventData: 20,
  /** The newest so many events of a customer are kept. */
  events: 100,
} as const

export const AttributeValue = z.union([
  plainText().max(IDENTITY_LIMITS.attributeText),
  z.number(),
  z.boolean(),
])
export type AttributeValue = z.infer<typeof AttributeValue>

const few = (entries: object, most: number): boolean => Object.keys(entries).length <= most

/** Facts about a customer; a date is its ISO 8601 text. */
export const Attributes = z
  .record(SettingKey, AttributeValue)
  .refine((all) => few(all, IDENTITY_LIMITS.attributes), {
    error: `At most ${IDENTITY_LIMITS.attributes} attributes.`,
  })
export type Attributes = z.infer<typeof Attributes>

/** What is read of a token besides its registered claims; other claims are ignored. */
export const IdentityClaims = z.object({
  /** The customer's id in the owner's system. Refused where other texts are mended: a mended one is somebody else's. */
  sub: z
    .string()
    .min(1)
    .max(IDENTITY_LIMITS.customerId)
    .refine((id) => storable(id) === id, { error: 'No NUL and no half of a surrogate pair.' }),
  name: plainText().trim().max(LIMITS.name).optional(),
  email: z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email()).optional(),
  /** True: the owner's system has checked that the address is theirs. */
  email_verified: z.boolean().optional(),
  locale: z.string().max(35).optional(),
  attributes: Attributes.optional(),
})
export type IdentityClaims = z.infer<typeof IdentityClaims>

export const Identify = z.strictObject({
  site: z.string().max(100).optional(),
  locale: z.string().max(35).optional(),
  token: z.string().min(1).max(IDENTITY_LIMITS.token),
})

/** `token` is the new session's; null: the one that was sent is this customer's already and stays. */
export const IdentifiedSession = z.object({
  token: z.string().nullable(),
  contact: z.object({ id: z.uuid(), name: z.string(), email: z.string().nullable() }),
})
export type IdentifiedSession = z.infer<typeof IdentifiedSession>

/** Unsigned, so only a hint. Null takes an attribute away; what is not named stays. */
export const SetAttributes = z.strictObject({
  attributes: z
    .record(SettingKey, AttributeValue.nullable())
    .refine((all) => few(all, IDENTITY_LIMITS.attributes), {
      error: `At most ${IDENTITY_LIMITS.attributes} attributes.`,
    }),
})

export const TrackEvent = z.strictObject({
  name: plainText().trim().min(1).max(IDENTITY_LIMITS.eventName),
  data: z
    .record(SettingKey, AttributeValue)
    .refine((all) => few(all, IDENTITY_LIMITS.eventData), {
      error: `At most ${IDENTITY_LIMITS.eventData} entries.`,
    })
    .default({}),
  url: z.url().max(2000).optional(),
})

/** What agents see of a customer beside the conversation. */
export const ContactDetail = z.object({
  id: z.uuid(),
  name: z.string(),
  email: z.string().nullable(),
  /** Vouched for by a signed token. */
  verified: z.boolean(),
  email_verified: z.boolean(),
  /** Their id in the owner's system; null while nobody has vouched for them. */
  customer_id: z.string().nullable(),
  locale: z.string().nullable(),
  created_at: z.string(),
  /** As signed. */
  attributes: Attributes,
  /** As the page says, which a visitor can make it say. */
  page_attributes: Attributes,
  /** Newest first. */
  events: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      data: z.record(z.string(), AttributeValue),
      url: z.string().nullable(),
      at: z.string(),
    }),
  ),
  /** As the browser says; null while it has said nothing. */
  device: Device.nullable(),
  /** IANA. */
  time_zone: z.string().nullable(),
  /** Newest first. */
  pages: z.array(VisitedPage),
  /** Of all their conversations. */
  ratings: z.object({ count: z.int(), average: z.number() }).nullable(),
})
export type ContactDetail = z.infer<typeof ContactDetail>

export const IdentityAlgorithm = z.enum(['HS256', 'EdDSA'])
export type IdentityAlgorithm = z.infer<typeof IdentityAlgorithm>

/** A key as administrators see it: never its secret. */
export const IdentityKey = z.object({
  /** The token's `kid`. */
  id: z.uuid(),
  algorithm: IdentityAlgorithm,
  state: z.enum(['active', 'retired']),
  created_at: z.string(),
  last_used_at: z.string().nullable(),
})
export type IdentityKey = z.infer<typeof IdentityKey>

/** EdDSA takes the public half of an Ed25519 pair, as PEM text or as a JWK; HS256 takes nothing. */
export const NewIdentityKey = z.strictObject({
  algorithm: IdentityAlgorithm.default('HS256'),
  public_key: z.union([z.string().max(4000), z.record(z.string(), z.unknown())]).optional(),
})
