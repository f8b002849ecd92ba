// Registers <deskbell-settings> and what it draws: a chunk of its own, fetched when somebody goes there.

import { AuditLog } from './audit-log.ts'
import { SettingsForm } from './settings-form.ts'
import { SettingsRecords } from './settings-records.ts'
import { SettingsShell } from './settings-shell.ts'
import { SettingsSingle } from './settings-single.ts'

const define = (name: string, element: CustomElementConstructor): void => {
  if (!customElements.get(name)) customElements.define(name, element)
}
define('deskbell-settings-form', SettingsForm)
define('deskbell-settings-records', SettingsRecords)
define('deskbell-settings-single', SettingsSingle)
define('deskbell-settings-audit', AuditLog)
define('deskbell-settings', SettingsShell)

declare global {
  interface HTMLElementTagNameMap {
    'deskbell-settings': SettingsShell
    'deskbell-settings-form': SettingsForm
    'deskbell-settings-records': SettingsRecords
    'deskbell-settings-single': SettingsSingle
    'deskbell-settings-audit': AuditLog
  }
}
