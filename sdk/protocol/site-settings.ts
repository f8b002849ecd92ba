// What an owner sets for a site's widget, apart from its colour: look, forms, texts, messages it begins itself.
// Everything has a default, so that an empty object is a whole widget.

import * as z from 'zod'
import { plainText } from './plain-text.ts'

/** Name of a field, an attribute or a message, as the owner's own systems spell it; never one that every object has. */
export const SettingKey = z.string().regex(/^(?!constructor$)[a-z][a-z0-9_]{0,39}$/)

export const FormField = z.strictObject({
  key: SettingKey,
  label: plainText().trim().min(1).max(100),
  type: z.enum(['text', 'multiline', 'number', 'email', 'phone', 'date', 'select', 'checkbox']),
  required: z.boolean().default(false),
  /** What a `select` offers. */
  options: z.array(plainText().trim().min(1).max(100)).max(50).optional(),
  hint: plainText().trim().max(200).optional(),
})
export type FormField = z.infer<typeof FormField>

/** Answers to such fields by key. */
export const FieldValues = z.record(
  SettingKey,
  z.union([plainText().trim().max(2000), z.number(), z.boolean()]),
)
export type FieldValues = z.infer<typeof FieldValues>

/** An answer as it is kept: with the label it was asked under, whatever becomes of the field. */
export const AnsweredField = z.object({
  key: SettingKey,
  label: z.string(),
  value: z.union([z.string(), z.number(), z.boolean()]),
})
export type AnsweredField = z.infer<typeof AnsweredField>

/** Something a customer may answer with one tap. */
export const Choice = z.strictObject({
  label: plainText().trim().min(1).max(80),
  /** What is sent; the label where it is missing. */
  value: plainText().trim().min(1).max(500).optional(),
  /** Opens this page instead of sending anything. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
})
export type Choice = z.infer<typeof Choice>

/** A message the widget shows beside the launcher by itself. All conditions that are given must hold. */
export const ProactiveMessage = z.strictObject({
  id: SettingKey,
  text: plainText().trim().min(1).max(300),
  choices: z.array(Choice).max(3).optional(),
  /** Page addresses it is for: path or whole URL, `*` for anything. Missing: every page. */
  url: z.string().trim().min(1).max(500).optional(),
  /** Seconds on the page. */
  after_seconds: z.int().min(0).max(3600).optional(),
  /** How far the page was scrolled, percent. */
  scroll_percent: z.int().min(1).max(100).optional(),
  /** When the pointer leaves by the top of the page. */
  exit_intent: z.boolean().optional(),
  /** Shown at most once in so many days. */
  every_days: z.int().min(1).max(365).default(7),
})
export type ProactiveMessage = z.infer<typeof ProactiveMessage>

export const SiteSettings = z.strictObject({
  look: z
    .strictObject({
      theme: z.enum(['auto', 'light', 'dark']).default('auto'),
      /** Corner of the panel, px; everything else follows it. */
      radius: z.int().min(0).max(28).default(16),
      /** Distance of the launcher from the page's edges, px. */
      offset_x: z.int().min(0).max(400).default(20),
      offset_y: z.int().min(0).max(400).default(20),
      /** A CSS font-family list, its quotes closed; `inherit` takes the page's. */
      font: z
        .string()
        .trim()
        .max(200)
        .regex(/^(?:[\w ,-]|'[\w ,-]*'|"[\w ,-]*")*$/)
        .default(''),
      /** Name of one of our icons, or SVG path data in a 24 × 24 box. */
      icon: z
        .string()
        .trim()
        .max(4000)
        .regex(/^(bell|chat|question|heart|[MmZzLlHhVvCcSsQqTtAaeE\d\s,.+-]+)$/)
        .default('bell'),
    })
    .prefault({}),
  home: z
    .strictObject({
      search: z.boolean().default(true),
      chat: z.boolean().default(true),
      ticket: z.boolean().default(true),
      status: z.boolean().default(true),
      popular: z.boolean().default(true),
      /** Whether the names and marks of people who are in are shown. */
      people: z.boolean().default(true),
    })
    .prefault({}),
  chat: z
    .strictObject({
      /** Asked before the first message. Empty: nothing is asked. */
      pre_chat: z.array(FormField).max(10).default([]),
      attachments: z.boolean().default(true),
      emoji: z.boolean().default(true),
      /** A sound when somebody answers; visitors can mute it. */
      sound: z.boolean().default(true),
      /** Offers to tell by a notification of the browser. */
      notifications: z.boolean().default(true),
      transcript: z.boolean().default(true),
    })
    .prefault({}),
  ticket: z
    .strictObject({
      fields: z.array(FormField).max(20).default([]),
      attachments: z.boolean().default(true),
      /** `code`: a code is mailed before a ticket is shown to somebody with its reference and e-mail. */
      lookup: z.enum(['email', 'code']).default('email'),
    })
    .prefault({}),
  proactive: z.array(ProactiveMessage).max(20).default([]),
  /** The owner's own words instead of ours: language → key of the text → text. */
  texts: z
    .record(
      z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/),
      z.record(z.string().max(60), plainText().max(500)),
    )
    .refine((all) => Object.keys(all).length <= 60, { error: 'At most 60 languages.' })
    .default({}),
  /** `ask`: nothing is stored in the browser before the visitor agrees, or the page says so. */
  consent: z.enum(['implied', 'ask']).default('implied'),
  /** Whether agents see which pages a customer has opened. Off: none is kept. */
  page_history: z.boolean().default(true),
})
export type SiteSettings = z.infer<typeof SiteSettings>

/**
 * What of it a browser gets: only what differs from the default, so that an untouched site costs no byte. `texts`
 * holds those of the visitor's language alone.
 */
export type WidgetSettings = {
  [Part in Exclude<keyof SiteSettings, 'texts'>]?: DeepPartial<SiteSettings[Part]>
} & {
  texts?: Record<string, string>
}
type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: DeepPartial<T[K]> }
    : T
