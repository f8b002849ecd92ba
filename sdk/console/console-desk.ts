// Puts together what the console's elements reach for. One desk for a client; another language makes a copy of it.

import type { AgentClient } from '../client/agent-client.api.ts'
import { createPreferences } from '../client/preferences.ts'
import { reasonOf } from './copilot/failure-reason.ts'
import { createSeenCustomers } from './customer/seen-customers.ts'
import type { ConsoleTranslate, Desk } from './desk.context.ts'
import { createDeskLists } from './desk-lists.ts'
import { createDeskCommands } from './keys/desk-commands.ts'
import { recentCommands } from './keys/recent-commands.ts'
import { type ConsoleTexts, englishTexts } from './locales/console-locale.ts'
import { createDeskUndo } from './undo/desk-undo.ts'

interface Deps {
  client: AgentClient
  locale: string
  now: () => number
  attentive: () => boolean
  go: (path: string) => void
  /** In the language of now; the desk's first where left out. */
  spoken?: () => ConsoleTranslate | undefined
}

export function createDesk({ client, locale, now, attentive, go, spoken }: Deps): Desk {
  const texts = englishTexts(locale)
  const reason = (error: unknown): string => reasonOf(error, spoken?.() ?? texts.t)
  const undo = createDeskUndo({ reason })
  const desk: Desk = {
    client,
    ...wordsOf(texts, locale),
    now,
    attentive,
    go,
    lists: createDeskLists(client),
    seen: createSeenCustomers(client),
    undo,
    commands: createDeskCommands({
      failed: (error, { label }) => undo.fail({ what: label, reason: reason(error) }),
      memory: recentCommands,
    }),
    preferences: createPreferences({
      rest: client.rest,
      agentId: () => client.me.get()?.agent.id,
      channel:
        typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('deskbell-preferences'),
    }),
  }
  return desk
}

const wordsOf = ({ t, shared, load, parts }: ConsoleTexts, locale: string) => ({
  t,
  locale,
  shared,
  loadTexts: load,
  textParts: parts,
})

/** The same desk, all it says in another language. */
export const inLanguage = (desk: Desk, texts: ConsoleTexts, locale: string): Desk => ({
  ...desk,
  ...wordsOf(texts, locale),
})
