// What a page shows of a visitor's conversations while the panel is closed: the launcher's badge, and a cookie by which
// the next page knows to bring the panel by itself. The cookie says one thing, that there is something going on; it
// holds no id. The loader reads it, since that costs no trip to the disk as other storage does.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import { isUnread } from '../sdk/elements/home/unread.ts'
import type { Translator } from '../sdk/locales/translator.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import type { Page } from './panel-contract.ts'

const BADGE =
  'b:not(:empty){position:absolute;inset-block-start:-6px;inset-inline-end:-8px;min-inline-size:8px;padding:0 5px;' +
  'border:2px solid;border-radius:11px;background:#fff;color:var(--c);font-size:13px;line-height:18px;text-align:center}'

const MONTH_S = 30 * 24 * 60 * 60

function setFlag(on: boolean): void {
  if (!on && !document.cookie.includes('deskbell=')) return
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API answers later, and not everywhere.
  document.cookie = `deskbell=1; Path=/; Max-Age=${on ? MONTH_S : 0}; SameSite=Lax${secure}`
}

export interface WatchDeps {
  page: Pick<Page, 'root' | 'open' | 'emit'>
  client: Pick<VisitorClient, 'conversations' | 'identity' | 'consent' | 'departures'>
  /** As the panel speaks now. */
  words(): Pick<Translator, 'number' | 't'>
}

/** Returns how to stop it. */
export function watchVisitor({ page, client, words }: WatchDeps): () => void {
  const life = new AbortController()
  const { signal } = life
  const { list } = client.conversations
  const badge = page.root.querySelector('b')!
  badge.part = 'badge'
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(BADGE)
  page.root.adoptedStyleSheets.push(sheet)
  let unread = 0

  const draw = (): void => {
    const { number, t } = words()
    badge.textContent = unread > 0 && !page.open ? number(unread) : ''
    // The launcher's name stands before what is inside it.
    const launcher = badge.parentElement!
    launcher.ariaDescription = badge.textContent && `${badge.textContent} ${t('home.unread')}`
  }
  const remember = (conversations: readonly VisitorConversation[]): void => {
    const consent = client.consent.get()
    const mayStore = consent === 'implied' || consent === 'granted'
    const going = conversations.some(({ status }) => status !== 'resolved')
    const signedIn = client.identity.get().state === 'known'
    // Before the list is there, nobody knows.
    if (mayStore && conversations.length === 0 && !signedIn) return
    setFlag(mayStore && (going || signedIn))
  }
  const onList = (conversations: readonly VisitorConversation[]): void => {
    const before = unread
    unread = conversations.filter(isUnread).length
    draw()
    if (unread !== before) page.emit('unread', unread)
    remember(conversations)
  }
  const again = (): void => remember(list.get())
  list.subscribe(onList, { signal })
  client.identity.subscribe(again, { signal })
  client.consent.subscribe(again, { signal })
  const leave = (times: number): unknown => times > 0 && setFlag(false)
  client.departures.subscribe(leave, { signal })
  addEventListener('deskbell:open', draw, { signal })
  addEventListener('deskbell:close', draw, { signal })
  // This code may have come after the first news.
  leave(client.departures.get())
  onList(list.get())
  return () => life.abort()
}
