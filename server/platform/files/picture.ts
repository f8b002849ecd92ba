// Images drawn anew: what is kept is our own picture of theirs, upright, without what a camera wrote into it, and
// without whatever else was hidden in the bytes. The work is done by libvips in its own threads.

import type { Metadata, Sharp } from 'sharp'
import { latePackage } from '../late-package.ts'
import { Problem } from '../problem.ts'
import { createTurns, type TurnsOptions } from '../turns.ts'

/** Decoded, a picture takes four bytes a pixel; this many are refused before the first is decoded. */
const MOST_PIXELS = 40_000_000
/** No screen shows more, and every camera takes more. */
const LONGEST_SIDE = 4096
const THUMB_SIDE = 640
const MOST_FRAMES = 200
const SECONDS = 20
/** Of a small picture beside a name, px: 24 on screens of four times the pixels. */
const ICON_SIDE = 96
const LARGEST_ICON = 256

type Sharping = typeof import('sharp').default

export type Raster = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp'

export interface Picture {
  data: Buffer
  /** A small WebP of it, still. */
  thumb: Buffer
  /** Of the picture as it stands upright, px. */
  width: number
  height: number
}

const refused = (cause: unknown): Problem =>
  new Problem('attachment-refused', 'This image could not be read: it is damaged, or not an image.', {
    cause,
  })

/** Frames that are within the bounds together; one where the picture stands still. */
function framesOf({ pages = 1, width, pageHeight, height }: Metadata): number {
  const pixels = width * (pageHeight ?? height)
  if (pixels > MOST_PIXELS)
    throw new Problem('attachment-refused', `An image may have ${MOST_PIXELS / 1e6} million pixels at most.`)
  return Math.max(1, Math.min(pages, MOST_FRAMES, Math.floor(MOST_PIXELS / pixels)))
}

function encoded(image: Sharp, type: Raster): Sharp {
  if (type === 'image/png') return image.png({ compressionLevel: 7 })
  if (type === 'image/jpeg') return image.jpeg({ quality: 85 })
  if (type === 'image/gif') return image.gif({ effort: 3 })
  return image.webp({ quality: 85, effort: 3 })
}

/** The library, fenced in before anything is read by it. */
function fenced(): Sharping {
  const sharp = latePackage('sharp')
  sharp.cache(false)
  sharp.concurrency(1)
  // Only what is taken is ever decoded; the other decoders of the library are no part of what can be attacked.
  sharp.block({ operation: ['VipsForeignLoad'] })
  sharp.unblock({
    operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif'],
  })
  return sharp
}

export function createPictures(options: TurnsOptions = {}) {
  const inTurn = createTurns(options)
  let library: Sharping | undefined

  async function draw(file: string, type: Raster): Promise<Picture> {
    library ??= fenced()
    const sharp = library
    const header = await sharp(file, { limitInputPixels: false }).metadata()
    const pages = framesOf(header)
    const input = { limitInputPixels: MOST_PIXELS, failOn: 'truncated' as const, sequentialRead: true }
    const fit = { fit: 'inside' as const, withoutEnlargement: true }
    const whole = sharp(file, { ...input, pages })
      .timeout({ seconds: SECONDS })
      .autoOrient()
    const { data, info } = await encoded(
      whole.resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, ...fit }),
      type,
    ).toBuffer({ resolveWithObject: true })
    const thumb = await sharp(file, input)
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: THUMB_SIDE, height: THUMB_SIDE, ...fit })
      .webp({ quality: 78, effort: 2 })
      .toBuffer()
    return { data, thumb, width: info.width, height: info.pageHeight ?? info.height }
  }

  async function drawIcon(bytes: Buffer): Promise<Buffer> {
    library ??= fenced()
    const sharp = library
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata()
    if (Math.max(width, height) > LARGEST_ICON)
      throw new Problem('attachment-refused', `It may have ${LARGEST_ICON} × ${LARGEST_ICON} px at most.`)
    const background = { r: 0, g: 0, b: 0, alpha: 0 }
    return sharp(bytes, { failOn: 'truncated' })
      .timeout({ seconds: SECONDS })
      .autoOrient()
      .resize({ width: ICON_SIDE, height: ICON_SIDE, fit: 'contain', background })
      .webp({ lossless: true, effort: 4 })
      .toBuffer()
  }

  /** What goes wrong in the library is the picture's fault. */
  const drawn = <T>(work: () => Promise<T>): Promise<T> =>
    inTurn(async () => {
      try {
        return await work()
      } catch (error) {
        throw error instanceof Problem ? error : refused(error)
      }
    })

  return {
    /**
     * Draws a small picture anew, as a square WebP without loss, transparent where it does not fill it.
     * @throws Problem `attachment-refused`, `busy`
     */
    icon: (bytes: Buffer): Promise<Buffer> => drawn(() => drawIcon(bytes)),

    /**
     * Draws the image in a file anew. Two at once; who waits too long in line is told `busy`.
     * @throws Problem `attachment-refused` for what cannot be read or is too large, `busy`
     */
    redraw: (file: string, type: Raster): Promise<Picture> => drawn(() => draw(file, type)),
  }
}

export type Pictures = ReturnType<typeof createPictures>
