// Name and e-mail of somebody whose chat has become a ticket: two fields in the slot, checked before they are sent.

import { html, nothing, type TemplateResult } from 'lit'
import type { Translate } from '../../locales/messages.ts'
import { icon } from '../icon/icon.ts'
import { emailFault } from '../ticket-form/email-fault.ts'

export interface ContactForm {
  t: Translate
  /** What is known already; a known name is not asked again. */
  name: string
  fault: string
  onFault: (fault: string) => void
  onContact: (name: string, email: string) => void
}

export function contactForm({ t, name, fault, onFault, onContact }: ContactForm): TemplateResult {
  const submit = (event: SubmitEvent): void => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const email = form.elements.namedItem('email') as HTMLInputElement
    const given = form.elements.namedItem('name') as HTMLInputElement | null
    const wrong = emailFault(email.value)
    onFault(wrong ? t(wrong) : '')
    if (wrong) email.focus()
    else onContact((given?.value ?? name).trim(), email.value.trim())
  }
  return html`<form novalidate @submit=${submit}>
    ${
      name
        ? nothing
        : html`<input class="input" name="name" autocomplete="name" maxlength="255" placeholder=${t('ticket.name')} aria-label=${t('ticket.name')}>`
    }
    <input class="input" name="email" type="email" autocomplete="email" maxlength="254" dir="ltr"
      placeholder=${t('ticket.email')} aria-label=${t('ticket.email')}
      aria-invalid=${fault ? 'true' : nothing} aria-describedby=${fault ? 'fault' : nothing}>
    <button class="button solid" type="submit">${t('chat.save')}</button>
    ${fault ? html`<div class="fault" id="fault" role="alert">${icon('alert')}${fault}</div>` : nothing}
  </form>`
}
