// What was typed into a form, kept for this tab over a reload. Nothing is touched before something was typed, nor
// where the visitor has not agreed to it being kept.

export interface FormDraft<T extends object> {
  read(): Partial<T>
  write(draft: T): void
  clear(): void
}

/**
 * Blocked or full storage costs the reload-proofness only, so it is never an error.
 * @param mayStore asked at every use: the visitor may agree while the form is open
 */
export function formDraft<T extends object>(key: string, mayStore: () => boolean): FormDraft<T> {
  const attempt = <R>(act: () => R): R | undefined => {
    try {
      return mayStore() ? act() : undefined
    } catch {
      // The text is still in the form.
      return undefined
    }
  }
  return {
    read: () => attempt(() => JSON.parse(sessionStorage.getItem(key) ?? '{}')) ?? {},
    write: (draft) => void attempt(() => sessionStorage.setItem(key, JSON.stringify(draft))),
    clear: () => void attempt(() => sessionStorage.removeItem(key)),
  }
}
