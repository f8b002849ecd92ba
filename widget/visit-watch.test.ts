// Which pages are told: the one that is open and those that follow it, unless the visitor wants none told.

import { expect } from '@open-wc/testing'
import { createStore } from '../sdk/client/store.ts'
import type { Consent, Visit } from '../sdk/client/visitor-client.api.ts'
import { watchVisit } from './visit-watch.ts'

function setUp(consent: Consent, signs = {}) {
  const visits: Visit[] = []
  const agreed = createStore<Consent>(consent)
  const place = { href: 'https://shop.example/cart?step=2#pay' }
  const client = { visit: (visit: Visit) => void visits.push(visit), consent: agreed }
  const stop = watchVisit({ client, signs, place })
  return { visits, agreed, stop }
}

describe('watchVisit', () => {
  it('tells the page without its fragment, the time zone, and whether the screen takes fingers', () => {
    const { visits, stop } = setUp('implied')
    expect(visits).to.have.length(1)
    expect(visits[0]!.page!.url).to.equal('https://shop.example/cart?step=2')
    expect(visits[0]!.timeZone).to.be.a('string')
    expect(visits[0]!.touch).to.be.a('boolean')
    stop()
  })

  it('tells nothing before the visitor agrees, where the site asks', () => {
    const { visits, agreed, stop } = setUp('asked')
    agreed.set('denied')
    expect(visits).to.deep.equal([])
    agreed.set('granted')
    expect(visits).to.have.length(1)
    stop()
  })

  it('tells no page to a browser that asks for privacy', () => {
    for (const signs of [{ globalPrivacyControl: true }, { doNotTrack: '1' }]) {
      const { visits, stop } = setUp('implied', signs)
      expect(visits[0]).not.to.have.property('page')
      stop()
    }
  })
})
