// What an operator can set. Every variable is read here, once, and every fault is reported together.

import path from 'node:path'
import * as z from 'zod'
import { OperatorError } from './platform/operator-error.ts'
import { isAddressRange } from './platform/outbound/address-rule.ts'

const shown = (value: unknown): string => JSON.stringify(value)

/** An integer within bounds, as text. */
const number = (min: number, max: number) =>
  z.string().transform((text, context) => {
    const value = Number(text)
    if (/^\d+$/.test(text) && value >= min && value <= max) return value
    context.addIssue({
      code: 'custom',
      message: `must be a number from ${min} to ${max}, not ${shown(text)}`,
    })
    return z.NEVER
  })

const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    // A database URL holds a password: the value is not repeated.
    error: `must be a URL that begins with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const oneOf = <T extends string>(...values: [T, ...T[]]) =>
  z.enum(values, { error: (issue) => `must be one of ${values.join(', ')}, not ${shown(issue.input)}` })

const text = () => z.string()

/** An amount of money, with a dot before the cents. */
const price = () =>
  z.string().transform((value, context) => {
    if (/^\d{1,6}(\.\d{1,6})?$/.test(value)) return Number(value)
    context.addIssue({ code: 'custom', message: `must be an amount such as 0.40, not ${shown(value)}` })
    return z.NEVER
  })

/** Hops in front of the server, or the proxies' addresses; see Express's `trust proxy`. */
const proxies = () =>
  z.string().transform((value, context) => {
    if (/^\d$/.test(value)) return Number(value)
    const list = value.split(',').map((entry) => entry.trim())
    if (list.every((entry) => /^(loopback|linklocal|uniquelocal|[\da-f.:]+(\/\d{1,3})?)$/i.test(entry)))
      return list
    context.addIssue({
      code: 'custom',
      message: `must be a number of proxies from 0 to 9 or their addresses with commas between, not ${shown(value)}`,
    })
    return z.NEVER
  })

/** Ranges of addresses, with commas between. */
const ranges = () =>
  z.string().transform((value, context) => {
    const list = value.split(',').map((entry) => entry.trim())
    if (list.every(isAddressRange)) return list
    context.addIssue({
      code: 'custom',
      message: `must be addresses or ranges such as 10.1.0.0/16 with commas between, not ${shown(value)}`,
    })
    return z.NEVER
  })

/** `support@shop.example`, or `Shop <support@shop.example>`. */
const sender = () =>
  z.string().transform((value, context) => {
    const [, name = '', address = value.trim()] = /^([^<>]*)<([^<>]+)>\s*$/.exec(value) ?? []
    if (z.email().safeParse(address).success) return { name: name.trim().replace(/^"(.*)"$/, '$1'), address }
    context.addIssue({
      code: 'custom',
      message: `must be an address or Name <address>, not ${shown(value)}`,
    })
    return z.NEVER
  })

const NODE_ENVIRONMENTS = ['development', 'production', 'test'] as const

/** The variables. Descriptions become the README's table and `.env.example`. */
export const ENVIRONMENT = z.object({
  NODE_ENV: oneOf(...NODE_ENVIRONMENTS)
    .default('development')
    .describe('`production` switches the demo off, needs built bundles and listens on every address.'),
  PORT: number(1, 65_535).default(4600).describe('The port of the server: widget, console, API.'),
  HOST: text().optional().describe('The address to listen on. Unset: `127.0.0.1`, in production `0.0.0.0`.'),
  PUBLIC_URL: url('http:', 'https:')
    .optional()
    .describe('Where browsers find the server, without a path. Unset: `http://localhost:<PORT>`.'),
  DATABASE_URL: url('postgres:', 'postgresql:')
    .optional()
    .describe('A PostgreSQL 15 or newer. Unset: Deskbell runs one of its own in the data folder.'),
  DATABASE_POOL: number(2, 200).default(10).describe('Database connections of one server.'),
  REDIS_URL: url('redis:', 'rediss:')
    .optional()
    .describe(
      'A Redis that carries news between several servers on one database. Unset: PostgreSQL carries them.',
    ),
  DATA_DIR: text().default('./data').describe('The folder for the own PostgreSQL and for attachments.'),
  DEMO: oneOf('auto', 'on', 'off')
    .default('auto')
    .describe(
      'The demo shop with its articles and one-click login. `auto`: on outside production on loopback.',
    ),
  DEMO_PORT: number(1, 65_535)
    .default(4601)
    .describe('The port of the demo shop, so that it is an origin of its own.'),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent')
    .optional()
    .describe('Unset: `info` in production, else `warn`.'),
  TRUST_PROXY: proxies()
    .default(0)
    .describe(
      'How many proxies stand in front, or their addresses with commas between; rate limits need it.',
    ),
  OPENAI_API_KEY: text().optional().describe('Lets a model write the answers. Unset: articles are quoted.'),
  OPENAI_BASE_URL: url('http:', 'https:')
    .optional()
    .describe('Any OpenAI-compatible server; alone, without a key, it is used too.'),
  OPENAI_MODEL: text().default('gpt-4.1-mini').describe('The model that writes the answers.'),
  OPENAI_FALLBACK_BASE_URL: url('http:', 'https:')
    .optional()
    .describe('A second OpenAI-compatible server, asked while the first one fails. Unset: none.'),
  OPENAI_FALLBACK_API_KEY: text().optional().describe('The key of the second server, if it wants one.'),
  OPENAI_FALLBACK_MODEL: text().optional().describe('The model on the second server. Unset: `OPENAI_MODEL`.'),
  OPENAI_PRICE_INPUT: price()
    .optional()
    .describe('What a million tokens read cost, in your currency: runs then show what they cost.'),
  OPENAI_PRICE_OUTPUT: price().optional().describe('What a million tokens written cost.'),
  OPENAI_EMBEDDING_MODEL: text()
    .optional()
    .describe('Lets search compare meanings too, by this embedding model. Unset: words alone.'),
  OPENAI_EMBEDDING_BASE_URL: url('http:', 'https:')
    .optional()
    .describe('The server with the embedding model. Unset: `OPENAI_BASE_URL`, with its key.'),
  OPENAI_EMBEDDING_API_KEY: text()
    .optional()
    .describe(
      'The key of that server, if it wants one. Unset: `OPENAI_API_KEY`, where the server is the same.',
    ),
  SMTP_URL: url('smtp:', 'smtps:')
    .optional()
    .describe(
      'The mail server, with account and password: `smtps://user:password@mail.example:465`. Unset: no mail; in development it is printed.',
    ),
  MAIL_FROM: sender()
    .optional()
    .describe('Whom mail is from: an address, or `Name <address>`. Needed with SMTP_URL.'),
  OUTBOUND_ALLOW: ranges()
    .default([])
    .describe(
      'Private addresses owners may name as endpoints and pages to import, as ranges with commas between. Unset: only the public internet, ports 80 and 443.',
    ),
  METRICS_TOKEN: text().optional().describe('Bearer token for `/metrics`. Unset: only loopback may read it.'),
})

export type Environment = Record<string, string | undefined>

export interface Config {
  production: boolean
  host: string
  port: number
  /** An origin, without a slash at the end. */
  publicUrl: string
  /** Null: the embedded PostgreSQL. */
  databaseUrl: string | null
  databasePool: number
  /** Null: PostgreSQL carries the news between nodes. */
  redisUrl: string | null
  /** Absolute. */
  dataDir: string
  /** Null: no demo. */
  demo: { port: number } | null
  logLevel: string
  trustProxy: number | string[]
  /** In the order they are asked. Empty: answers quote the articles. */
  models: { apiKey: string; baseUrl: string | undefined; name: string }[]
  /** Null: search compares words alone. */
  embeddings: { apiKey: string; baseUrl: string; model: string } | null
  /** A million tokens, in the operator's currency; null where no price is set. */
  modelPrices: { input: number; output: number } | null
  /** Null: mail is off. Without a URL it is printed, for developers. */
  mail: { url: string | null; from: { name: string; address: string } } | null
  /** In CIDR notation: private addresses that may be asked on an owner's word. */
  outboundAllow: string[]
  metricsToken: string | null
}

export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1|\[::1\])$/.test(host)

/**
 * @param root what a relative DATA_DIR is relative to
 * @throws OperatorError with one line a fault
 */
export function loadConfig(env: Environment, root: string = path.resolve(import.meta.dirname, '..')): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = ENVIRONMENT.safeParse(given)
  const faults = parsed.error?.issues.map(({ path: [name], message }) => `${String(name)} ${message}.`) ?? []
  if (!parsed.success) throw new OperatorError([...new Set(faults)].join('\n'))

  const values = parsed.data
  const production = values.NODE_ENV === 'production'
  const host = values.HOST ?? (production ? '0.0.0.0' : '127.0.0.1')
  const publicUrl = new URL(values.PUBLIC_URL ?? `http://localhost:${values.PORT}`)
  const demo = values.DEMO === 'on' || (values.DEMO === 'auto' && !production && isLoopback(host))

  const conflicts = [
    values.DEMO === 'on' &&
      !isLoopback(host) &&
      `DEMO must be off while HOST is ${host}: the demo's login link is for this machine alone.`,
    demo &&
      values.DEMO_PORT === values.PORT &&
      `DEMO_PORT must differ from PORT, which is ${values.PORT} too.`,
    (values.OPENAI_FALLBACK_BASE_URL || values.OPENAI_FALLBACK_API_KEY) &&
      !(values.OPENAI_BASE_URL || values.OPENAI_API_KEY) &&
      'OPENAI_FALLBACK_BASE_URL names a second server: set OPENAI_BASE_URL or OPENAI_API_KEY for the first.',
    values.SMTP_URL && !values.MAIL_FROM && 'MAIL_FROM must be set with SMTP_URL.',
    publicUrl.pathname + publicUrl.search + publicUrl.hash !== '/' &&
      `PUBLIC_URL must not have a path, not ${shown(values.PUBLIC_URL)}.`,
  ].filter((conflict) => typeof conflict === 'string' && conflict !== '')
  if (conflicts.length) throw new OperatorError(conflicts.join('\n'))

  return {
    production,
    host,
    port: values.PORT,
    publicUrl: publicUrl.origin,
    databaseUrl: values.DATABASE_URL ?? null,
    databasePool: values.DATABASE_POOL,
    redisUrl: values.REDIS_URL ?? null,
    dataDir: path.resolve(root, values.DATA_DIR),
    demo: demo ? { port: values.DEMO_PORT } : null,
    logLevel: values.LOG_LEVEL ?? (production ? 'info' : 'warn'),
    trustProxy: values.TRUST_PROXY,
    models: modelsOf(values),
    embeddings: embeddingsOf(values),
    modelPrices:
      values.OPENAI_PRICE_INPUT === undefined && values.OPENAI_PRICE_OUTPUT === undefined
        ? null
        : { input: values.OPENAI_PRICE_INPUT ?? 0, output: values.OPENAI_PRICE_OUTPUT ?? 0 },
    mail: mailOf(values),
    outboundAllow: values.OUTBOUND_ALLOW,
    metricsToken: values.METRICS_TOKEN ?? null,
  }
}

function mailOf({ SMTP_URL, MAIL_FROM, NODE_ENV }: z.output<typeof ENVIRONMENT>): Config['mail'] {
  // Printed mail holds codes and links: never where others read the log.
  if (!SMTP_URL && NODE_ENV !== 'development') return null
  return { url: SMTP_URL ?? null, from: MAIL_FROM ?? { name: '', address: 'support@localhost' } }
}

function embeddingsOf(values: z.output<typeof ENVIRONMENT>): Config['embeddings'] {
  const model = values.OPENAI_EMBEDDING_MODEL
  if (!model) return null
  const own = values.OPENAI_EMBEDDING_BASE_URL
  // A key goes to the server it is for, and to no other.
  const apiKey = values.OPENAI_EMBEDDING_API_KEY ?? (own ? '' : (values.OPENAI_API_KEY ?? ''))
  return { model, apiKey, baseUrl: own ?? values.OPENAI_BASE_URL ?? 'https://api.openai.com/v1' }
}

function modelsOf(values: z.output<typeof ENVIRONMENT>): Config['models'] {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = values
  const { OPENAI_FALLBACK_API_KEY, OPENAI_FALLBACK_BASE_URL, OPENAI_FALLBACK_MODEL } = values
  const server = (key: string | undefined, baseUrl: string | undefined, name: string): Config['models'] =>
    // A key alone is OpenAI's; servers on one's own machine want none.
    key || baseUrl ? [{ apiKey: key ?? '', baseUrl, name }] : []
  return [
    ...server(OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL),
    ...server(OPENAI_FALLBACK_API_KEY, OPENAI_FALLBACK_BASE_URL, OPENAI_FALLBACK_MODEL ?? OPENAI_MODEL),
  ]
}
