// The hosted console's page: hands the address's facts to the element and keeps the address in step with it.

import './app/console-app.define.ts'
import type { ConsoleMovedEvent } from './app/console-moved.event.ts'

const element = document.querySelector('deskbell-console')!

/** Where one was as the address was read: what comes of that is no move of its own. */
let leftFor: string | null = null

const replaceHash = (hash: string): void =>
  history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`)

/** Back leads to where one was: but for a search that is being typed, which is one place. */
function writeAddress(path: string): void {
  const hash = `#${path}`
  const [place] = hash.split('?')
  // An address that named no place is filled in; what comes of one that was read is put right.
  const stays =
    !location.hash || place === location.hash.split('?')[0] || (leftFor !== null && leftFor !== path)
  if (hash === location.hash) return
  if (stays) replaceHash(hash)
  else history.pushState(null, '', hash)
}

/** `#login=…` signs in and leaves the address at once; `#/mine/…` says what is on screen. */
async function readAddress(): Promise<void> {
  const token = new URLSearchParams(location.hash.slice(1)).get('login')
  if (token) {
    replaceHash('')
    element.loginToken = token
    return
  }
  const asked = location.hash.slice(1)
  leftFor = element.path
  element.go(asked)
  // Choosing another list leaves a conversation open; an address that names none shows none.
  if (!element.page && asked && element.path.startsWith(`${asked}/`)) element.conversationId = null
  await element.updateComplete
  leftFor = null
}

/** The articles stood at an address of their own: `/console/knowledge#articles/<id>` comes here by a redirect. */
function readFormerAddress(): void {
  if (new URLSearchParams(location.search).get('was') !== 'articles') return
  const rest = location.hash.slice(1).replace(/^articles\/?/, '')
  history.replaceState(history.state, '', `${location.pathname}#/articles${rest && `/${rest}`}`)
}

/** On a phone what is told of the customer covers the conversation: Back takes that away first, and goes nowhere. */
function backFromDetails(): void {
  let covers = false
  element.addEventListener('deskbell-show-details', () => {
    if (!matchMedia('(max-width: 699.98px)').matches || covers) return
    covers = true
    history.pushState(null, '', location.hash)
  })
  element.addEventListener('deskbell-hide-details', () => covers && history.back())
  window.addEventListener('popstate', () => {
    if (covers) element.details = false
    covers = false
  })
  element.addEventListener('deskbell-console-moved', () => {
    covers = false
  })
}

readFormerAddress()
backFromDetails()
void readAddress()
window.addEventListener('hashchange', () => void readAddress())
element.addEventListener('deskbell-console-moved', (event) => {
  writeAddress((event as ConsoleMovedEvent).path)
})
