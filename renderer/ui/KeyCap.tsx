import { chordLabels } from '../lib/chords.ts'
import styles from './KeyCap.module.css'

export interface KeyCapProps {
  /** «Mod+Enter», «Alt+1», «F8», «g t». Mod is ⌘ on a Mac and Ctrl elsewhere. */
  chord: string
  /** Without caps: takes the colour of the text around it. For buttons and tooltips. */
  quiet?: boolean
  /** On what has a name of its own: the key is for the eye there, drawn and not written, since what is written must be part of that name. */
  isUnspoken?: boolean
}

export function KeyCap({ chord, quiet = false, isUnspoken = false }: KeyCapProps) {
  return (
    <kbd className={styles.chord} data-quiet={quiet || undefined} aria-hidden={isUnspoken || undefined}>
      {chordLabels(chord).map((press, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the presses of one chord have no other identity
        <span key={index} className={styles.press}>
          {press.map((cap) => (
            <span key={cap} className={styles.cap} data-cap={isUnspoken ? cap : undefined}>
              {isUnspoken ? null : cap}
            </span>
          ))}
        </span>
      ))}
    </kbd>
  )
}
