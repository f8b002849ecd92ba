// Files of a message in the thread.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { AttachmentClient } from '../../client/attachment-client.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { createFakeFiles } from '../demo/fake-files.ts'
import '../provider/provider.define.ts'
import './message-files.define.ts'
import { messageFilesDemos, paper, picture } from './message-files.demo.ts'
import type { DeskbellMessageFiles } from './message-files.ts'

async function show(files: AttachmentClient = createFakeFiles(), conversation: string | null = 'one') {
  const shown = (await showDemo({
    client: () => createFakeClient({ files }),
    render: () =>
      html`<deskbell-message-files .attachments=${[picture, paper]} .conversationId=${conversation ?? undefined}></deskbell-message-files>`,
  })) as DeskbellMessageFiles
  return { shown, root: shown.shadowRoot! }
}

describe('deskbell-message-files', () => {
  it('shows an image within its bounds and leads to the whole of it, and a file by its name and size', async () => {
    const { root } = await show()
    const image = root.querySelector('img')!
    expect([image.alt, image.width, image.height]).to.deep.equal(['freehub.jpg', 240, 180])
    const links = [...root.querySelectorAll('a')]
    expect(links.map((link) => link.title)).to.deep.equal(['Open freehub.jpg', `Download ${paper.name}`])
    expect(links.map((link) => [link.target, link.rel])).to.deep.equal([
      ['_blank', 'noopener'],
      ['_blank', 'noopener'],
    ])
    expect(links[1]!.querySelector('.more')!.textContent).to.equal('84 kB')
  })

  it('keeps an image’s place before it comes, so that nothing moves', async () => {
    const waiting: AttachmentClient = { ...createFakeFiles(), link: () => new Promise(() => {}) }
    const { shown, root } = await show(waiting)
    const height = shown.offsetHeight
    expect(root.querySelector('.wait')!.getBoundingClientRect().height).to.equal(180)
    const { shown: there } = await show()
    expect(there.offsetHeight).to.equal(height)
  })

  it('shows an image that the page does not let in as a file', async () => {
    const { root } = await show()
    root.querySelector('img')!.dispatchEvent(new Event('error'))
    await settled(root)
    expect(root.querySelector('img')).to.equal(null)
    expect(root.querySelector('a .name')!.textContent).to.equal('freehub.jpg')
  })

  it('leads nowhere while the message is not sent', async () => {
    const { root } = await show(createFakeFiles(), null)
    expect(root.querySelectorAll('a')).to.have.length(0)
    expect(root.querySelector('.name')!.textContent).to.equal(paper.name)
  })

  checkDemos(messageFilesDemos)
})
