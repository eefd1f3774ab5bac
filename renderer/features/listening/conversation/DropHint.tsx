import { FileAudio2 } from 'lucide-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/Button.tsx'
import styles from './DropHint.module.css'

/** Says where a conversation file may be dropped, and lets the keyboard choose one. */
export function DropHint({ onFile }: { onFile: (file: File) => void }) {
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
        accept=".json,.vcon,application/json,application/vcon+json"
        onChange={(event) => {
          const file = event.currentTarget.files?.[0]
          event.currentTarget.value = ''
          if (file !== undefined) onFile(file)
        }}
      />
    </section>
  )
}
