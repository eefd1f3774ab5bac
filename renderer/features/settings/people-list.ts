/** A list that was pasted or read, as the door wants it. */
export interface ListSource {
  base64: string
  /** Of the file; null for pasted text. */
  fileName: string | null
}

/** Above this the door would refuse the message: 1 MB as JSON, and base64 makes four bytes of three. */
export const MOST_LIST_BYTES = 700_000

/** Base64 of any bytes. `btoa` alone takes only Latin text, and one call for all bytes would overrun the stack. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return btoa(text)
}

/** Pasted text; null when there is nothing in it. */
export function listFromText(text: string): ListSource | 'too_large' | null {
  if (text.trim() === '') return null
  return listFromBytes(new TextEncoder().encode(text), null)
}

export const listFromBytes = (bytes: Uint8Array, fileName: string | null): ListSource | 'too_large' =>
  bytes.length > MOST_LIST_BYTES ? 'too_large' : { base64: base64Of(bytes), fileName }
