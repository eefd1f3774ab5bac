import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallPng } from './screenshots/small-png.ts'

const chunk = (type: string, body: Buffer): Buffer => {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, Buffer.from(type, 'latin1'), body, Buffer.alloc(4)])
}

/** Two rows of three pixels, the first row as differences to the left, the second as differences to the row above. */
function aPicture(): Buffer {
  const header = Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  const rows = Buffer.from([1, 10, 20, 30, 0, 0, 0, 90, 80, 70, 2, 0, 0, 0, 200, 100, 50, 0, 0, 0])
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]
  return Buffer.concat([Buffer.alloc(8), ...parts])
}

/** Colours of a picture with a palette and unfiltered rows, as `smallPng` writes it. */
function coloursOf(png: Buffer, width: number): string[] {
  const body = (type: string) => {
    const at = png.indexOf(type, 0, 'latin1')
    return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
  }
  const palette = body('PLTE')
  const rows = inflateSync(body('IDAT'))
  return [...rows].flatMap((index, at) =>
    at % (width + 1) === 0 ? [] : [palette.subarray(index * 3, index * 3 + 3).join(' ')],
  )
}

test('a picture with few colours loses none of them', () => {
  const [dark, light, third] = ['10 20 30', '100 100 100', '210 120 80']
  expect(coloursOf(smallPng(aPicture()), 3)).toEqual([dark, dark, light, dark, third, light])
})
