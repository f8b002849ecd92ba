// What is on screen until somebody is signed in: the empty desk, the form, why the server cannot be reached.

import { html, type ReactiveControllerHost } from 'lit'
import type { Desk } from '../desk.context.ts'
import type { Embedding } from './embedding.controller.ts'
import type { Layout } from './layout.controller.ts'
import { pageOutlet } from './page-outlet.ts'
import type { Session } from './session.controller.ts'
import { shellAtRest } from './shell-at-rest.ts'

/** Null once there is a desk. */
export function beforeDesk(
  host: ReactiveControllerHost,
  session: Session,
  embedding: Embedding,
  layout: Layout,
  { t }: Desk,
) {
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
      return pageOutlet('sign-in', session.reason ?? '', t, () => host.requestUpdate())
    case 'choose-password':
      return pageOutlet('choose-password', '', t, () => host.requestUpdate())
    case 'desk':
      return null
  }
}
