// Lit's css-tag.js for the widget's bundle, where lean-bundle.ts puts it in the place of Lit's own: only browsers
// that adopt style sheets can show the widget at all, so what Lit carries for the others is left out.

/** Text now, a sheet when an element first adopts it. */
export class CSSResult {
  readonly cssText: string
  #sheet: CSSStyleSheet | undefined

  constructor(cssText: string) {
    this.cssText = cssText
  }

  get styleSheet(): CSSStyleSheet {
    if (!this.#sheet) {
      this.#sheet = new CSSStyleSheet()
      this.#sheet.replaceSync(this.cssText)
    }
    return this.#sheet
  }
}

/** Takes no values: lean-bundle.ts refuses styles that have any. */
export const css = ([text]: readonly string[]): CSSResult => new CSSResult(text ?? '')

export const adoptStyles = (root: ShadowRoot, styles: readonly CSSResult[]): void => {
  root.adoptedStyleSheets = styles.map((style) => style.styleSheet)
}

export const getCompatibleStyle = (style: CSSResult): CSSResult => style
export const unsafeCSS = (text: unknown): CSSResult => new CSSResult(String(text))
export const supportsAdoptingStyleSheets = true
