// Registers <deskbell-sign-in> and <deskbell-choose-password>.

import { ChoosePassword } from './choose-password.ts'
import { SignIn } from './sign-in.ts'

if (!customElements.get('deskbell-sign-in')) customElements.define('deskbell-sign-in', SignIn)
if (!customElements.get('deskbell-choose-password'))
  customElements.define('deskbell-choose-password', ChoosePassword)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-sign-in': SignIn
    'deskbell-choose-password': ChoosePassword
  }
}
