// Marks say by shape who speaks, and keep a person's colour.

import { expect, fixture } from '@open-wc/testing'
import { html, LitElement } from 'lit'
import type { Actor } from '../../protocol/actor.ts'
import { tokens } from '../theme/tokens.ts'
import { hueOf } from './hue.ts'
import { markStyles } from './mark.styles.ts'
import { mark } from './mark.ts'

class MarkHost extends LitElement {
  static override properties = { actor: { attribute: false } }
  static override styles = [tokens, markStyles]
  declare actor: Actor
  protected override render() {
    return mark(this.actor, 24)
  }
}
customElements.define('mark-host', MarkHost)

const draw = async (actor: Actor): Promise<HTMLElement> => {
  const host = await fixture<MarkHost>(html`<mark-host .actor=${actor}></mark-host>`)
  return host.shadowRoot!.querySelector<HTMLElement>('.mark')!
}
const person = (name: string): Actor => ({ kind: 'human', id: '01980000-0000-7000-8000-000000000001', name })

describe('mark', () => {
  it('is a circle with the first letter for a person', async () => {
    const drawn = await draw(person(' mika'))
    expect(drawn.textContent!.trim()).to.equal('M')
    expect(getComputedStyle(drawn).borderRadius).to.equal('50%')
    expect(drawn.getBoundingClientRect().width).to.equal(24)
  })

  it('takes whole letters, also beyond the first plane', async () => {
    expect((await draw(person('𝒜na'))).textContent!.trim()).to.equal('𝒜')
    expect((await draw(person('ميكا'))).textContent!.trim()).to.equal('م')
  })

  it('is an outline of somebody for a person without a name', async () => {
    expect((await draw(person(''))).querySelector('svg')).to.not.equal(null)
  })

  it('is a rounded square with the bell for a machine', async () => {
    for (const kind of ['ai', 'bot'] as const) {
      const drawn = await draw({ ...person('Assistant'), kind })
      expect(getComputedStyle(drawn).borderRadius).to.equal('28%')
      expect(drawn.querySelector('svg')).to.not.equal(null)
      expect(drawn.textContent!.trim()).to.equal('')
    }
  })

  it('sets its colour without a style attribute in the template, as a strict CSP demands', async () => {
    const drawn = await draw(person('Mika'))
    expect(drawn.style.getPropertyValue('--h')).to.equal(String(hueOf(person('').id!)))
    expect(hueOf('a')).to.equal(hueOf('a'))
    expect(hueOf('a')).to.not.equal(hueOf('b'))
  })
})
