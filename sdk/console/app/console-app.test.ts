// The console as a whole: every state is accessible; sessions, links, views, columns.

import { expect, oneEvent } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { fakeMe, fakeNow, nora, waiting } from '../demo/fake-desk.ts'
import { callsOf, exists, fakeOf, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import type { InboxList } from '../inbox/inbox-list.ts'
import { consoleDemos } from './console-app.demo.ts'
import type { DeskbellConsole } from './console-app.ts'
import { layoutFor } from './layout.controller.ts'
import { retryAfter } from './session.controller.ts'

const phone = { width: 390, height: 844 }
const plain = (options: FakeAgentClientOptions, loginToken: string | null = null) => {
  const client = createFakeAgentClient(options)
  return html`<deskbell-console .client=${client} .loginToken=${loginToken} .clock=${fakeNow}></deskbell-console>`
}

/** The form is fetched when there is something to sign in to. */
async function atForm(standing: DeskbellConsole | Promise<DeskbellConsole>): Promise<DeskbellConsole> {
  const element = await standing
  await waitUntil(
    () => exists(element, 'form') && !exists(element, 'deskbell-inbox-list'),
    'the form is there',
  )
  await settled(element)
  return element
}

for (const theme of ['light', 'dark'] as const)
  describe(`deskbell-console, ${theme}`, () => {
    for (const [name, demo] of Object.entries(consoleDemos)) {
      it(`passes axe: ${name}`, async () => {
        const element = await standUp(demo({ theme }))
        await waitUntil(() => !exists(element, '.alone .late'), 'all of it is there')
        await expect(element).to.be.accessible()
      })
    }
    for (const name of ['nothing open', 'inbox', 'waiting']) {
      it(`passes axe on a phone: ${name}`, async () => {
        const element = await standUp(consoleDemos[name]!({ theme }), phone)
        await expect(element).to.be.accessible()
      })
    }
  })

describe('deskbell-console, session', () => {
  it('asks for e-mail and password when nobody is signed in, and opens the inbox afterwards', async () => {
    const element = await atForm(standUp(consoleDemos['signed out']!()))
    const email = find<HTMLInputElement>(element, '#email')!
    expect(email.matches(':focus')).to.equal(true)
    email.value = 'mika@fjordline.example'
    find<HTMLInputElement>(element, '#password')!.value = 'a long enough one'
    find<HTMLFormElement>(element, 'form')!.requestSubmit()
    await waitUntil(() => find(element, 'deskbell-inbox-list'))
    expect(callsOf(element, 'login')).to.deep.equal([['mika@fjordline.example', 'a long enough one']])
    expect(callsOf(element, 'show')).to.deep.equal([['mine']])
  })

  it('names the missing field and puts the cursor there, without asking the server', async () => {
    const element = await atForm(standUp(consoleDemos['signed out']!()))
    find<HTMLFormElement>(element, 'form')!.requestSubmit()
    await settled(element)
    expect(textOf(find(element, '#email-fault'))).to.equal('Enter your e-mail')
    expect(find(element, 'deskbell-sign-in')!.shadowRoot!.activeElement!.id).to.equal('email')
    expect(callsOf(element, 'login')).to.deep.equal([])
  })

  it('says what to do when the e-mail or the password is wrong', async () => {
    const on = (name: string): void => {
      if (name === 'login') throw new ApiError('login-failed', 'no')
    }
    const element = await standUp(plain({ me: null, on }))
    find<HTMLInputElement>(element, '#email')!.value = 'mika@fjordline.example'
    find<HTMLInputElement>(element, '#password')!.value = 'wrong'
    find<HTMLFormElement>(element, 'form')!.requestSubmit()
    await waitUntil(() => textOf(find(element, 'form > .fault')))
    expect(textOf(find(element, 'form > .fault'))).to.contain('The e-mail or the password is wrong')
  })

  it('redeems a link once, without asking for a password', async () => {
    const element = await standUp(plain({ me: null }, 'token-of-the-link'))
    await waitUntil(() => find(element, 'deskbell-inbox-list'))
    expect(callsOf(element, 'redeemLink')).to.deep.equal([['token-of-the-link']])
    expect(element.loginToken).to.equal(null)
  })

  it('says that a link was used, and offers the password', async () => {
    const on = (name: string): void => {
      if (name === 'redeemLink') throw new ApiError('link-used', 'used')
    }
    const element = await standUp(plain({ me: null, on }, 'token-of-the-link'))
    await waitUntil(() => find(element, '.told'))
    expect(textOf(find(element, '.told'))).to.contain('This link was used or has run out')
    expect(exists(element, '#password')).to.equal(true)
  })

  it('lets somebody in who opens a used link while being signed in', async () => {
    const on = (name: string): void => {
      if (name === 'redeemLink') throw new ApiError('link-used', 'used')
    }
    const element = await standUp(plain({ on }, 'token-of-the-link'))
    await waitUntil(() => find(element, 'deskbell-inbox-list'))
    expect(exists(element, '.told')).to.equal(false)
  })

  it('has the first administrator choose a password of twelve characters before anything else', async () => {
    const element = await atForm(standUp(plain({ me: { ...fakeMe, needs_password: true } })))
    const input = find<HTMLInputElement>(element, '#password')!
    input.value = 'short'
    find<HTMLFormElement>(element, 'form')!.requestSubmit()
    await settled(element)
    expect(textOf(find(element, '#fault'))).to.equal('Add 7 more characters')
    expect(exists(element, 'deskbell-inbox-list')).to.equal(false)
    input.value = 'twelve or more'
    find<HTMLFormElement>(element, 'form')!.requestSubmit()
    await waitUntil(() => find(element, 'deskbell-inbox-list'))
    expect(callsOf(element, 'setPassword')).to.deep.equal([['twelve or more']])
  })

  it('offers to sign in again when the server has ended the session', async () => {
    const element = await standUp(consoleDemos['session ended']!())
    const button = find(element, '[role="status"] .button')!
    expect(textOf(button)).to.equal('Sign in again')
    button.click()
    await atForm(element)
    expect(textOf(find(element, '.told'))).to.contain('Your session has ended')
  })

  it('says that the server does not answer, and tries again on request', async () => {
    let down = true
    const on = (name: string): void => {
      if (name === 'resume' && down) throw new ApiError('network', 'down')
    }
    const client = createFakeAgentClient({ me: null, on })
    const element = await standUp(html`<deskbell-console .client=${client}></deskbell-console>`)
    expect(textOf(find(element, 'h1'))).to.equal('The server does not answer')
    down = false
    find(element, '.alone .button')!.click()
    await waitUntil(() => find(element, 'deskbell-sign-in'))
  })

  it('asks a server that does not answer ever more rarely', () => {
    expect([1, 2, 3, 5, 6, 50].map(retryAfter)).to.deep.equal([3000, 6000, 12_000, 48_000, 60_000, 60_000])
  })

  it('says so where the server is there and only this page may not show the console', async () => {
    const asked: string[] = []
    const { fetch } = window
    window.fetch = async (url, init) => {
      asked.push(`${init?.method} ${url} ${init?.mode}`)
      return new Response()
    }
    try {
      const on = (name: string): void => {
        if (name === 'resume') throw new ApiError('network', 'kept from the page')
      }
      const client = createFakeAgentClient({ me: null, on })
      const element = await standUp(
        html`<deskbell-console server="https://support.example" .client=${client}></deskbell-console>`,
      )
      await waitUntil(() => textOf(find(element, 'h1')) === 'This page may not show the console')
      expect(textOf(find(element, '.alone p'))).to.contain(location.origin)
      expect(asked).to.deep.equal(['HEAD https://support.example/healthz no-cors'])
    } finally {
      window.fetch = fetch
    }
  })

  it('says that the session has ended when nobody asked to leave, and nothing when somebody did', async () => {
    const ended = await standUp(consoleDemos.inbox!())
    fakeOf(ended).me.set(null)
    await atForm(ended)
    expect(textOf(find(ended, '.told'))).to.contain('Your session has ended')
    const left = await standUp(consoleDemos.inbox!())
    find(left, '.self .opener, .self deskbell-console-menu')!
      .shadowRoot!.querySelector<HTMLElement>('.opener')!
      .click()
    await settled(left)
    findAll(left, '.item')
      .find((item) => textOf(item) === 'Sign out')!
      .click()
    await atForm(left)
    expect(exists(left, '.told')).to.equal(false)
  })

  it('closes the open conversation when somebody signs out', async () => {
    const element = await standUp(consoleDemos.inbox!())
    fakeOf(element).me.set(null)
    await atForm(element)
    expect(callsOf(element, 'close')).to.deep.equal([[nora.id]])
  })
})

describe('deskbell-console, moving about', () => {
  it('shows the view that was chosen in the rail, and says so', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    const moved = oneEvent(element, 'deskbell-console-moved')
    findAll(element, 'nav .row')[1]!.click()
    expect(((await moved) as unknown as { view: string }).view).to.equal('waiting')
    await waitUntil(() => textOf(find(element, 'h1')) === 'Waiting for a person')
    expect(callsOf(element, 'show').at(-1)).to.deep.equal(['waiting'])
  })

  it('counts who waits in the danger colour, and follows the count live', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    expect(textOf(find(element, '.urgent'))).to.equal('2')
    const { state } = fakeOf(element).inbox
    state.update((value) => ({ ...value, counts: { ...value.counts, waiting: 0 } }))
    await settled(element)
    expect(exists(element, '.urgent')).to.equal(false)
  })

  it('opens a row, keeps it open while the list changes, and keeps the one before at hand', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    const rows = findAll(element, '.list ul .row, deskbell-inbox-list, section .row')
    rows.filter((row) => row.matches('.row'))[0]!.click()
    await settled(element)
    expect(textOf(find(element, 'header h2'))).to.equal('Bent rotor, squealing pads')
    const { state } = fakeOf(element).inbox
    state.update((value) => ({ ...value, conversations: value.conversations.slice(1) }))
    await settled(element)
    expect(textOf(find(element, 'header h2'))).to.equal('Bent rotor, squealing pads')
    find(element, 'section .row')!.click()
    await settled(element)
    expect(callsOf(element, 'close')).to.deep.equal([])
    element.conversationId = nora.id
    await settled(element)
    expect(callsOf(element, 'open').filter(([id]) => id === nora.id)).to.have.lengthOf(1)
  })

  it('moves through the list with J and K from anywhere but a text field', async () => {
    const element = await standUp(consoleDemos['nothing open']!())
    const list = find<InboxList>(element, 'deskbell-inbox-list')!
    const press = (key: string, target: Element): void =>
      void target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }))
    const focused = (): string | undefined =>
      (list.shadowRoot!.activeElement as HTMLElement | null)?.dataset.id
    const ids = findAll(element, 'section .row').map((row) => row.dataset.id)
    press('j', find(element, 'nav .row')!)
    expect(focused()).to.equal(ids[0])
    press('j', list)
    expect(focused()).to.equal(ids[1])
    press('k', list)
    expect(focused()).to.equal(ids[0])
    press('j', document.body)
    expect(focused()).to.equal(ids[1])
    const beside = document.createElement('button')
    document.body.append(beside)
    press('j', beside)
    beside.remove()
    expect(focused()).to.equal(ids[1])
  })

  it('leaves J and K to a text field', async () => {
    const element = await standUp(consoleDemos.inbox!())
    const text = find(element, 'textarea')!
    text.focus()
    const key = new KeyboardEvent('keydown', { key: 'j', bubbles: true, composed: true, cancelable: true })
    text.dispatchEvent(key)
    expect(key.defaultPrevented).to.equal(false)
  })

  it('shows one column at a time on a phone, with tabs under the list', async () => {
    const element = await standUp(consoleDemos['nothing open']!(), phone)
    expect(findAll(element, 'nav button')).to.have.lengthOf(5)
    expect(find(element, 'main')!.hidden).to.equal(true)
    find(element, 'section .row')!.click()
    await settled(element)
    expect(find(element, '.list')!.hidden).to.equal(true)
    expect(exists(element, 'nav')).to.equal(false)
    find(element, '.back')!.click()
    await settled(element)
    expect(find(element, '.list')!.hidden).to.equal(false)
    expect(element.conversationId).to.equal(null)
  })

  it('gives fingers at least 40 px on a phone', async () => {
    const element = await standUp(consoleDemos.inbox!(), phone)
    const buttons = findAll(element, 'main button, header button, form button, .opener').filter(
      (button) => button.getClientRects().length > 0 && !button.matches('.chip'),
    )
    expect(buttons.length).to.be.greaterThan(4)
    for (const button of buttons)
      expect(button.getBoundingClientRect().height, textOf(button) || button.ariaLabel!).to.be.at.least(40)
  })

  it('shows the facts beside a narrow thread on request', async () => {
    const element = await standUp(consoleDemos.inbox!(), { width: 1100, height: 800 })
    expect(exists(element, 'aside')).to.equal(false)
    const buttons = findAll(element, 'header .button')
    buttons.find((button) => button.ariaLabel === 'About Nora')!.click()
    await settled(element)
    expect(textOf(find(element, 'aside deskbell-customer-sidebar'))).to.equal('')
    expect(exists(element, 'dl')).to.equal(true)
    // The thread has what rail and facts leave.
    const widths = ['main', 'aside'].map((part) => find(element, part)!.getBoundingClientRect().width)
    expect(widths).to.deep.equal([1100 - 216 - 288, 288])
  })

  it('knows its layout from its own width', () => {
    expect([390, 700, 1000, 1280].map(layoutFor)).to.deep.equal(['phone', 'compact', 'medium', 'wide'])
  })

  it('takes everything up again when it is moved within the page', async () => {
    const element = await standUp(consoleDemos.waiting!())
    const { parentElement } = element
    element.remove()
    parentElement!.append(element)
    await waitUntil(() => exists(element, 'deskbell-inbox-list'))
    await waitUntil(() => exists(element, 'header h2'))
    const chime = oneEvent(element, 'deskbell-chime')
    fakeOf(element).fire('waiting', waiting[0]!)
    await chime
  })

  it('lets go of the inbox when it leaves the page', async () => {
    const element = await standUp(consoleDemos.waiting!())
    element.remove()
    let chimed = false
    element.addEventListener('deskbell-chime', () => {
      chimed = true
    })
    fakeOf(element).fire('waiting', waiting[0]!)
    expect(chimed).to.equal(false)
  })
})
