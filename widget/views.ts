// The views by name, and which file brings each. The home view comes with the panel.

import { html, type TemplateResult } from 'lit'
import type { ViewName, ViewParams } from '../sdk/elements/provider/widget-context.ts'

/** The view's element with what it was opened with; its file defines the element. */
export type DrawView<Name extends ViewName> = (params: ViewParams[Name]) => TemplateResult

/** One view of the stack. `cameFrom` is what had the focus when another view was put on top. */
export interface OpenView<Name extends ViewName = ViewName> {
  name: Name
  params: ViewParams[Name]
  cameFrom: HTMLElement | null
  /** Null until its element and its texts are there. */
  draw: DrawView<ViewName> | null
}

export const homeView: DrawView<'home'> = () => html`<deskbell-home></deskbell-home>`

const loaders: { readonly [Name in ViewName]: (params: ViewParams[Name]) => Promise<DrawView<Name>> } = {
  home: async () => homeView,
  help: async () => (await import('./help-views.ts')).helpView,
  article: async () => (await import('./help-views.ts')).articleView,
  async chat({ conversationId }) {
    // The chat fetches its thread itself; where there is one, both come at once.
    if (conversationId) import('../sdk/elements/message-list/message-list.define.ts').catch(() => {})
    return (await import('./chat-view.ts')).chatView
  },
  conversations: async () => (await import('./conversations-view.ts')).conversationsView,
  ticket: async () => (await import('./ticket-views.ts')).ticketView,
  status: async () => (await import('./ticket-views.ts')).statusView,
}

/** Resolves when the view's element is defined. */
export const loadView = <Name extends ViewName>(
  name: Name,
  params: ViewParams[Name],
): Promise<DrawView<ViewName>> => loaders[name](params) as Promise<DrawView<ViewName>>

export const isViewName = (name: string): name is ViewName => Object.hasOwn(loaders, name)
