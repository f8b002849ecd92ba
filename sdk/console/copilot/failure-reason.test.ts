// Why something failed is said in words, in the reader's language.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError, fromProblem } from '../../client/api-error.ts'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import '../app/console-app.define.ts'
import { createFakeAgentClient } from '../demo/fake-agent-client.ts'
import { fakeNow, nora } from '../demo/fake-desk.ts'
import { find, settled, standUp, textOf } from '../demo/stand-up.ts'
import { englishTexts } from '../locales/console-locale.ts'
import { reasonOf } from './failure-reason.ts'

const UNREACHED = 'The server did not answer. Try again.'

describe('why something failed', () => {
  it('is what the server said, or that it was not reached', () => {
    const { t } = englishTexts()
    const refused = { type: 'about:blank', title: 'Not yours', status: 403, code: 'forbidden' } as const
    expect(reasonOf(fromProblem(refused as never), t)).to.equal('Not yours')
    for (const error of [
      new ApiError('network'),
      new ApiError('timeout'),
      new ApiError('unavailable', 'HTTP 502'),
      new TypeError('Failed to fetch dynamically imported module'),
    ])
      expect(reasonOf(error, t)).to.equal(UNREACHED)
  })

  it('is said of an action in the language of now, which came after the desk', async () => {
    const client = createFakeAgentClient({
      on: (name) => {
        if (name === 'resolve') throw new ApiError('network')
      },
    })
    const element =
      await standUp(html`<deskbell-console locale="de" .client=${client} .conversationId=${nora.id}
      .clock=${fakeNow}></deskbell-console>`)
    await waitUntil(() => textOf(find(element, '.resolve')) === 'Lösen')
    find(element, '.resolve')!.click()
    await settled(element)
    expect(textOf(find(element, '.line.failed'))).to.contain('Der Server hat nicht geantwortet.')
  })
})
