// The mark of whoever speaks: a circle for a person, a rounded square with the bell for a machine.

import { html, type TemplateResult } from 'lit'
import type { Translate } from '../../locales/messages.ts'
import type { Actor } from '../../protocol/actor.ts'
import { firstIcon as icon } from '../icon/icon-shape.ts'
import { hueOf } from './hue.ts'

/** Whether a machine speaks, which is said by shape, by the tag, and by writing on the page without a bubble. */
export const isMachine = ({ kind }: Pick<Actor, 'kind'>): boolean => kind !== 'human' && kind !== 'contact'

const firstLetter = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? ''

/** The mark of an actor, `size` in px; decoration, since the name always stands beside it. */
export function mark(actor: Pick<Actor, 'kind' | 'id' | 'name'>, size: number): TemplateResult {
  const machine = isMachine(actor)
  // A property, which a strict CSP lets through; it refuses the attribute of the same name.
  const style = `--s:${size}px;--h:${hueOf(actor.id ?? '')}`
  return html`<span class="mark ${machine ? 'machine' : 'person'}" aria-hidden="true" .style=${style}
    >${machine ? icon('bell') : firstLetter(actor.name) || icon('person')}</span>`
}

/** The outlined tag beside a machine's name. */
export const aiTag = (t: Translate): TemplateResult => html`<span class="ai-tag">${t('common.ai')}</span>`
