import { readVcon, type VconReading } from './vcon.ts'

export type Transcript = VconReading

export const readTranscript = (bytes: Buffer, fileName: string): Transcript =>
  readVcon(bytes.toString('utf8'), fileName)
