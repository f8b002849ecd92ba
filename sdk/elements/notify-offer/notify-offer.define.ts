// Registers <deskbell-notify-offer>.

import { DeskbellNotifyOffer } from './notify-offer.ts'

if (!customElements.get('deskbell-notify-offer'))
  customElements.define('deskbell-notify-offer', DeskbellNotifyOffer)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-notify-offer': DeskbellNotifyOffer
  }
}
