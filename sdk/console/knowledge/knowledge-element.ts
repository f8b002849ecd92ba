// What the parts of the articles' pages have in common: the desk's words, and the reader's language.

import { type ConsoleTranslate, DeskElement } from '../desk.context.ts'
import { numberFormat } from '../kept-formats.ts'

/** Stands inside the page or beside a conversation, which have fetched the texts first. */
export abstract class KnowledgeElement extends DeskElement {
  protected get t(): ConsoleTranslate {
    return this.desk!.t
  }

  /** For dates and names of languages. */
  protected get locale(): string {
    return this.desk!.locale
  }

  /** A name with how many there are, once that is known. */
  protected counted(name: string, n: number | undefined): string {
    return n === undefined ? name : `${name} ${numberFormat(this.locale).format(n)}`
  }
}
