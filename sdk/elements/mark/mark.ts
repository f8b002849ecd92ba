// The mark of whoever speaks: a circle for a person, a rounded square with the bell for a machine.

import { html, noChange, type TemplateResult } from 'lit'
import { Directive, directive, type ElementPart } from 'lit/directive.js'
import type { Translate } from '../../locales/messages.ts'
import type { Actor } from '../../protocol/actor.ts'
import { firstIcon as icon } from '../icon/icon-shape.ts'
import { hueOf } from './hue.ts'

/** Sets size and hue by script: Lit's styleMap writes a style attribute first, which a strict CSP refuses. */
class Shape extends Directive {
  override render(_size: number, _hue: number): unknown {
    return noChange
  }

  override update(part: ElementPart, [size, hue]: [number, number]): unknown {
    const { style } = part.element as HTMLElement
    style.setProperty('--s', `${size}px`)
    style.setProperty('--h', String(hue))
    return noChange
  }
}
const shape = directive(Shape)

/** Whether a machine speaks, which is said by shape, by the tag, and by writing on the page without a bubble. */
export const isMachine = ({ kind }: Pick<Actor, 'kind'>): boolean => kind !== 'human' && kind !== 'contact'

const firstLetter = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? ''

/** The mark of an actor, `size` in px; decoration, since the name always stands beside it. */
export function mark(actor: Pick<Actor, 'kind' | 'id' | 'name'>, size: number): TemplateResult {
  const machine = isMachine(actor)
  return html`<span class="mark ${machine ? 'machine' : 'person'}" aria-hidden="true"
    ${shape(size, hueOf(actor.id ?? ''))}>${machine ? icon('bell') : firstLetter(actor.name) || icon('person')}</span>`
}

/** The outlined tag beside a machine's name. */
export const aiTag = (t: Translate): TemplateResult => html`<span class="ai-tag">${t('common.ai')}</span>`
