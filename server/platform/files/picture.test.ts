// Pictures drawn anew: a few at a time, and no more than the machine bears.

import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import test from 'node:test'
import sharp from 'sharp'
import { png } from '../../../test/helpers/small-files.ts'
import { temporaryFolder } from '../../../test/helpers/temporary-folder.ts'
import { createPictures } from './picture.ts'

test('pictures: two at once, some in line, and the rest are told to come back', async (t) => {
  const file = path.join(await temporaryFolder(t), 'a.png')
  await writeFile(file, await png(400, 300))
  const { redraw } = createPictures({ concurrent: 2, queue: 3 })
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => redraw(file, 'image/png')))
  const codes = outcomes.map((each) =>
    each.status === 'fulfilled' ? 'drawn' : (each.reason as { code: string }).code,
  )
  assert.deepEqual(codes, [...Array(5).fill('drawn'), ...Array(3).fill('busy')])
})

test('pictures: what no screen shows is made smaller, and the one for the thread much', async (t) => {
  const file = path.join(await temporaryFolder(t), 'wide.png')
  await writeFile(file, await png(6000, 300))
  const { data, thumb, width, height } = await createPictures().redraw(file, 'image/png')
  assert.deepEqual([width, height], [4096, 205])
  const [whole, small] = await Promise.all([sharp(data).metadata(), sharp(thumb).metadata()])
  assert.deepEqual([whole.width, small.width, small.format], [4096, 640, 'webp'])
})

test('pictures: no decoder but those of what is taken is there to be reached', async (t) => {
  const { redraw } = createPictures()
  const file = path.join(await temporaryFolder(t), 'a.svg')
  await writeFile(file, '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')
  await assert.rejects(redraw(file, 'image/png'), { code: 'attachment-refused' })
})
