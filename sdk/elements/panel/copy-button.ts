// A button that copies a text and says so on itself for a moment.

import { html, type TemplateResult } from 'lit'
import type { Translate } from '../../locales/messages.ts'
import { icon } from '../icon/icon.ts'

/** @param look `text` shows the word beside the icon; `icon` is a 40 px tool. */
export function copyButton(text: string, t: Translate, look: 'text' | 'icon'): TemplateResult {
  const label = t('common.copy')
  const copy = async (event: Event): Promise<void> => {
    const button = event.currentTarget as HTMLButtonElement
    try {
      await navigator.clipboard.writeText(text)
    } catch {
      return // No permission: the reference can still be selected.
    }
    // Said by the name, which a screen reader announces on the focused button.
    button.setAttribute('aria-label', t('common.copied'))
    button.toggleAttribute('data-copied', true)
    setTimeout(() => {
      button.setAttribute('aria-label', label)
      button.removeAttribute('data-copied')
    }, 2000)
  }
  return html`<button class=${look === 'icon' ? 'tool copy' : 'copy-text copy'} type="button" aria-label=${label}
    @click=${copy}><span class="before">${icon('copy')}${look === 'text' ? label : ''}</span><span class="after"
    >${icon('check')}${look === 'text' ? t('common.copied') : ''}</span></button>`
}
