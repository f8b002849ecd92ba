// A sound, and a notification where one was asked for, when somebody answers whom the visitor is not reading: the
// panel is closed, or the page is not looked at. One for a batch, and in one tab only.

import type { VisitorClient } from '../sdk/client/visitor-client.api.ts'
import { isUnread } from '../sdk/elements/home/unread.ts'
import type { VisitorConversation } from '../sdk/protocol/conversation.ts'
import type { WidgetConfig } from '../sdk/protocol/site.ts'
import type { Tone } from './answer-tone.ts'

/** What is before somebody's eyes is marked as read within this, in whichever tab that is. */
const PATIENCE_MS = 1000
/** For so long no other tab sounds. */
const QUIET_MS = 3000

export interface AlertDeps {
  client: Pick<VisitorClient, 'config' | 'conversations' | 'preferences'>
  site: string
  /** What was there before: of these, only what is newer is news. */
  seen?: readonly VisitorConversation[]
  /** Opens the panel at this conversation. */
  show(conversationId: string): void
  loadTone(): Promise<Tone>
  /** ms */
  patience?: number
}

/** Returns how to stop it. */
export function watchAnswers({
  client,
  site,
  seen = [],
  show,
  loadTone,
  patience = PATIENCE_MS,
}: AlertDeps): () => void {
  const { list } = client.conversations
  const life = new AbortController()
  const { signal } = life
  /** When the last message of each was written. What was there when it was first seen is no news. */
  const heard = new Map<string, string>()
  const news = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let tone: Promise<Tone> | undefined
  let unlocked = false
  let config: WidgetConfig | undefined

  function onList(conversations: readonly VisitorConversation[]): void {
    for (const conversation of conversations) {
      const { id, last_message } = conversation
      const at = last_message?.at ?? ''
      const before = heard.get(id)
      if (before !== undefined && at > before && isUnread(conversation)) news.add(id)
      heard.set(id, at)
    }
    if (news.size > 0) timer ??= setTimeout(() => void tell().catch(() => {}), patience)
  }

  async function tell(): Promise<void> {
    timer = undefined
    const missed = list.get().filter((each) => news.has(each.id) && isUnread(each))
    news.clear()
    if (missed.length === 0 || signal.aborted) return
    config ??= await client.config()
    const { muted, notify } = await client.preferences.get()
    const { sound = true, notifications = true } = config.settings?.chat ?? {}
    if (notify && notifications && document.hidden) missed.forEach(notifyOf)
    if (sound && !muted) await ring()
  }

  async function ring(): Promise<void> {
    if (!unlocked || !tone) return
    const { play } = await tone
    const locks = navigator.locks as LockManager | undefined
    if (!locks) return play()
    await locks.request(`deskbell-sound-${site}`, { ifAvailable: true }, async (lock) => {
      if (!lock) return
      await play()
      await new Promise((done) => setTimeout(done, QUIET_MS))
    })
  }

  /** Who waits for a person asked to be told of people. Other tabs' notes of the same conversation take its place. */
  function notifyOf({ id, last_message }: VisitorConversation): void {
    if (last_message?.actor.kind !== 'human' || globalThis.Notification?.permission !== 'granted') return
    const note = new Notification(last_message.actor.name, {
      body: last_message.preview,
      tag: `deskbell-${id}`,
      silent: true,
    })
    note.onclick = () => {
      window.focus()
      show(id)
      note.close()
    }
  }

  /** Browsers let a page sound only after somebody has touched it. */
  async function onGesture(): Promise<void> {
    if (list.get().length === 0 || unlocked) return
    tone ??= loadTone()
    unlocked ||= await (await tone).unlock()
    if (unlocked) touching.abort()
  }
  const touching = new AbortController()
  const gestures = { capture: true, passive: true, signal: AbortSignal.any([signal, touching.signal]) }
  for (const gesture of ['pointerdown', 'keydown'])
    window.addEventListener(gesture, () => void onGesture().catch(() => (tone = undefined)), gestures)

  list.subscribe(onList, { signal })
  onList(seen)
  onList(list.get())
  return () => {
    life.abort()
    clearTimeout(timer)
  }
}
