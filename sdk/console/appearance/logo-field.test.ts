// The row for a site's logo: by file, by drop and by keyboard, small whatever it was, said in words where it is none.

import { expect } from '@open-wc/testing'
import { sendKeys } from '@web/test-runner-commands'
import { waitUntil } from '../../elements/demo/wait-until.ts'
import { fakeSite } from '../demo/fake-settings.ts'
import { exists, find, findAll, settled, standUp, textOf } from '../demo/stand-up.ts'
import { settingsDemo } from '../settings/settings.demo.ts'
import '../settings/settings.define.ts'
import { blobOf, drawLogo } from './logo-picture.ts'

const wide =
  '<svg xmlns="http://www.w3.org/2000/svg" width="48" height="12"><path fill="#f00" d="M0 0h48v12H0z"/></svg>'
const svg = (text = wide) => new File([text], 'logo.svg', { type: 'image/svg+xml' })

async function png(): Promise<File> {
  const canvas = new OffscreenCanvas(300, 200)
  canvas.getContext('2d')!.fillRect(0, 0, 300, 200)
  return new File([await canvas.convertToBlob()], 'logo.png', { type: 'image/png' })
}

async function open(logo: string | null = null) {
  const sent: { logo?: string | null }[] = []
  const answer = (name: string, input: unknown): unknown => {
    if (name === `GET /sites/${fakeSite.id}`) return { site: { ...fakeSite, logo } }
    if (name !== `PATCH /sites/${fakeSite.id}`) return undefined
    sent.push(input as { logo?: string | null })
    return { site: { ...fakeSite, ...(input as object), version: 4 } }
  }
  const element = await standUp(settingsDemo('appearance', { answer }))
  await waitUntil(() => exists(element, 'deskbell-logo-field button'), 'the row is drawn')
  const buttons = () => findAll<HTMLButtonElement>(element, 'deskbell-logo-field button')
  const choose = (file: File): void => {
    const input = find<HTMLInputElement>(element, 'deskbell-logo-field input')!
    const files = new DataTransfer()
    files.items.add(file)
    input.files = files.files
    input.dispatchEvent(new Event('change'))
  }
  return { element, sent, buttons, choose }
}

/** A pixel of the picture, 96 × 96. */
async function pixels(picture: string) {
  const image = await createImageBitmap(blobOf(picture))
  const pen = new OffscreenCanvas(image.width, image.height).getContext('2d')!
  pen.drawImage(image, 0, 0)
  return {
    width: image.width,
    height: image.height,
    at: (x: number, y: number) => [...pen.getImageData(x, y, 1, 1).data],
  }
}

describe('drawLogo', () => {
  it('fits whatever it is given into a square, with nothing around it', async () => {
    for (const file of [svg(), await png()]) {
      const drawn = await drawLogo(file)
      if (!('picture' in drawn)) throw new Error(`${file.name}: ${drawn.fault}`)
      const { width, height, at } = await pixels(drawn.picture)
      expect([width, height]).to.deep.equal([96, 96])
      expect(at(48, 48)[3]).to.equal(255)
      expect(at(48, 2)[3]).to.equal(0)
      expect(drawn.picture.startsWith('data:image/png;base64,')).to.equal(true)
    }
  })

  it('says what it does not take', async () => {
    expect(await drawLogo(new File(['<p>'], 'a.svg', { type: 'image/svg+xml' }))).to.deep.equal({
      fault: 'wrong',
    })
    expect(await drawLogo(svg(wide.replace(/<path.*\/>/, '')))).to.deep.equal({ fault: 'wrong' })
    expect(await drawLogo(new File([new Uint8Array(5 * 1024 * 1024 + 1)], 'a.png'))).to.deep.equal({
      fault: 'large',
    })
  })
})

describe('deskbell-logo-field', () => {
  it('shows what was chosen, publishes it, and has no row for a path meanwhile', async () => {
    const { element, sent, choose, buttons } = await open()
    const path = () => exists(element, '#f-logo_path-name')
    expect(path()).to.equal(true)
    choose(svg())
    await waitUntil(() => exists(element, 'deskbell-logo-field img'), 'the picture is shown')
    await settled(element)
    expect(path()).to.equal(false)
    expect(buttons().map(textOf)).to.deep.equal(['Choose a picture', 'Remove the picture'])
    expect(textOf(find(element, 'form footer p'))).to.equal('1 change Logo')
    await expect(find(element, 'deskbell-settings')).to.be.accessible()
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    await waitUntil(() => sent.length === 1)
    expect(sent[0]!.logo).to.match(/^data:image\/png;base64,/)
  })

  it('takes what is dropped on its row', async () => {
    const { element } = await open()
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(await png())
    const row = find(element, 'deskbell-logo-field')!.closest('.row')!
    row.dispatchEvent(new DragEvent('dragenter', { dataTransfer, cancelable: true }))
    await waitUntil(() => exists(element, '.tile.over'), 'it says that it takes it')
    row.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
    await waitUntil(() => exists(element, 'deskbell-logo-field img'), 'the picture is shown')
    expect(exists(element, '.tile.over')).to.equal(false)
  })

  it('is worked by keyboard, and keeps the focus when the picture is taken away', async () => {
    const drawn = await drawLogo(svg())
    const { element, sent, buttons } = await open('picture' in drawn ? drawn.picture : null)
    const [choose, remove] = buttons()
    let opened = 0
    find<HTMLInputElement>(element, 'deskbell-logo-field input')!.click = () => {
      opened += 1
    }
    choose!.focus()
    await sendKeys({ press: 'Enter' })
    expect(opened).to.equal(1)
    await sendKeys({ press: 'Tab' })
    expect(remove!.matches(':focus')).to.equal(true)
    await sendKeys({ press: 'Space' })
    await waitUntil(() => buttons().length === 1, 'there is nothing to take away any more')
    expect(choose!.matches(':focus')).to.equal(true)
    dispatchEvent(new KeyboardEvent('keydown', { key: 's', ctrlKey: true, cancelable: true }))
    await waitUntil(() => sent.length === 1)
    expect(sent[0]!.logo).to.equal(null)
  })

  it('says in words what is no picture, and forgets that with the next', async () => {
    const { element, choose } = await open()
    const fault = () => textOf(find(element, 'deskbell-logo-field .fault'))
    choose(new File(['%PDF-1.7'], 'a.png', { type: 'image/png' }))
    await waitUntil(() => fault() === 'This file is no picture that can be shown.')
    expect(exists(element, 'deskbell-logo-field img')).to.equal(false)
    choose(svg())
    await waitUntil(() => fault() === '')
  })
})
