import { FileAudio2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import styles from './DropHint.module.css'

/** Says where a conversation file may be dropped, and lets the keyboard choose: several as where several are dropped. */
export function DropHint({ onFiles }: { onFiles: (files: readonly File[]) => void }) {
  const { t } = useTranslation('listen')
  const picker = useRef<HTMLInputElement>(null)
  return (
    <section className={styles.hint} aria-label={t('conversation.region')}>
      <FileAudio2 aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <p className={styles.title}>{t('conversation.dropTitle')}</p>
        <p>{t('conversation.dropHint')}</p>
      </div>
      <Button size="small" onClick={() => picker.current?.click()}>
        {t('conversation.choose')}
      </Button>
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept=".json,.vcon,application/json,application/vcon+json"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])]
          event.currentTarget.value = ''
          onFiles(files)
        }}
      />
    </section>
  )
}
