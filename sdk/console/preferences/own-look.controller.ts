// Makes the console look and speak as its agent likes: theme, density, language and direction. Reads, never writes.

import type { ReactiveController, ReactiveControllerHost } from 'lit'
import type { Desk } from '../desk.context.ts'
import { type ConsoleTexts, englishTexts, loadConsoleLocale } from '../locales/console-locale.ts'
import { Watch } from '../watch.controller.ts'

interface Deps {
  desk: () => Desk | undefined
  /** What the page or the browser asks for where the agent asks for nothing. */
  locale: () => string
  /** The texts have come in another language. */
  spoken: (texts: ConsoleTexts, locale: string) => void
}

type Host = ReactiveControllerHost & HTMLElement

export class OwnLook implements ReactiveController {
  readonly #host: Host
  readonly #deps: Deps
  #wanted = ''
  /** The page's own, which holds where the agent leaves it to the device. */
  #given: { theme: string | null; dir: string | null } | null = null

  constructor(host: Host, deps: Deps) {
    this.#host = host
    this.#deps = deps
    new Watch(host, () => deps.desk()?.preferences.state)
    host.addController(this)
  }

  hostUpdated(): void {
    const desk = this.#deps.desk()
    if (!desk) return
    const now = desk.preferences.state.get()
    const host = this.#host
    this.#given ??= { theme: host.getAttribute('theme'), dir: host.getAttribute('dir') }
    if (now) {
      set(host, 'theme', now.theme === 'auto' ? this.#given.theme : now.theme)
      set(host, 'density', now.density === 'dense' ? 'dense' : null)
    }
    const wanted = now?.locale || this.#deps.locale()
    if (wanted === this.#wanted) return
    this.#wanted = wanted
    void this.#speak(wanted)
  }

  async #speak(wanted: string): Promise<void> {
    const texts = await loadConsoleLocale(wanted).catch(() => englishTexts(wanted))
    // What is open now stands in the new language at once, not in bare keys.
    const open = this.#deps.desk()?.textParts() ?? []
    await Promise.all(open.map((part) => texts.load(part).catch(() => {})))
    if (wanted !== this.#wanted) return
    const host = this.#host
    set(host, 'lang', texts.locale)
    set(host, 'dir', texts.dir === 'rtl' ? 'rtl' : this.#given!.dir)
    this.#deps.spoken(texts, wanted)
  }
}

function set(host: HTMLElement, name: string, value: string | null): void {
  if (host.getAttribute(name) === value) return
  if (value === null) host.removeAttribute(name)
  else host.setAttribute(name, value)
}
