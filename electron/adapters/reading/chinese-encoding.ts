/**
 * GB18030 or Big5? Both read almost any pair of high bytes as a character, so decoding alone tells nothing. Each orders its
 * common characters before its rare ones: the encoding in which more of the pairs are common is the one the file was written in.
 */
export function chineseEncodingOf(bytes: Uint8Array): 'gb18030' | 'big5' {
  return shareOf(bytes, isCommonInBig5) > shareOf(bytes, isCommonInGb) ? 'big5' : 'gb18030'
}

type PairTest = (lead: number, trail: number) => boolean

/** Level 1 of GB 2312 by sound, and the signs. */
const isCommonInGb: PairTest = (lead, trail) =>
  trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3))

/** The frequently used characters of Big5 by strokes, and the signs. */
const isCommonInBig5: PairTest = (lead, trail) =>
  ((trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe)) && lead >= 0xa1 && lead <= 0xc6

function shareOf(bytes: Uint8Array, isCommon: PairTest): number {
  let pairs = 0
  let common = 0
  for (let at = 0; at + 1 < bytes.length; at += 1) {
    const [lead = 0, trail = 0] = [bytes[at], bytes[at + 1]]
    if (lead < 0x80) continue
    pairs += 1
    if (isCommon(lead, trail)) common += 1
    at += 1
  }
  return pairs === 0 ? 0 : common / pairs
}
