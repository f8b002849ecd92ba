// The settings' named states, for the tests and the screenshots.

import { html, type TemplateResult } from 'lit'
import '../app/console-app.define.ts'
import { createFakeAgentClient, type FakeAgentClientOptions } from '../demo/fake-agent-client.ts'
import { fakeAssistant } from '../demo/fake-assistant.ts'
import { fakeNow } from '../demo/fake-desk.ts'
import { fakeLook } from '../demo/fake-look.ts'
import { fakeSettings } from '../demo/fake-settings.ts'

type Answer = NonNullable<FakeAgentClientOptions['answer']>

/** @param answer says something else than the made-up server, where it says anything */
export const settingsDemo = (
  path: string,
  { answer, ...rest }: FakeAgentClientOptions = {},
  theme?: 'light' | 'dark',
): TemplateResult => {
  const client = createFakeAgentClient({
    ...rest,
    answer: ((name, input) =>
      answer?.(name, input) ??
      fakeLook(name, input) ??
      fakeSettings[name] ??
      fakeAssistant[name]) satisfies Answer,
  })
  return html`<deskbell-console locale="en-GB" .client=${client} .theme=${theme} .page=${{ name: 'settings', rest: `/${path}` }}
    .clock=${fakeNow} .attentive=${() => true}></deskbell-console>`
}
