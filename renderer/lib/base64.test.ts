import { expect, test } from 'vitest'
import { base64Of } from './base64.ts'

test('base64 of Chinese text and of more bytes than one call can take', () => {
  expect(base64Of(new TextEncoder().encode('王敏,E1001'))).toBe(Buffer.from('王敏,E1001').toString('base64'))
  const many = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256)
  expect(base64Of(many)).toBe(Buffer.from(many).toString('base64'))
})
