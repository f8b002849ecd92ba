// The browser's language, as Intl takes it.

/** Some systems call their language by a name that Intl refuses, such as `en-US@posix`. */
export function ownLocale(): string {
  try {
    return Intl.getCanonicalLocales(navigator.language)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
