import { decodeText } from '../reading/decode.ts'
import { readVcon, type VconReading } from './vcon.ts'

export type Transcript = VconReading

/** Reads the bytes of a conversation file. */
export function readTranscript(bytes: Buffer, fileName: string): Transcript {
  const decoded = decodeText(bytes)
  return decoded === null ? { ok: false, code: 'not_a_vcon' } : readVcon(decoded.text, fileName)
}
