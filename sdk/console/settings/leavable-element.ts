// A page of the settings that stands around a form: it is left as the form is.

import { DeskElement } from '../desk.context.ts'
import type { Leavable } from './settings-page.ts'

export abstract class LeavableElement extends DeskElement implements Leavable {
  /** The form, or what stands around it. */
  protected abstract get inner(): (HTMLElement & Partial<Leavable>) | null

  get dirty(): boolean {
    return this.inner?.dirty ?? false
  }

  discard(): void {
    this.inner?.discard?.()
  }
}
