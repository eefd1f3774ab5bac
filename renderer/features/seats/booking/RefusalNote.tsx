import { Whole } from '../../../ui/Whole.tsx'
import styles from './RefusalNote.module.css'
import type { RefusalWords } from './rooms-words.ts'

/** Why not and what to do, inside a form. */
export function RefusalNote({ words }: { words: RefusalWords | null }) {
  return (
    <div role="alert">
      {words === null ? null : (
        <p className={styles.note}>
          <Whole words={words.title} />
          {words.hint === undefined ? null : (
            <span>
              <Whole words={words.hint} />
            </span>
          )}
        </p>
      )}
    </div>
  )
}
