// Which of the owner's messages may show now: page address, visible seconds, scroll, leaving by the top. A clock and
// the page's signs are handed in; it draws nothing and stores nothing.

import type { ProactiveMessage } from '../sdk/protocol/site-settings.ts'

export interface PageSigns {
  /** Address of the page, which may change under it. */
  href(): string
  /** Whether somebody can see the page. */
  visible(): boolean
  /** How far it is scrolled, 0 to 100; a page that fits the window is never scrolled. */
  scrolled(): number
}

/** `*` is anything; a pattern with a scheme is held against the whole address, any other against the path. */
export function matchesUrl(pattern: string, href: string): boolean {
  const { pathname, search, hash } = new URL(href)
  const whole = /^(https?:|\*:)\/\//.test(pattern)
  const text = whole
    ? href
    : pattern.includes('?') || pattern.includes('#')
      ? pathname + search + hash
      : pathname
  const source = pattern
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*')
  return new RegExp(`^${source}$`).test(text)
}

export interface ProactiveRulesDeps {
  messages: readonly ProactiveMessage[]
  signs: PageSigns
  /** Whether this one was not shown too lately. */
  isDue: (message: ProactiveMessage) => boolean
  show: (message: ProactiveMessage) => void
}

/** At most one message shows in one page view; another address is another page view. */
export function createProactiveRules({ messages, signs, isDue, show }: ProactiveRulesDeps) {
  let href = signs.href()
  let seconds = 0
  let deepest = 0
  let spent = false

  function turnPage(): void {
    if (signs.href() === href) return
    href = signs.href()
    seconds = 0
    deepest = 0
    spent = false
  }

  function look(leaving = false): void {
    turnPage()
    deepest = Math.max(deepest, signs.scrolled())
    if (spent || !signs.visible()) return
    const found = messages.find(
      (message) =>
        (message.url === undefined || matchesUrl(message.url, href)) &&
        seconds >= (message.after_seconds ?? 0) &&
        deepest >= (message.scroll_percent ?? 0) &&
        (leaving || !message.exit_intent) &&
        isDue(message),
    )
    if (!found) return
    spent = true
    show(found)
  }

  return {
    /** Call once a second: only seconds before somebody's eyes count. */
    second(): void {
      turnPage()
      if (!signs.visible()) return
      seconds++
      look()
    },
    look,
    /** The pointer leaves by the top of the page. */
    leaving: (): void => look(true),
    /** Nothing more on this page. */
    spend(): void {
      turnPage()
      spent = true
    },
  }
}
