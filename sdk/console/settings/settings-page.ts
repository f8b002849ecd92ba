// What a settings page is: a list of records, one form, an element of its own, or a way elsewhere. Words and shapes; draws nothing.

import type { TemplateResult } from 'lit'
import type { DeskListName } from '../../protocol/desk-list.ts'
import type { Desk } from '../desk.context.ts'
import type { ConsoleKey, LaterPart } from '../locales/console-texts.ts'
import type { FormSpec } from './form-field.ts'

/** In the order they stand in the rail. */
export const SECTIONS = ['widget', 'answers', 'desk', 'safety'] as const
export type Section = (typeof SECTIONS)[number]

interface Head {
  /** In the address: `#/settings/team`. */
  id: string
  section: Section
  title: ConsoleKey
  lead: ConsoleKey
  /** What else it is found by, mostly the names of its rows. */
  words: readonly ConsoleKey[]
  /** What it shows, as its changes by others are told. */
  list?: DeskListName
  /** Agents may see it, too. */
  everybody?: boolean
  /** How many there are is told in the rail. */
  count?: (desk: Desk) => number | Promise<number>
}

export interface RecordRow {
  name: string
  detail?: string
  end?: string
  /** Out of use. */
  dim?: boolean
}

/** Something that is told this once. */
export interface Once {
  title: string
  text: string
  hint: string
}

/** A secret that nobody is told again. */
export const secretOnce = ({ t }: Desk, name: string, secret: string): Once => ({
  title: t('settings.secret', { name }),
  text: secret,
  hint: t('settings.secret.hint'),
})

export interface Made<T> {
  item: T
  once?: Once
}

// biome-ignore lint/suspicious/noExplicitAny: a form's own value; each page's spec is typed
type Draft = any

export interface RecordsPage<T extends { id: string }> extends Head {
  kind: 'records'
  load: (desk: Desk) => Promise<readonly T[]>
  row: (item: T, desk: Desk) => RecordRow
  empty: ConsoleKey
  spec: (desk: Desk, item: T | null) => FormSpec<Draft>
  /** What of it the form shows; all where nothing says. */
  value?: (item: T) => Draft
  /** The word on the button, and what a new one begins with. */
  add?: { word: ConsoleKey; fresh: (desk: Desk) => Draft; may?: (desk: Desk) => boolean }
  create?: (desk: Desk, body: Draft, draft: Draft) => Promise<Made<T>>
  change?: (desk: Desk, id: string, body: Draft) => Promise<T>
  mayChange?: (item: T, desk: Desk) => boolean
  remove?: {
    word: ConsoleKey
    run: (desk: Desk, item: T) => Promise<unknown>
    /** What is lost for good; asked before. Null: nothing, it can be made again. */
    lost: (item: T, desk: Desk) => string | null
    again?: (desk: Desk, item: T) => Promise<unknown>
    done: ConsoleKey
    /** How many conversations still have one that is deleted. */
    left?: (desk: Desk) => Promise<number>
  }
  tools?: (item: T, desk: Desk) => readonly { word: ConsoleKey; run: () => Promise<Once | undefined> }[]
  /** Below the list, such as how it is used. */
  after?: (desk: Desk) => TemplateResult
}

export interface FormPage<T> extends Head {
  kind: 'form'
  /** There is one for each site. */
  ofSite?: boolean
  /** A lead that knows of what it is about; null while it does not. */
  leadOf?: (desk: Desk, value: T | null) => string | null
  read: (desk: Desk, siteId: string) => Promise<T>
  spec: (desk: Desk, value: T) => FormSpec<T>
  send: (desk: Desk, body: Draft, siteId: string) => Promise<T>
}

/** Another place of the console. */
export interface WayPage extends Head {
  kind: 'way'
  path: string
}

/** An element of its own. What is typed there is kept as `Leavable` says. */
export interface OwnPage extends Head {
  kind: 'own'
  /** Fetches what it is drawn with, where that does not come with the settings. */
  load?: () => Promise<unknown>
  texts?: LaterPart
  /** @param rest what follows the page's name in the address */
  draw: (desk: Desk, rest: string) => TemplateResult
}

/** What stands in the place of a page: asked before it is left. */
export interface Leavable {
  /** Something would be lost by leaving. */
  readonly dirty: boolean
  /** Forgets what was typed. */
  discard(): void
}

// biome-ignore lint/suspicious/noExplicitAny: pages of any records stand in one list
export type SettingsPage = RecordsPage<any> | FormPage<any> | WayPage | OwnPage

/** Keeps the type of the records while a page is written. */
export const recordsPage = <T extends { id: string }>(page: Omit<RecordsPage<T>, 'kind'>): SettingsPage => ({
  kind: 'records',
  ...page,
})
export const formPage = <T>(page: Omit<FormPage<T>, 'kind'>): SettingsPage => ({ kind: 'form', ...page })

export const isAdmin = ({ client }: Desk): boolean => client.me.get()?.agent.role !== 'agent'

/** Only what is named. */
export const pick = <T extends object>(value: T, ...names: (keyof T)[]): Partial<T> =>
  Object.fromEntries(names.map((name) => [name, value[name]])) as Partial<T>
