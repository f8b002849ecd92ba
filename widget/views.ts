// The views by name: how each is drawn, and which file brings it. The home view comes with the panel.

import { html, type TemplateResult } from 'lit'
import type { ViewName, ViewParams } from '../sdk/elements/provider/widget-context.ts'

/** One view of the stack. `cameFrom` is what had the focus when another view was put on top. */
export type OpenView = {
  [Name in ViewName]: {
    name: Name
    params: ViewParams[Name]
    cameFrom: HTMLElement | null
    /** Its element and its texts are there. */
    ready: boolean
  }
}[ViewName]

const loaders: Record<ViewName, () => Promise<unknown> | undefined> = {
  home: () => undefined,
  help: () => import('./help-views.ts'),
  article: () => import('./help-views.ts'),
  chat: () => import('../sdk/elements/chat/chat.define.ts'),
  ticket: () => import('./ticket-views.ts'),
  status: () => import('./ticket-views.ts'),
}

/** Resolves when the view's element is defined. */
export const loadView = async (name: ViewName): Promise<unknown> => loaders[name]()

export const isViewName = (name: string): name is ViewName => Object.hasOwn(loaders, name)

export function viewTemplate(view: OpenView): TemplateResult {
  switch (view.name) {
    case 'home':
      return html`<deskbell-home></deskbell-home>`
    case 'help':
      return html`<deskbell-help .query=${view.params.query ?? ''}></deskbell-help>`
    case 'article':
      return html`<deskbell-article .slug=${view.params.slug} .passage=${view.params.passage ?? null}></deskbell-article>`
    case 'chat':
      return html`<deskbell-chat .conversationId=${view.params.conversationId ?? null}
        .prefill=${view.params.prefill} .want=${view.params.want}></deskbell-chat>`
    case 'ticket':
      return html`<deskbell-ticket-form .subject=${view.params.subject ?? ''}
        .description=${view.params.description ?? ''}></deskbell-ticket-form>`
    case 'status':
      return html`<deskbell-ticket-status .reference=${view.params.reference ?? ''}
        .email=${view.params.email ?? ''}></deskbell-ticket-status>`
  }
}
