/** Base64 of any bytes. `btoa` alone takes only Latin text, and one call for all bytes would overrun the stack. */
export function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let from = 0; from < bytes.length; from += 8_192)
    text += String.fromCharCode(...bytes.subarray(from, from + 8_192))
  return btoa(text)
}
