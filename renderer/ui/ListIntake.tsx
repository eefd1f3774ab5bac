import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type ListSource, listFromFile, listFromText } from '../lib/list-source.ts'
import { Button } from './Button.tsx'
import { FileButton, FileDrop, FileRead } from './FileDrop.tsx'
import styles from './ListIntake.module.css'
import { TextArea } from './TextArea.tsx'

/** A list as it was brought: pasted, or a file. */
export interface ListRead {
  readonly text: string
  readonly source: ListSource | 'too_large' | 'not_readable' | null
}

export const nothingRead: ListRead = { text: '', source: null }

export interface ListIntakeProps {
  hint: string
  /** What the field for pasting is called, and what stands in it at first. */
  paste: string
  placeholder: string
  rows: number
  read: ListRead
  onRead: (read: ListRead) => void
  /** How the letters of the file were read. */
  readAs: string | null
  children: ReactNode
}

/** The inside of a dialog that takes in a list: pasted, chosen or dropped; below stands what would come of it. */
export function ListIntake({ hint, paste, placeholder, rows, read, onRead, readAs, children }: ListIntakeProps) {
  const { t } = useTranslation('settings')
  const { text, source } = read
  const fileName = typeof source === 'string' ? null : (source?.fileName ?? null)
  const bring = async (file: File) => onRead({ text: '', source: await listFromFile(file) })
  return (
    <FileDrop hint={hint} onFile={(file) => void bring(file)}>
      <div className={styles.source}>
        {fileName === null ? (
          <TextArea
            aria-label={paste}
            placeholder={placeholder}
            rows={rows}
            value={text}
            data-autofocus
            onChange={({ currentTarget: { value } }) => onRead({ text: value, source: listFromText(value) })}
          />
        ) : (
          <p className={styles.file}>
            <FileRead name={fileName} as={readAs} />
          </p>
        )}
        <div className={styles.ways}>
          <FileButton accept=".csv,.tsv,.txt,.xlsx,text/csv" onFile={(file) => void bring(file)} />
          {fileName === null ? null : (
            <Button tone="quiet" onClick={() => onRead(nothingRead)}>
              {t('list.again')}
            </Button>
          )}
        </div>
      </div>
      {children}
    </FileDrop>
  )
}
