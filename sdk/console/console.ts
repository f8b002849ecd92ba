// The hosted console's page: hands the address's facts to the element and keeps the address in step with it.

import './app/console-app.define.ts'
import type { ConsoleMovedEvent } from './app/console-moved.event.ts'

const element = document.querySelector('deskbell-console')!

const writeHash = (hash: string): void =>
  history.replaceState(history.state, '', `${location.pathname}${location.search}${hash}`)

/** `#login=…` signs in and leaves the address at once; `#/mine/…` says what is on screen. */
function readAddress(): void {
  const token = new URLSearchParams(location.hash.slice(1)).get('login')
  if (token) {
    writeHash('')
    element.loginToken = token
    return
  }
  element.go(location.hash.slice(1))
}

/** The articles stood at an address of their own: `/console/knowledge#articles/<id>` comes here by a redirect. */
function readFormerAddress(): void {
  if (new URLSearchParams(location.search).get('was') !== 'articles') return
  const rest = location.hash.slice(1).replace(/^articles\/?/, '')
  history.replaceState(history.state, '', `${location.pathname}#/articles${rest && `/${rest}`}`)
}

readFormerAddress()
readAddress()
window.addEventListener('hashchange', readAddress)
element.addEventListener('deskbell-console-moved', (event) => {
  writeHash(`#${(event as ConsoleMovedEvent).path}`)
})
