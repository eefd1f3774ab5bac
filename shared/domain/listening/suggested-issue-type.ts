/** An issue type as far as its words go. */
export interface NamedType {
  readonly id: string
  readonly nameZh: string
  readonly nameEn: string
}

/** What customers say about an issue type, as long as it still bears one of its names: a renamed type speaks for itself. */
export interface TypeWords {
  readonly nameZh: string
  readonly nameEn: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
}

/** A word on a Latin letter's border, so that «late» is not found in «plate»; a Chinese word may stand anywhere. */
const isIn = (text: string, word: string): boolean =>
  /^[a-z]/.test(word) ? new RegExp(`(?<![a-z])${word}(?:s|es|ed)?(?![a-z])`).test(text) : text.includes(word)

const LITTLE_WORDS = ['and', 'the', 'for', 'with', 'other', 'not']

/** Pieces of a type's own names: every two neighbouring characters of the Chinese one, every longer word of the English one. */
function piecesOfNames({ nameZh, nameEn }: NamedType): string[] {
  const runs = nameZh.match(/\p{Script=Han}+/gu) ?? []
  const pairs = runs.flatMap((run) => [...run].slice(1).map((character, index) => `${[...run][index]}${character}`))
  const words = (nameEn.toLowerCase().match(/[a-z]{3,}/g) ?? []).filter((word) => !LITTLE_WORDS.includes(word))
  return [...pairs, ...words]
}

/**
 * The issue type that the words of a note suggest, null where they suggest none or two alike. Words known of a type count twice
 * what a piece of its name counts; a piece that two types share counts for neither.
 */
export function suggestedIssueType(
  text: string,
  types: readonly NamedType[],
  known: Readonly<Record<string, TypeWords>>,
): string | null {
  const said = text.normalize('NFKC').toLowerCase()
  const pieces = types.map(piecesOfNames)
  const scores = types.map((type, index) => {
    const words = known[type.id]
    const isKnown = words !== undefined && (words.nameZh === type.nameZh || words.nameEn === type.nameEn)
    const ownPieces = (pieces[index] ?? []).filter(
      (piece) => pieces.filter((other) => other.includes(piece)).length === 1,
    )
    const hits = (list: readonly string[]) => list.filter((word) => isIn(said, word)).length
    return { id: type.id, score: hits(ownPieces) + (isKnown ? 2 * hits([...words.zh, ...words.en]) : 0) }
  })
  const [first, second] = scores.sort((one, other) => other.score - one.score)
  if (first === undefined || first.score === 0 || first.score === second?.score) return null
  return first.id
}
