import { fstatSync, readSync } from 'node:fs'

/** So many digests are read together: a page of the disk, as most systems have them. */
const DIGESTS_OF_PAGE = 256

export interface SortedDigests {
  /** A digest as `binary`, a character for each byte. */
  has(digest: string): boolean
  all(): Iterable<string>
}

/**
 * Digests of `bytes` each that lie in their order behind the first `from` bytes of an open file; none where there is none. Of millions only the
 * pages are read that lead to what is asked for, each once.
 */
export function sortedDigests(fd: number | null, { from, bytes }: { from: number; bytes: number }): SortedDigests {
  const count = fd === null ? 0 : Math.floor((fstatSync(fd).size - from) / bytes)
  const pages = new Map<number, Buffer>()
  const pageOf = (nth: number): Buffer => {
    const number = Math.floor(nth / DIGESTS_OF_PAGE)
    const read = pages.get(number)
    if (read !== undefined) return read
    const page = Buffer.alloc(DIGESTS_OF_PAGE * bytes)
    if (fd !== null) readSync(fd, page, 0, page.length, from + number * page.length)
    pages.set(number, page)
    return page
  }
  // Nearly always the first four bytes tell, as a number far sooner than as text.
  const compare = (digest: string, head: number, nth: number): number => {
    const page = pageOf(nth)
    const at = (nth % DIGESTS_OF_PAGE) * bytes
    const order = head - page.readUInt32BE(at)
    if (order !== 0) return order
    const other = page.toString('latin1', at, at + bytes)
    if (digest === other) return 0
    return digest < other ? -1 : 1
  }
  return {
    *all() {
      for (let nth = 0; nth < count; nth += 1) {
        const at = (nth % DIGESTS_OF_PAGE) * bytes
        yield pageOf(nth).toString('latin1', at, at + bytes)
      }
    },
    has: (digest) => {
      const head = headOf(digest)
      let first = 0
      let end = count
      while (first < end) {
        const middle = (first + end) >>> 1
        const order = compare(digest, head, middle)
        if (order === 0) return true
        if (order < 0) end = middle
        else first = middle + 1
      }
      return false
    },
  }
}

const headOf = (digest: string): number =>
  digest.charCodeAt(0) * 0x1000000 + (digest.charCodeAt(1) << 16) + (digest.charCodeAt(2) << 8) + digest.charCodeAt(3)
