// Keeps the end of a growing list in view until its reader scrolls away from it, and says when the end is seen.

import type { ReactiveController, ReactiveElement } from 'lit'

/** So near the end counts as at the end: a touch scroll rarely stops on the last pixel. */
const NEAR = 32
const TOP = 80

interface Wishes {
  /** The end is on screen, in a visible tab. May come again for the same end. */
  onSeen: () => void
  /** The reader has come near the beginning. */
  onTop: () => void
  /** The list is not on the page any more, though it is still there: its panel was closed. */
  onLeft: () => void
}

/** Works on the host's `.scroller`, whose `@scroll` is to call `scrolled`; `.new` is where unread text begins. */
export class EndFollower implements ReactiveController {
  /** Follows the end. False once the reader has scrolled up. */
  pinned = true
  #host: ReactiveElement
  #wishes: Wishes
  #life: AbortController | undefined
  #opened = false
  #fromEnd: number | null = null
  /** Where the scroller stood last: only who is above that has gone up. */
  #top = 0

  constructor(host: ReactiveElement, wishes: Wishes) {
    this.#host = host
    this.#wishes = wishes
    host.addController(this)
  }

  get #scroller(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector('.scroller') ?? null
  }

  hostConnected(): void {
    this.#life = new AbortController()
    document.addEventListener('visibilitychange', () => this.#tellSeen(), { signal: this.#life.signal })
    void this.#host.updateComplete.then(() => this.#watchSize())
  }

  hostDisconnected(): void {
    this.#life?.abort()
  }

  hostUpdated(): void {
    const scroller = this.#scroller
    if (scroller && this.#fromEnd !== null) scroller.scrollTop = scroller.scrollHeight - this.#fromEnd
    this.#fromEnd = null
    this.#follow()
    this.#tellSeen()
  }

  /** Another list: begins at its end again, or where its unread text begins. */
  begin(): void {
    this.pinned = true
    this.#opened = false
  }

  /** Call before older content goes in above, which must not move what is being read. */
  keepPlace(): void {
    const scroller = this.#scroller
    if (scroller) this.#fromEnd = scroller.scrollHeight - scroller.scrollTop
  }

  scrolled(): void {
    const { scrollTop } = this.#scroller!
    // What grew below since, such as a form that came late, is no reader going up.
    if (this.#atEnd) this.pinned = true
    else if (scrollTop < this.#top) this.pinned = false
    this.#top = scrollTop
    if (this.pinned) this.#tellSeen()
    else if (scrollTop < TOP) this.#wishes.onTop()
  }

  get #atEnd(): boolean {
    const { scrollHeight, scrollTop, clientHeight } = this.#scroller!
    return scrollHeight - scrollTop - clientHeight < NEAR
  }

  #follow(): void {
    const scroller = this.#scroller
    if (!scroller || scroller.clientHeight === 0 || !this.pinned) return
    const unread = this.#opened ? null : scroller.querySelector<HTMLElement>('.new')
    // Opened on more unread text than fits: begin where it begins.
    scroller.scrollTop = unread ? unread.offsetTop - 12 : scroller.scrollHeight
    this.#top = scroller.scrollTop
    this.pinned = this.#atEnd
    this.#opened ||= scroller.querySelector('.group') !== null
  }

  #tellSeen(): void {
    const scroller = this.#scroller
    // A view that another one covers is still laid out, but hidden.
    if (this.pinned && !document.hidden && scroller?.checkVisibility({ visibilityProperty: true }))
      this.#wishes.onSeen()
  }

  #watchSize(): void {
    if (this.#life?.signal.aborted) return
    const observer = new ResizeObserver(() => {
      if (this.#scroller?.clientHeight === 0) this.#wishes.onLeft()
      this.#follow()
    })
    for (const part of this.#host.renderRoot.querySelectorAll('.scroller, .content')) observer.observe(part)
    this.#life?.signal.addEventListener('abort', () => observer.disconnect())
  }
}
