// A rating is chosen, commented, sent once.

import { expect } from '@open-wc/testing'
import { checkDemos, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { sampleConfig } from '../demo/fake-data.ts'
import '../provider/provider.define.ts'
import './rating.define.ts'
import { ratingDemos } from './rating.demo.ts'
import type { RateEvent } from './rating.events.ts'
import type { DeskbellRating } from './rating.ts'

const show = async (name: string) => {
  const rating = (await showDemo(ratingDemos[name]!)) as DeskbellRating
  const given: [number, string][] = []
  rating.addEventListener('deskbell-rate', (event) => {
    const { score, comment } = event as RateEvent
    given.push([score, comment])
  })
  const root = rating.shadowRoot!
  return { rating, given, root, send: () => root.querySelector<HTMLElement>('.button')!.click() }
}

describe('deskbell-rating', () => {
  it('is one group of five radio buttons, so arrow keys move within it', async () => {
    const { root } = await show('asking')
    const radios = [...root.querySelectorAll<HTMLInputElement>('input[type=radio]')]
    expect(radios.map((radio) => radio.getAttribute('aria-label'))).to.deep.equal([
      '1 of 5, Poor',
      '2 of 5',
      '3 of 5',
      '4 of 5',
      '5 of 5, Great',
    ])
    expect(new Set(radios.map(({ name }) => name)).size).to.equal(1)
    expect(root.querySelector('fieldset legend')!.textContent).to.equal('How did it go?')
  })

  it('sends nothing before a number was chosen, then number and comment', async () => {
    const { rating, given, root, send } = await show('asking')
    send()
    expect(given).to.deep.equal([])
    root.querySelectorAll<HTMLInputElement>('input[type=radio]')[1]!.click()
    root.querySelector('textarea')!.value = ' Slow '
    await rating.updateComplete
    send()
    expect(given).to.deep.equal([[2, 'Slow']])
  })

  it('sends once while it is on its way, again when it failed', async () => {
    const { rating, given, send } = await show('chosen')
    rating.phase = 'sending'
    send()
    expect(given).to.have.length(0)
    rating.phase = 'failed'
    await rating.updateComplete
    expect(rating.shadowRoot!.querySelector('[role=alert]')!.textContent).to.contain('Not sent')
    send()
    expect(given).to.have.length(1)
  })

  it('asks a content customer what to add, others what could be better', async () => {
    const { rating, root } = await show('chosen')
    expect(root.querySelector('textarea')!.placeholder).to.equal('What could be better?')
    rating.score = 5
    await rating.updateComplete
    expect(root.querySelector('textarea')!.placeholder).to.equal('Anything to add?')
  })

  it('takes another mind: what was given is chosen, and goes out once more', async () => {
    const { rating, given, root, send } = await show('given')
    rating.given = { score: 4, comment: 'Slow' }
    await rating.updateComplete
    root.querySelector<HTMLElement>('.link')!.click()
    await rating.updateComplete
    expect(root.querySelector<HTMLInputElement>('input:checked')!.value).to.equal('4')
    expect(root.activeElement).to.equal(root.querySelector('input:checked'))
    expect(root.querySelector('textarea')!.value).to.equal('Slow')
    root.querySelectorAll<HTMLInputElement>('input[type=radio]')[4]!.click()
    // News of the conversation meanwhile takes nothing away.
    rating.given = { score: 4, comment: 'Slow' }
    await rating.updateComplete
    send()
    expect(given).to.deep.equal([[5, 'Slow']])
    rating.phase = 'sending'
    await rating.updateComplete
    rating.phase = 'asking'
    rating.given = { score: 5, comment: 'Slow' }
    await rating.updateComplete
    expect(root.querySelector('.thanks')!.textContent).to.contain('You gave 5 of 5')
    expect(root.activeElement).to.equal(root.querySelector('.link'))
  })

  it('offers the transcript, unless the site does not', async () => {
    const { rating, root } = await show('asking')
    let wanted = 0
    rating.addEventListener('deskbell-transcript', () => wanted++)
    const button = () =>
      [...root.querySelectorAll<HTMLElement>('.button')].find((each) => each.textContent === 'Get transcript')
    button()!.click()
    expect(wanted).to.equal(1)
    const without = await showDemo({
      ...ratingDemos.asking!,
      client: () =>
        createFakeClient({ config: { ...sampleConfig, settings: { chat: { transcript: false } } } }),
    })
    expect(without.shadowRoot!.querySelectorAll('.button')).to.have.length(1)
  })

  checkDemos(ratingDemos)
})
