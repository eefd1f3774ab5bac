import { base64Of } from './base64.ts'

/** The bytes of a file as base64. Null: a folder that was dropped, or a file that went away after it was chosen. */
export async function bytesOf(file: File): Promise<string | null> {
  try {
    return base64Of(new Uint8Array(await file.arrayBuffer()))
  } catch {
    return null
  }
}
