// Oneself at the foot of a rail: face, presence, load, and what one can do about oneself. Its look comes with it.

import { css, html, type TemplateResult } from 'lit'
import { mark } from '../../elements/mark/mark.ts'
import type { Agent } from '../../protocol/agent.ts'
import type { Desk } from '../desk.context.ts'
import type { ChooseEvent } from '../menu/console-menu.ts'
import { loadBar } from './load-bar.ts'
import { chooseSelf, selfMenu } from './self-menu.ts'

export const selfStyles = css`
  .self { display: flex; align-items: center; gap: 4px; padding-block-start: 8px }
  .self deskbell-console-menu { flex: 1; min-inline-size: 0 }
  .self deskbell-console-menu::part(button) { block-size: 44px }
  .face { position: relative; display: grid }
  .who { flex: 1; display: grid; min-inline-size: 0; line-height: 16px }
  /* Squares that do not fit beside the words would stand below them, where nothing is seen. */
  .state { display: flex; flex-wrap: wrap; align-items: center; gap: 6px; block-size: 16px; overflow: hidden; font: var(--db-tiny); color: var(--db-muted) }
  .load { flex: 1 1 22px; min-inline-size: 0; display: flex; gap: 2px }
  .load i { flex: 0 1 auto; inline-size: 6px; min-inline-size: 2px; block-size: 9px; border-radius: 2px; background: var(--db-line) }
  .load .full { background: var(--db-solid) }
  .self .square { color: var(--db-muted) }
  @media (forced-colors: active) {
    .load i { border: 1px solid }
    .load .full { background: Highlight }
  }
`

interface SelfFoot {
  /** Hears what was chosen. */
  host: EventTarget
  me: Agent
  /** How many conversations are one's own. */
  mine: number
  desk: Pick<Desk, 't' | 'client' | 'go'>
}

export const selfFoot = ({ host, me, mine, desk }: SelfFoot, more?: TemplateResult): TemplateResult => {
  const { t } = desk
  return html`<div class="self">
    <deskbell-console-menu place="above" .items=${selfMenu(me, t)} .label=${t('me.menu')}
        @deskbell-choose=${(event: ChooseEvent) => chooseSelf(host, desk, event.id)}>
      <span class="face">${mark(me, 28)}<span class="presence ${me.availability}"></span></span>
      <span class="who"><span class="cut">${me.name}</span>${loadBar(me, mine, t)}</span>
    </deskbell-console-menu>${more}</div>`
}
