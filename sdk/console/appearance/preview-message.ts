// What the appearance page tells the page in its frame, which holds the real widget. Types only.

import type { Appearance } from '../../protocol/site.ts'
import type { SitePreview } from '../../protocol/site-admin.ts'

/** A visitor's page as the owner wants to see it now. */
export interface PreviewScene {
  site: string
  locale: string
  dir: 'ltr' | 'rtl'
  scheme: 'light' | 'dark'
  view: PreviewView
  /** What of the visitor's configuration is other than saved. */
  look: Pick<SitePreview, 'style' | 'greeting' | 'settings'> & {
    name: string
    appearance: Appearance
    /** A `data:` URL. */
    logo: string | null
  }
}

export const PREVIEW_VIEWS = ['closed', 'home', 'help', 'chat', 'ticket', 'status'] as const
export type PreviewView = (typeof PREVIEW_VIEWS)[number]

export type PreviewMessage = { deskbell: 'ready' } | { deskbell: 'scene'; scene: PreviewScene }
