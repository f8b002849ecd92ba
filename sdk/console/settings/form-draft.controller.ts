// A value being changed: what is saved, what is drafted, what is wrong with it, and whether it has been sent. Draws nothing.

import type { ReactiveControllerHost } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { reasonOf } from '../copilot/failure-reason.ts'
import type { ConsoleTranslate } from '../desk.context.ts'
import { faultsOf } from './form-faults.ts'
import { type Faults, type Field, type FormSpec, isSame, read, write } from './form-field.ts'

/** Somebody else has saved meanwhile: both are shown, one is chosen. */
const OVERTAKEN = new Set(['site-changed', 'article-changed'])

interface Deps<T> {
  spec: () => FormSpec<T>
  t: () => ConsoleTranslate
  send: (body: unknown, draft: T) => Promise<T>
  /** Reads what is saved now. */
  fetch: (() => Promise<T>) | undefined
}

export class FormDraft<T> {
  readonly #host: ReactiveControllerHost
  readonly #deps: Deps<T>
  #refused: Faults = new Map()
  #touched = new Set<string>()
  /** What was in force before the last save. */
  #before: T | null = null
  /** Null: it does not exist yet. */
  saved: T | null = null
  draft: T | null = null
  state: 'resting' | 'saving' | 'saved' | 'failed' | 'overtaken' = 'resting'
  /** Why it was not saved, where no field is to blame. */
  reason = ''

  constructor(host: ReactiveControllerHost, deps: Deps<T>) {
    this.#host = host
    this.#deps = deps
  }

  begin(saved: T | null, draft: T): void {
    this.saved = saved
    this.draft = draft
    this.#before = null
    this.#settle('resting')
  }

  /** Right after a save, what was before can be brought back. */
  get canUndo(): boolean {
    return this.state === 'saved' && this.#before !== null && this.changed.length === 0
  }

  async undo(): Promise<void> {
    if (!this.#before) return
    this.draft = this.#before
    if (await this.save()) this.#before = null
    this.#host.requestUpdate()
  }

  #settle(state: FormDraft<T>['state'], reason = ''): void {
    this.state = state
    this.reason = reason
    if (state === 'resting' || state === 'saved') {
      this.#refused = new Map()
      this.#touched = new Set()
    }
    this.#host.requestUpdate()
  }

  get changed(): readonly Field<T>[] {
    if (!this.draft) return []
    const { saved, draft } = this
    return this.#deps.spec().fields.filter(({ name, shown }) => {
      if (shown && !shown(draft)) return false
      return saved ? !isSame(read(saved, name), read(draft, name)) : this.#touched.has(name)
    })
  }

  /** What is wrong and worth saying: of a new value only what somebody has typed in, until they try to save it. */
  get faults(): Faults {
    if (!this.draft) return new Map()
    const { schema, body, refused } = this.#deps.spec()
    const now = faultsOf(schema, body ? body(this.draft, this.saved) : this.draft, this.#deps.t())
    const said = [...now].filter(
      ([at]) => this.saved !== null || this.#touched.has('') || this.#isTouched(at),
    )
    return new Map([...(refused ?? []), ...this.#refused, ...said])
  }

  #isTouched(pointer: string): boolean {
    return [...this.#touched].some((name) => pointer.startsWith(`/${name.replaceAll('.', '/')}`))
  }

  set(name: string, value: unknown): void {
    this.draft = write(this.draft!, name, value)
    this.#touched.add(name)
    const pointer = `/${name.replaceAll('.', '/')}`
    // What the server refused was the text before.
    this.#refused = new Map([...this.#refused].filter(([at]) => !at.startsWith(pointer)))
    if (this.state !== 'overtaken' && this.state !== 'saving') this.state = 'resting'
    this.#host.requestUpdate()
  }

  discard(): void {
    if (this.saved) this.begin(this.saved, this.saved)
  }

  /** @returns whether it is saved */
  async save(): Promise<boolean> {
    const { draft, saved, state } = this
    if (!draft || state === 'saving' || (saved && this.changed.length === 0)) return false
    this.#touched.add('')
    if (this.faults.size > 0) {
      this.#host.requestUpdate()
      return false
    }
    const { body } = this.#deps.spec()
    this.#settle('saving')
    try {
      const next = await this.#deps.send(body ? body(draft, saved) : draft, draft)
      this.#before = saved
      this.saved = next
      // What was typed meanwhile stays a change.
      if (this.draft === draft) this.draft = next
      this.#settle('saved')
      return true
    } catch (error) {
      this.#refuse(error)
      return false
    }
  }

  #refuse(error: unknown): void {
    const problem = error instanceof ApiError ? error.problem : null
    this.#refused = new Map(problem?.errors?.map(({ pointer, detail }) => [pointer, detail]))
    const overtaken = error instanceof ApiError && OVERTAKEN.has(error.code)
    this.#settle(overtaken ? 'overtaken' : 'failed', reasonOf(error, this.#deps.t()))
  }

  /** Takes over what somebody else has saved, with this draft's changed fields on top. */
  async rebase(): Promise<void> {
    const mine = this.changed.map(({ name }) => [name, read(this.draft, name)] as const)
    try {
      const saved = await this.#deps.fetch!()
      this.saved = saved
      this.draft = mine.reduce((draft, [name, value]) => write(draft, name, value), saved)
      this.#settle('resting')
    } catch (error) {
      this.#settle('overtaken', reasonOf(error, this.#deps.t()))
    }
  }
}
