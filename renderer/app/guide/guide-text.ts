/** A piece of a line. `key` is an action's own key, shown as the person has set it; `page` leads to another page of the guide. */
export type Piece =
  | { kind: 'words' | 'strong' | 'code'; text: string }
  | { kind: 'key'; text: string; id: string }
  | { kind: 'page'; text: string; page: string }

export type Block = { kind: 'title' | 'heading' | 'paragraph'; pieces: Piece[] } | { kind: 'list'; items: Piece[][] }

/**
 * Reads the little Markdown that the guide is written in: headings, paragraphs, lists, **strong**, `code`, [`Ctrl+K`](key:find) and
 * [another page](seats.md). The pages are ours, so whatever else stands there is words; a test sees to it that nothing else does.
 */
export function readGuide(source: string): Block[] {
  return source
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part): Block => {
      if (part.startsWith('# ')) return { kind: 'title', pieces: piecesOf(part.slice(2)) }
      if (part.startsWith('## ')) return { kind: 'heading', pieces: piecesOf(part.slice(3)) }
      if (part.startsWith('- ')) return { kind: 'list', items: part.slice(2).split('\n- ').map(piecesOf) }
      return { kind: 'paragraph', pieces: piecesOf(part) }
    })
}

const PIECE =
  /\[`(?<keyed>[^`]+)`\]\(key:(?<id>[\w.]+)\)|\[(?<linked>[^\]]+)\]\((?<page>[\w-]+)\.md\)|\*\*(?<strong>[^*]+)\*\*|`(?<code>[^`]+)`/g

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of line.matchAll(PIECE)) {
    if (found.index > at) pieces.push({ kind: 'words', text: line.slice(at, found.index) })
    at = found.index + found[0].length
    const { keyed, id, linked, page, strong, code } = found.groups ?? {}
    if (keyed !== undefined && id !== undefined) pieces.push({ kind: 'key', text: keyed, id })
    else if (linked !== undefined && page !== undefined) pieces.push({ kind: 'page', text: linked, page })
    else if (strong !== undefined) pieces.push({ kind: 'strong', text: strong })
    else if (code !== undefined) pieces.push({ kind: 'code', text: code })
  }
  if (at < line.length) pieces.push({ kind: 'words', text: line.slice(at) })
  return pieces
}

const piecesIn = (block: Block): readonly Piece[] => (block.kind === 'list' ? block.items.flat() : block.pieces)

/** How often the words looked for stand in a page, whatever their case. */
export function countIn(blocks: readonly Block[], wanted: string): number {
  const text = blocks.flatMap(piecesIn).map((piece) => piece.text.toLowerCase())
  const needle = wanted.trim().toLowerCase()
  return needle === '' ? 0 : text.reduce((sum, each) => sum + each.split(needle).length - 1, 0)
}

/** Where they stand in one text, for marking. */
export function rangesIn(text: string, wanted: string): { from: number; to: number }[] {
  const needle = wanted.trim().toLowerCase()
  if (needle === '') return []
  const parts = text.toLowerCase().split(needle)
  let at = 0
  return parts.slice(0, -1).map((part) => {
    const from = at + part.length
    at = from + needle.length
    return { from, to: at }
  })
}
