// The sidebar's facts: what is signed, what only the page says and what was done there, each kept apart and up to date.

import { expect } from '@open-wc/testing'
import { consoleDemos } from '../app/console-app.demo.ts'
import type { DeskbellConsole } from '../app/console-app.ts'
import { callsOf, fakeOf, find, settled, standUp } from '../demo/stand-up.ts'

/** All the sidebar shows, in its order, with what its sections are headed. */
function shown(element: DeskbellConsole): string {
  const copy = document.createElement('div')
  copy.append(
    ...[...find(element, 'deskbell-customer-sidebar')!.shadowRoot!.children].map((each) =>
      each.cloneNode(true),
    ),
  )
  for (const section of copy.querySelectorAll('deskbell-sidebar-section'))
    section.prepend(section.getAttribute('heading') ?? '')
  return copy.textContent!.replaceAll(/\s+/g, ' ')
}

const verify = async (element: DeskbellConsole, verified: boolean): Promise<void> => {
  fakeOf(element)
    .state(element.conversationId!)
    .update((state) => {
      const { conversation } = state
      if (!conversation) return state
      return { ...state, conversation: { ...conversation, contact: { ...conversation.contact, verified } } }
    })
  await settled(element)
}

describe('deskbell-customer-sidebar', () => {
  it('shows what the page tells of a customer nobody vouches for, as a hint', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1440, height: 900 })
    await verify(element, false)
    await settled(element)
    const text = shown(element)
    expect(text).to.contain('From the page')
    expect(text).to.contain('only a hint')
    expect(text).to.match(/cart value\s*149/)
    expect(text).to.match(/newsletter\s*Yes/)
    expect(text).not.to.contain('Customer id')
    expect(text).not.to.contain('gold')
    expect(text).to.match(/Pages and events.*cart_filled.*items: 3.*\/cart\?step=2.*Looked at prices/)
  })

  it('shows who vouches for a customer, and what is signed of them, as soon as they are known', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1440, height: 900 })
    await verify(element, false)
    await verify(element, true)
    await settled(element)
    const text = shown(element)
    expect(text).to.match(/Customer id\s*20418/)
    expect(text).to.match(/plan\s*gold/)
    expect(text.indexOf('gold')).to.be.below(text.indexOf('From the page'))
    await expect(find(element, 'deskbell-customer-sidebar')!).to.be.accessible()
  })

  it('shows the answers to the site’s own fields with their labels', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1440, height: 900 })
    const sidebar = find(element, 'deskbell-customer-sidebar')!.shadowRoot!
    const facts = [...sidebar.querySelectorAll('dl > div')].map((fact) =>
      [...fact.children]
        .map((part) => part.textContent!.trim())
        .join(' ')
        .toLowerCase(),
    )
    expect(facts).to.include('order number f-1042')
    expect(facts).to.include('ridden, km 1,200')
    expect(facts).to.include('part is clean yes')
  })

  it('folds a section away and remembers it', async () => {
    localStorage.removeItem('deskbell:folded-sections')
    for (const open of ['true', 'false']) {
      const element = await standUp(consoleDemos.inbox!())
      const button = find(element, 'deskbell-sidebar-section[name=tags]')!.shadowRoot!.querySelector(
        'button',
      )!
      expect(button.getAttribute('aria-expanded')).to.equal(open)
      if (open === 'true') button.click()
      await settled(element)
      element.remove()
    }
    localStorage.removeItem('deskbell:folded-sections')
  })

  it('takes a tag off and offers the way back', async () => {
    const element = await standUp(consoleDemos.inbox!())
    const state = fakeOf(element).state(element.conversationId!)
    state.update((now) => ({
      ...now,
      conversation: { ...now.conversation!, tags: [{ id: 't1', name: 'bent-rotor' }] },
    }))
    await settled(element)
    find(element, '.tags li:first-child button')!.click()
    await settled(element)
    expect(callsOf(element, 'facts.set')).to.deep.equal([[{ remove_tag_ids: ['t1'] }]])
    find(element, '.way')!.click()
    await settled(element)
    expect(callsOf(element, 'facts.set')[1]).to.deep.equal([{ add_tag_ids: ['t1'] }])
  })

  it('has no link to an address that is no web page', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1440, height: 900 })
    const links = [...find(element, 'deskbell-customer-sidebar')!.shadowRoot!.querySelectorAll('a')]
    expect(links.length).to.be.above(0)
    for (const { protocol, rel } of links) {
      expect(['http:', 'https:']).to.include(protocol)
      expect(rel).to.equal('noopener noreferrer')
    }
  })

  it('says whether the customer looks, as it comes, and announces it to nobody', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1440, height: 900 })
    const sidebar = find(element, 'deskbell-customer-sidebar')!
    const head = () => sidebar.shadowRoot!.querySelector('header')!.textContent!.replaceAll(/\s+/g, ' ')
    expect(head()).not.to.contain('site')
    const tell = async (attention: 'reading' | 'here' | 'gone', since: string | null = null) => {
      fakeOf(element).tell('attention.changed', {
        conversation_id: element.conversationId!,
        attention,
        since,
        visited_at: null,
      })
      await settled(element)
    }
    await tell('reading')
    expect(head()).to.contain('Reading now')
    expect(sidebar.shadowRoot!.querySelector('.presence.reading')).to.exist
    await tell('here')
    expect(head()).to.contain('On the site')
    await tell('gone')
    expect(head()).to.contain('Not on the site')
    expect(sidebar.shadowRoot!.querySelector('.presence')).not.to.exist
    await tell('gone', new Date().toISOString())
    expect(head()).to.match(/Left \S/)
    expect(sidebar.shadowRoot!.querySelector('header [role=status], header [aria-live]')).not.to.exist
    expect(shown(element)).to.contain('Last page')
    await expect(sidebar).to.be.accessible()
  })

  it('shows device, local time, average rating, and three pages with the rest behind a button', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1440, height: 900 })
    await settled(element)
    const text = shown(element)
    expect(text).to.match(/Device\s*Firefox, Android/)
    expect(text).to.match(/Local time\s*\d\d:\d\d, Oslo/)
    expect(text).to.match(/On page\s*Skarv rotor, 160 mm/)
    expect(text).to.match(/Ratings\s*4.7 of 5 \(3\)/)
    const pages = find(element, 'deskbell-visited-pages')!.shadowRoot!
    const titles = () => [...pages.querySelectorAll('a')].map((link) => link.textContent)
    expect(titles()).to.deep.equal(['Skarv rotor, 160 mm', 'Cart', 'Rotors'])
    const more = pages.querySelector<HTMLElement>('.link')!
    expect(more.textContent).to.equal('2 more')
    more.click()
    await settled(element)
    expect(titles()).to.deep.equal(['Skarv rotor, 160 mm', 'Cart', 'Rotors', 'Returns', '/'])
    expect(more.getAttribute('aria-expanded')).to.equal('true')
  })

  it('leaves it to the head of the thread where there is no room for it', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 400, height: 800 })
    const head = find(element, 'deskbell-conversation-thread')!.shadowRoot!.querySelector('header')!
    const change = { conversation_id: element.conversationId!, since: null, visited_at: null }
    fakeOf(element).tell('attention.changed', { ...change, attention: 'reading' })
    await settled(element)
    expect(head.textContent).to.contain('Reading now')
  })
})
