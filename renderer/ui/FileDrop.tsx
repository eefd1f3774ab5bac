import { FileUp } from 'lucide-react'
import { type DragEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './FileDrop.module.css'
import { LoadingState } from './LoadingState.tsx'

export interface FileDropProps {
  /** What may be brought, and what then happens. */
  hint: string
  onFile: (file: File) => void
  children: ReactNode
}

/** The inside of a dialog that reads a file: it may be dropped anywhere, and everything below follows from it. */
export function FileDrop({ hint, onFile, children }: FileDropProps) {
  const [isOver, setIsOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setIsOver(false)
    const [file] = event.dataTransfer.files
    if (file !== undefined) onFile(file)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button that chooses a file
    <div
      className={`stack ${styles.drop}`}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setIsOver(true)
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p className={styles.hint}>{hint}</p>
      {children}
    </div>
  )
}

export interface FileButtonProps {
  accept: string
  onFile: (file: File) => void
  'data-autofocus'?: boolean
}

/** Opens the system's own dialog. The same file may be chosen twice: it may have been mended in between. */
export function FileButton({ accept, onFile, ...focus }: FileButtonProps) {
  const { t } = useTranslation('settings')
  const chooser = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={<FileUp aria-hidden="true" />} onClick={() => chooser.current?.click()} {...focus}>
        {t('list.choose')}
      </Button>
      <input
        ref={chooser}
        type="file"
        accept={accept}
        hidden
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          if (file !== undefined) onFile(file)
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}

/** Which file it was, and how its letters were read. */
export function FileRead({ name, as }: { name: string; as: string | null }) {
  const { t } = useTranslation('settings')
  return (
    <>
      {t('list.from', { name })}
      {as === null ? null : <span className={styles.as}>{as}</span>}
    </>
  )
}

export interface FileOutcomeProps {
  /** What was chosen, or why it could not be read at all. */
  source: object | 'too_large' | 'not_readable' | null
  tooLarge: string
  /** The answer to it is still to come. */
  isRead: boolean
  /** Why nothing comes of it; null when something does. */
  refused: string | null
  /** What would come of it. */
  children: ReactNode
}

/** What becomes of the file, or why nothing does. */
export function FileOutcome({ source, tooLarge, isRead, refused, children }: FileOutcomeProps) {
  const { t } = useTranslation('settings')
  const why = source === 'too_large' ? tooLarge : source === 'not_readable' ? t('list.refused.not_readable') : refused
  return (
    <div aria-live="polite" className="stack">
      {why === null ? null : <p className={styles.refused}>{why}</p>}
      {why === null && source !== null && !isRead ? <LoadingState /> : null}
      {children}
    </div>
  )
}
