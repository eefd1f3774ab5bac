import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const COLOURS = 256
/** Squared distance of two colours that nobody tells apart side by side. */
const ALIKE = 60

interface Pixels {
  readonly width: number
  readonly height: number
  /** 0xRRGGBB of each, row by row. */
  readonly colours: Uint32Array
}

/**
 * The same picture with a palette, a third of the size: a screen has few colours, and those beyond 256 are shades at the edges
 * of letters. Reads what Chromium writes (8 bits a channel, not interlaced).
 */
export function smallPng(png: Buffer): Buffer {
  const pixels = readPixels(png)
  const { palette, indexOf } = commonColours(pixels.colours)
  const { width, height, colours } = pixels
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = indexOf(colours[y * width + x] ?? 0)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  const parts = [chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 9 }))]
  return Buffer.concat([SIGNATURE, ...parts, chunk('IEND', Buffer.alloc(0))])
}

function readPixels(png: Buffer): Pixels {
  const data: Buffer[] = []
  let header = Buffer.alloc(0)
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = Buffer.from(body)
    if (type === 'IDAT') data.push(body)
    at += length + 12
  }
  const [width, height, colourType] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9]]
  if (header[8] !== 8 || (colourType !== 2 && colourType !== 6) || header[12] !== 0) throw new Error('an unknown PNG')
  const step = colourType === 2 ? 3 : 4
  const bytes = unfiltered(inflateSync(Buffer.concat(data)), width * step, height, step)
  const colours = new Uint32Array(width * height)
  for (let pixel = 0; pixel < colours.length; pixel += 1) colours[pixel] = bytes.readUIntBE(pixel * step, 3)
  return { width, height, colours }
}

/** Undoes the five row filters of the PNG standard. */
function unfiltered(raw: Buffer, rowBytes: number, height: number, step: number): Buffer {
  const out = Buffer.alloc(rowBytes * height)
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)] ?? 0
    for (let x = 0; x < rowBytes; x += 1) {
      const here = y * rowBytes + x
      const left = x < step ? 0 : (out[here - step] ?? 0)
      const up = y === 0 ? 0 : (out[here - rowBytes] ?? 0)
      const corner = x < step || y === 0 ? 0 : (out[here - rowBytes - step] ?? 0)
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0
      out[here] = (raw[y * (rowBytes + 1) + 1 + x] ?? 0) + predicted
    }
  }
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}

/** The most frequent colours that can be told apart; each other one becomes the nearest of them. */
function commonColours(colours: Uint32Array): { palette: Buffer; indexOf(colour: number): number } {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const kept: number[] = []
  for (const [colour] of [...counts].sort((left, right) => right[1] - left[1])) {
    // Shades of one grey must not take the places of a small mark's own colour.
    if (kept.length < COLOURS && kept.every((each) => distance(each, colour) > ALIKE)) kept.push(colour)
  }
  const indexes = new Map(kept.map((colour, index) => [colour, index]))
  const palette = Buffer.alloc(kept.length * 3)
  for (const [index, colour] of kept.entries()) palette.writeUIntBE(colour, index * 3, 3)
  const indexOf = (colour: number): number => {
    const known = indexes.get(colour)
    if (known !== undefined) return known
    const nearest = kept.reduce((best, each) => (distance(each, colour) < distance(best, colour) ? each : best))
    const index = indexes.get(nearest) ?? 0
    indexes.set(colour, index)
    return index
  }
  return { palette, indexOf }
}

function distance(left: number, right: number): number {
  const channel = (shift: number) => ((left >> shift) & 255) - ((right >> shift) & 255)
  return channel(16) ** 2 + channel(8) ** 2 + channel(0) ** 2
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}
