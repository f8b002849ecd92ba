// What is on screen until somebody is signed in: the empty desk, the form, why the server cannot be reached.

import { html } from 'lit'
import type { ConsoleTranslate } from '../desk.context.ts'
import type { Embedding } from './embedding.controller.ts'
import type { Layout } from './layout.controller.ts'
import type { Session } from './session.controller.ts'
import { shellAtRest } from './shell-at-rest.ts'

/** Null once there is a desk. */
export function beforeDesk(session: Session, embedding: Embedding, layout: Layout, t: ConsoleTranslate) {
  switch (session.view) {
    case 'starting':
      return session.hasLink
        ? html`<div class="alone" role="status"><p>${t('signin.opening')}</p></div>`
        : shellAtRest(layout, t)
    case 'unreachable':
      return html`<main class="alone" role="alert"><h1>${t('app.unreachable')}</h1><p>${t('app.unreachable.detail')}</p>
        <button class="button" type="button" @click=${() => session.again()}>${t('app.again')}</button></main>`
    case 'not-allowed':
      return html`<main class="alone" role="alert"><h1>${t('app.not_allowed')}</h1><p>${t('app.not_allowed.detail', { origin: location.origin })}</p>
        <button class="button" type="button" @click=${() => session.again()}>${t('app.again')}</button></main>`
    case 'sign-in':
      if (embedding.active) return embedding.askPage(t)
      return html`<deskbell-sign-in .reason=${session.reason}></deskbell-sign-in>`
    case 'choose-password':
      return html`<deskbell-choose-password></deskbell-choose-password>`
    case 'desk':
      return null
  }
}
