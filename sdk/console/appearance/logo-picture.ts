// A picture an owner chose, made small here: whatever it was, what is sent is a PNG of it. An SVG is only ever drawn.

/** Four times what it is shown at. */
const SIDE = 96
const MOST_BYTES = 5 * 1024 * 1024

/** For the chooser: what browsers draw. */
export const LOGO_TYPES = 'image/png,image/jpeg,image/webp,image/svg+xml'

export type Drawn = { picture: string } | { fault: 'large' | 'wrong' }

async function load(file: Blob): Promise<ImageBitmap | HTMLImageElement> {
  try {
    return await createImageBitmap(file)
  } catch {
    // Of an SVG there is no bitmap before it has a size. An image runs and fetches nothing of it.
    const image = new Image()
    image.src = URL.createObjectURL(file)
    try {
      await image.decode()
    } finally {
      URL.revokeObjectURL(image.src)
    }
    return image
  }
}

function draw(image: ImageBitmap | HTMLImageElement): string | null {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = SIDE
  const pen = canvas.getContext('2d')!
  pen.imageSmoothingQuality = 'high'
  const scale = SIDE / Math.max(image.width, image.height, 1)
  const [width, height] = [(image.width || SIDE) * scale, (image.height || SIDE) * scale]
  pen.drawImage(image, (SIDE - width) / 2, (SIDE - height) / 2, width, height)
  const { data } = pen.getImageData(0, 0, SIDE, SIDE)
  return data.some((value, at) => at % 4 === 3 && value > 0) ? canvas.toDataURL('image/png') : null
}

/** The picture in a file as a `data:` URL, a square with the picture in its middle. */
export async function drawLogo(file: Blob): Promise<Drawn> {
  if (file.size > MOST_BYTES) return { fault: 'large' }
  try {
    const picture = draw(await load(file))
    return picture ? { picture } : { fault: 'wrong' }
  } catch {
    return { fault: 'wrong' }
  }
}

/** Strict pages show no `data:` picture, but what was made here. */
export function blobOf(picture: string): Blob {
  const [head = '', data = ''] = picture.split(',')
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
  return new Blob([bytes], { type: head.slice('data:'.length).replace(';base64', '') })
}
