// Files added to a message: how far they are, what is refused, and how they go again.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import { ApiError } from '../../client/api-error.ts'
import { checkDemos, settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { createFakeFiles, type FakeUpload } from '../demo/fake-files.ts'
import '../provider/provider.define.ts'
import './attachment-tray.define.ts'
import { attachmentTrayDemos, invoice, photo, ride } from './attachment-tray.demo.ts'
import type { DeskbellAttachmentTray } from './attachment-tray.ts'

const target = () => ({ conversationId: 'one' })

async function show() {
  const files = createFakeFiles({ held: true })
  const tray = (await showDemo({
    client: () => createFakeClient({ files }),
    render: () => html`<deskbell-attachment-tray .target=${target}></deskbell-attachment-tray>`,
  })) as DeskbellAttachmentTray
  let changes = 0
  tray.addEventListener('deskbell-attachments-change', () => {
    changes++
  })
  const root = tray.shadowRoot!
  return {
    tray,
    root,
    uploads: files.uploads,
    changes: () => changes,
    add: async (...added: File[]): Promise<FakeUpload[]> => {
      tray.add(added)
      await settled(root)
      return files.uploads
    },
    settled: () => settled(root),
    names: () => [...root.querySelectorAll('.name')].map((name) => name.textContent),
    alerts: () => [...root.querySelectorAll('[role=alert] span')].map((alert) => alert.textContent),
    button: (label: string) => root.querySelector<HTMLButtonElement>(`button[aria-label="${label}"]`)!,
    said: () => root.querySelector('[role=status]')!.textContent,
  }
}

describe('deskbell-attachment-tray', () => {
  it('uploads what is added at once, and shows how far it is until it is there', async () => {
    const { tray, root, add, settled, said, changes } = await show()
    const [upload] = await add(photo())
    expect(upload!.target).to.deep.equal({ conversationId: 'one' })
    expect(tray.busy).to.equal(true)
    const bar = root.querySelector('progress')!
    expect(bar.getAttribute('aria-label')).to.equal('Uploading freehub.jpg')
    upload!.onProgress!(0.5)
    await settled()
    expect(bar.value).to.equal(0.5)
    const before = changes()
    upload!.arrive()
    await settled()
    expect(changes()).to.equal(before + 1)
    expect(root.querySelector('progress')).to.equal(null)
    expect(tray.busy).to.equal(false)
    expect(tray.attachments.map(({ name }) => name)).to.deep.equal(['freehub.jpg'])
    expect(said()).to.equal('freehub.jpg is attached')
  })

  it('refuses what cannot be sent before a byte goes, saying why', async () => {
    const { add, names, alerts, button, settled } = await show()
    const big = new File(['x'], 'ride.mp4', { type: 'video/mp4' })
    Object.defineProperty(big, 'size', { value: 48_000_000 })
    const uploads = await add(
      big,
      new File([''], 'empty.txt'),
      new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }),
    )
    expect(uploads).to.deep.equal([])
    expect(names()).to.deep.equal([])
    expect(alerts()).to.deep.equal([
      'ride.mp4 is 48 MB. The limit is 10 MB.',
      'empty.txt is empty.',
      'logo.svg cannot be sent. Images, PDF, text, sound, video and office files can.',
    ])
    button('Hide this').click()
    await settled()
    expect(alerts()).to.have.length(2)
    await add(invoice())
    expect(alerts()).to.deep.equal([])
  })

  it('takes five files', async () => {
    const { add, names, alerts } = await show()
    const many = Array.from({ length: 6 }, (_, n) => new File(['x'], `${n}.txt`))
    await add(...many)
    expect(names()).to.have.length(5)
    expect(alerts()).to.deep.equal(['One message takes 5 files. 5.txt was left out.'])
  })

  it('says what the server has found wrong, and lets the file go', async () => {
    const { add, settled, names, alerts, tray } = await show()
    const [upload] = await add(photo())
    upload!.fail(new ApiError('attachment-refused'))
    await settled()
    expect(names()).to.deep.equal([])
    expect(alerts()).to.deep.equal([
      'freehub.jpg cannot be sent. Images, PDF, text, sound, video and office files can.',
    ])
    expect(tray.isEmpty).to.equal(true)
  })

  it('keeps what broke off, to be tried again', async () => {
    const { add, settled, uploads, button, tray, root } = await show()
    const [upload] = await add(photo())
    upload!.fail(new ApiError('network'))
    await settled()
    expect(root.querySelector('.more')!.textContent).to.contain('was not uploaded')
    expect(tray.failed).to.equal(true)
    button('Try again: freehub.jpg').click()
    await settled()
    uploads[1]!.arrive()
    await settled()
    expect(tray.attachments).to.have.length(1)
  })

  it('waits for the network in words', async () => {
    const { add, settled, root } = await show()
    const [upload] = await add(photo())
    upload!.onProgress!(null)
    await settled()
    expect(root.querySelector('.more')!.textContent).to.contain('Waits for the network')
  })

  it('breaks an upload off when its file is taken away, and puts the focus on the next', async () => {
    const { add, settled, button, root, names, said } = await show()
    const [first] = await add(photo(), invoice())
    button('Remove freehub.jpg').click()
    await settled()
    expect(first!.signal!.aborted).to.equal(true)
    expect(names()).to.deep.equal(['Invoice 4711.pdf'])
    expect(root.activeElement!.getAttribute('aria-label')).to.equal('Remove Invoice 4711.pdf')
    expect(said()).to.equal('freehub.jpg was removed')
  })

  it('does not take a film as large as one from a phone', async () => {
    const { add, alerts } = await show()
    await add(ride())
    expect(alerts()).to.deep.equal(['ride.mov is 48 MB. The limit is 10 MB.'])
  })

  checkDemos(attachmentTrayDemos)
})
