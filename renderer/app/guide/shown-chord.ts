/** Chords by the caps that a page is written with. */
const CAPS: Readonly<Record<string, string>> = {
  Mod: 'Ctrl',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
}

export const writtenChord = (chord: string): string =>
  chord
    .split('+')
    .map((part) => CAPS[part] ?? part)
    .join('+')
    .toLowerCase()

/** Of an action's chords the one the page speaks of; the person's own one where they have set another. */
export const shownChord = (written: string, chords: readonly string[]): string =>
  chords.find((chord) => writtenChord(chord) === written.toLowerCase()) ?? chords[0] ?? written
