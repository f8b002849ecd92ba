// The emoji read from their data, found by their words, and those used last. No DOM.

import type { MessageKey } from '../../locales/messages.ts'
import { EMOJI_GROUPS } from './emoji-data.ts'

export interface Emoji {
  emoji: string
  /** In English. */
  name: string
}
export interface EmojiGroup {
  title: MessageKey
  emoji: readonly Emoji[]
}

const RECENT = 16
/** The pictures before the first letter of the name. */
const PARTS = /^([^a-z]+)(.*)$/

/** Reads the data once; keeps what was used last for as long as it lives. */
export function createEmojiList() {
  const groups: readonly EmojiGroup[] = EMOJI_GROUPS.map(([title, packed]) => ({
    title,
    emoji: packed.split('|').map((each) => {
      const [, emoji = '', name = ''] = PARTS.exec(each) ?? []
      return { emoji, name }
    }),
  }))
  let recent: readonly Emoji[] = []
  return {
    all: (): readonly EmojiGroup[] =>
      recent.length > 0 ? [{ title: 'emoji.recent', emoji: recent }, ...groups] : groups,
    /** Whose name has a word that begins with each of the words; null for an empty search. */
    find(query: string): readonly Emoji[] | null {
      const words = query.toLowerCase().split(/\s+/).filter(Boolean)
      if (words.length === 0) return null
      return groups
        .flatMap(({ emoji }) => emoji)
        .filter(({ name }) => words.every((word) => ` ${name}`.includes(` ${word}`)))
    },
    use(used: Emoji): void {
      recent = [used, ...recent.filter(({ emoji }) => emoji !== used.emoji)].slice(0, RECENT)
    },
  }
}
