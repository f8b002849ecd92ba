// The widget's styles mean the same with and without their blanks, as the browser reads them.

import { expect } from '@open-wc/testing'
import type { CSSResult } from 'lit'
import { articleStyles } from '../sdk/elements/article/article.styles.ts'
import { chatStyles } from '../sdk/elements/chat/chat.styles.ts'
import { chatMenuStyles } from '../sdk/elements/chat-menu/chat-menu.styles.ts'
import { composerStyles } from '../sdk/elements/composer/composer.styles.ts'
import { handoffSlotStyles } from '../sdk/elements/handoff-slot/handoff-slot.styles.ts'
import { helpStyles } from '../sdk/elements/help/help.styles.ts'
import { homeStyles } from '../sdk/elements/home/home.styles.ts'
import { markStyles } from '../sdk/elements/mark/mark.styles.ts'
import { messageListStyles } from '../sdk/elements/message-list/message-list.styles.ts'
import { formStyles } from '../sdk/elements/panel/form.styles.ts'
import { panelStyles } from '../sdk/elements/panel/panel.styles.ts'
import { ratingStyles } from '../sdk/elements/rating/rating.styles.ts'
import { richTextStyles } from '../sdk/elements/rich-text/rich-text.styles.ts'
import { tokens } from '../sdk/elements/theme/tokens.ts'
import { ticketFormStyles } from '../sdk/elements/ticket-form/ticket-form.styles.ts'
import { ticketStatusStyles } from '../sdk/elements/ticket-status/ticket-status.styles.ts'
import { minifyCss } from './minify-css.ts'
import { widgetStyles } from './widget.styles.ts'

const styles: Record<string, CSSResult[]> = {
  article: [articleStyles],
  chat: [chatStyles, chatMenuStyles, messageListStyles, handoffSlotStyles, composerStyles, ratingStyles],
  help: [helpStyles],
  home: [homeStyles, markStyles],
  panel: [...panelStyles, formStyles, richTextStyles],
  ticket: [ticketFormStyles, ticketStatusStyles],
  widget: [widgetStyles, tokens],
}

/** Custom properties keep their blanks as written, and those between two tokens mean nothing. */
const rules = (css: string): string[] => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return [...sheet.cssRules].map((rule) => rule.cssText.replace(/\s+/g, ' ').replaceAll(', ', ','))
}

describe('minifyCss', () => {
  for (const [view, sheets] of Object.entries(styles)) {
    it(`leaves every rule of ${view} as it is`, () => {
      for (const { cssText } of sheets) {
        const wanted = rules(cssText)
        expect(wanted).to.not.be.empty
        expect(rules(minifyCss(cssText))).to.deep.equal(wanted)
      }
    })
  }

  it('takes comments, blanks and the last semicolon', () => {
    expect(minifyCss('\n  /* why */\n  .a > .b { margin: 0 1px; }\n')).to.equal('.a>.b{margin:0 1px}')
  })
})
