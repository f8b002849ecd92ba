// Messages an owner lets the site begin with. Fetched by the loader on idle, and only where the site has some; waits
// for what they ask for, shows one at a time, and opens the chat with the one that is answered.

import type { Choice, ProactiveMessage } from '../sdk/protocol/site-settings.ts'
import { showCard } from './proactive-card.ts'
import { createProactiveMemory } from './proactive-memory.ts'
import { createProactiveRules } from './proactive-rules.ts'

/** As much of the loader's page as this needs. */
export interface ProactivePage {
  settings: {
    proactive?: readonly ProactiveMessage[]
    name?: string
    consent?: string
    /** Language, launcher's title, "Close", "cannot be reached". */
    words?: readonly string[]
  }
  /** The launcher's. */
  root: ShadowRoot
  /** Ends with the widget. */
  life: AbortController
  readonly open: boolean
  emit(event: string, detail?: unknown): void
  run(
    command: 'startChat',
    text: string | undefined,
    proactive: Pick<ProactiveMessage, 'id' | 'text'>,
  ): unknown
}

/** Listens until the widget ends, or the visitor wants no more. */
export function mount(page: ProactivePage): void {
  const { settings, root } = page
  const life = new AbortController()
  const { signal } = life
  page.life.signal.addEventListener('abort', () => life.abort(), { signal })

  const memory = createProactiveMemory({ mayStore: settings.consent !== 'ask', now: Date.now })
  let card: { remove(): void } | undefined
  const tell = (id: string, state: 'shown' | 'dismissed' | 'answered'): void =>
    page.emit('proactive', { id, state })
  const take = (): void => {
    card?.remove()
    card = undefined
  }

  function show(message: ProactiveMessage): void {
    const { id, text } = message
    take()
    memory.shown(id)
    const answer = (choice?: Choice): void => {
      tell(id, 'answered')
      take()
      if (!choice?.url) page.run('startChat', choice && (choice.value ?? choice.label), { id, text })
    }
    const dismiss = (): void => {
      tell(id, 'dismissed')
      memory.dismissed()
      // Nothing shows again in this tab, so nothing is waited for.
      life.abort()
    }
    card = showCard(root, {
      message,
      name: settings.name ?? '',
      close: settings.words?.[2] ?? 'Close',
      onAnswer: answer,
      onClose: dismiss,
    })
    tell(id, 'shown')
  }

  const signs = {
    href: () => location.href,
    visible: () => document.visibilityState === 'visible',
    scrolled() {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement
      return scrollHeight > clientHeight ? (scrollTop / (scrollHeight - clientHeight)) * 100 : 0
    },
  }
  const rules = createProactiveRules({
    messages: settings.proactive ?? [],
    signs,
    isDue: (message) => !page.open && card === undefined && memory.isDue(message),
    show,
  })

  const timer = setInterval(rules.second, 1000)
  signal.addEventListener('abort', () => {
    clearInterval(timer)
    take()
  })
  addEventListener('scroll', () => rules.look(), { passive: true, signal })
  document.documentElement.addEventListener(
    'pointerleave',
    ({ pointerType, clientY }) => {
      // A finger leaves wherever it is lifted.
      if (pointerType === 'mouse' && clientY <= 0) rules.leaving()
    },
    { signal },
  )
  addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented || !card) return
      root.querySelector('deskbell-proactive')?.shadowRoot?.querySelector<HTMLElement>('.close')?.click()
    },
    { signal },
  )
  addEventListener(
    'deskbell:open',
    () => {
      rules.spend()
      take()
    },
    { signal },
  )
  rules.look()
}
