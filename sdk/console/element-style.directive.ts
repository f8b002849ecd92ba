// Styles of one element, set by script: the first drawing of Lit's own styleMap writes the attribute, which the
// policies of strict pages forbid, ours too.

import { noChange } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'

class ElementStyle extends Directive {
  #set: Readonly<Record<string, string>> = {}

  render(_styles: Readonly<Record<string, string>>): symbol {
    return noChange
  }

  override update({ element }: ElementPart, [styles]: [Readonly<Record<string, string>>]): symbol {
    for (const [name, value] of Object.entries(styles))
      if (this.#set[name] !== value) (element as HTMLElement).style.setProperty(name, value)
    this.#set = styles
    return noChange
  }
}

/** In an element's tag: `<li ${elementStyle({ translate: '0 72px' })}>`. The names stay the same from draw to draw. */
export const elementStyle = directive(ElementStyle)
