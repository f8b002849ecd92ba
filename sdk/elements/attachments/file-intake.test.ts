// How files get into the composer, and when their message goes.

import { expect } from '@open-wc/testing'
import { html } from 'lit'
import type { SendEvent } from '../composer/composer.events.ts'
import type { DeskbellComposer } from '../composer/composer.ts'
import { settled, showDemo } from '../demo/demo-checks.ts'
import { createFakeClient } from '../demo/fake-client.ts'
import { createFakeFiles } from '../demo/fake-files.ts'
import '../composer/composer.define.ts'
import '../provider/provider.define.ts'
import './attachment-tray.define.ts'
import { photo } from './attachment-tray.demo.ts'

const target = () => ({ conversationId: 'one' })

async function show(content = html`<deskbell-composer .target=${target}></deskbell-composer>`) {
  const files = createFakeFiles({ held: true })
  const composer = (await showDemo({
    client: () => createFakeClient({ files }),
    render: () => content,
  })) as DeskbellComposer
  const root = composer.shadowRoot!
  const sent: [body: string, names: string[]][] = []
  composer.addEventListener('deskbell-send', (event) => {
    const { body, attachments } = event as SendEvent
    sent.push([body, attachments.map(({ name }) => name)])
  })
  const transfer = (...items: File[]): DataTransfer => {
    const data = new DataTransfer()
    for (const item of items) data.items.add(item)
    return data
  }
  const field = root.querySelector('textarea')!
  return {
    composer,
    root,
    field,
    sent,
    transfer,
    uploads: files.uploads,
    settled: async () => {
      // The tray's code comes first.
      await import('./attachment-tray.define.ts')
      await settled(root)
    },
    paste(data: DataTransfer): ClipboardEvent {
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })
      field.dispatchEvent(event)
      return event
    },
    drag(type: string, data: DataTransfer): DragEvent {
      const event = new DragEvent(type, {
        dataTransfer: data,
        bubbles: true,
        cancelable: true,
        composed: true,
      })
      composer.dispatchEvent(event)
      return event
    },
    send: () => root.querySelector<HTMLButtonElement>('.send')!.click(),
  }
}

describe('files in deskbell-composer', () => {
  it('takes a pasted picture, and sends it without a word', async () => {
    const { paste, transfer, settled, uploads, send, sent, root } = await show()
    expect(paste(transfer(photo())).defaultPrevented).to.equal(true)
    await settled()
    uploads[0]!.arrive()
    await settled()
    send()
    await settled()
    expect(sent).to.deep.equal([['', ['freehub.jpg']]])
    expect(root.querySelector('deskbell-attachment-tray')!.isEmpty).to.equal(true)
  })

  it('leaves pasted text, and a table with its picture, to the field', async () => {
    const { paste, transfer, uploads } = await show()
    const table = transfer(photo())
    table.setData('text/plain', 'a\tb')
    table.setData('text/html', '<table></table>')
    expect(paste(table).defaultPrevented).to.equal(false)
    const text = new DataTransfer()
    text.setData('text/plain', 'Hello')
    expect(paste(text).defaultPrevented).to.equal(false)
    expect(uploads).to.deep.equal([])
  })

  it('shows where files can be dropped, and takes them', async () => {
    const { drag, transfer, settled, uploads, root } = await show()
    const data = transfer(photo())
    const zone = () => root.querySelector('deskbell-attachment-tray')?.shadowRoot?.querySelector('.drop')
    expect(drag('dragenter', data).defaultPrevented).to.equal(true)
    expect(drag('dragover', data).defaultPrevented).to.equal(true)
    await settled()
    expect(zone()?.textContent).to.equal('Drop files here')
    drag('dragleave', data)
    await settled()
    expect(zone()).to.equal(null)
    drag('dragenter', data)
    expect(drag('drop', data).defaultPrevented).to.equal(true)
    await settled()
    expect(zone()).to.equal(null)
    expect(uploads.map(({ file }) => file.name)).to.deep.equal(['freehub.jpg'])
  })

  it('holds a message until its files are there, then sends it with them', async () => {
    const { composer, paste, transfer, settled, uploads, send, sent, root } = await show()
    paste(transfer(photo()))
    await settled()
    composer.value = 'Look'
    send()
    await settled()
    expect(sent).to.deep.equal([])
    const tray = root.querySelector('deskbell-attachment-tray')!
    expect(tray.shadowRoot!.textContent).to.contain('Your message goes out when the files are uploaded.')
    uploads[0]!.arrive()
    await settled()
    expect(sent).to.deep.equal([['Look', ['freehub.jpg']]])
  })

  it('sends nothing by itself when a file did not get through', async () => {
    const { composer, paste, transfer, settled, uploads, send, sent } = await show()
    paste(transfer(photo()))
    await settled()
    composer.value = 'Look'
    send()
    uploads[0]!.fail(new Error('broken'))
    await settled()
    send()
    await settled()
    expect(sent).to.deep.equal([])
    expect(composer.value).to.equal('Look')
  })

  it('keeps its files when sending was refused', async () => {
    const { composer, paste, transfer, settled, uploads, send, root } = await show()
    composer.addEventListener('deskbell-send', (event) => event.preventDefault())
    paste(transfer(photo()))
    await settled()
    uploads[0]!.arrive()
    await settled()
    send()
    expect(root.querySelector('deskbell-attachment-tray')!.attachments).to.have.length(1)
  })

  it('offers nothing and takes nothing where the site takes no files, or a message is being changed', async () => {
    for (const content of [
      html`<deskbell-composer></deskbell-composer>`,
      html`<deskbell-composer editing .target=${target}></deskbell-composer>`,
    ]) {
      const { root, drag, paste, transfer } = await show(content)
      expect(root.querySelector('.clip')).to.equal(null)
      expect(paste(transfer(photo())).defaultPrevented).to.equal(false)
      expect(drag('drop', transfer(photo())).defaultPrevented).to.equal(false)
    }
  })
})
