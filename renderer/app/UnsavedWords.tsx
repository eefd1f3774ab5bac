import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUnsavedWords } from '../features/listening/notes/unsaved-words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './UnsavedWords.module.css'

/** On the recovery screen: what was typed and is not on the disk must not go with the page it was typed on. */
export function UnsavedWords() {
  const { t } = useTranslation('recovery')
  const words = useUnsavedWords()
  const [copying, setCopying] = useState<'asked' | 'copied' | 'refused'>('asked')
  const list = useRef<HTMLUListElement>(null)
  if (words.length === 0) return null
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(words.join('\n\n'))
      setCopying('copied')
    } catch {
      setCopying('refused')
      if (list.current !== null) getSelection()?.selectAllChildren(list.current)
    }
  }
  return (
    <section className={styles.words} aria-labelledby="unsaved-words">
      <header className={styles.head}>
        <h2 id="unsaved-words" className={styles.title}>
          {t('words.title')}
        </h2>
        <Button size="small" onClick={() => void copy()}>
          {t(copying === 'copied' ? 'words.copied' : 'words.copy')}
        </Button>
      </header>
      <p className={styles.hint} aria-live="polite">
        {t(copying === 'refused' ? 'words.refused' : 'words.hint')}
      </p>
      <ul ref={list} className={styles.list}>
        {words.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two notes may say the same, and nothing here moves.
          <li key={index}>{text}</li>
        ))}
      </ul>
    </section>
  )
}
