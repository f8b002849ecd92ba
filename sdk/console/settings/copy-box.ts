// A text to be copied: shown whole, with a button.

import { html, type TemplateResult } from 'lit'
import { consoleIcon } from '../console-icon.ts'
import type { Desk } from '../desk.context.ts'

export function copyBox(text: string, { t, undo }: Pick<Desk, 't' | 'undo'>): TemplateResult {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      undo.say(t('settings.copied'))
    } catch {
      undo.say(t('settings.copy_failed'))
    }
  }
  return html`<div class="copy"><pre dir="ltr" tabindex="0" aria-label=${t('settings.to_copy')}>${text}</pre>
    <button class="button" type="button" @click=${copy}>${consoleIcon('copy')}${t('settings.copy')}</button></div>`
}
