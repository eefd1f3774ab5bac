import { Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LONGEST } from '../../../shared/contract/limits.ts'
import { Dialog } from '../../ui/Dialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import styles from './FindDialog.module.css'
import { FindList } from './FindList.tsx'
import type { Command, FindRow } from './find-rows.ts'
import { useFinding } from './use-finding.ts'

export interface FindDialogProps {
  commands: readonly Command[]
  /** What is meant by words that no name holds, a day for example. */
  commandsFor: (typed: string) => readonly Command[]
  onOpen: (row: FindRow) => void
  onClose: () => void
}

/** One box for people, bookings, sessions, notes, tickets, actions and settings. */
export function FindDialog({ onClose, ...rest }: FindDialogProps) {
  const { t } = useTranslation('find')
  return (
    <Dialog isOpen onClose={onClose} title={t('title')} width={780} isBare>
      <FindBox {...rest} />
    </Dialog>
  )
}

function FindBox({ commands, commandsFor, onOpen }: Omit<FindDialogProps, 'onClose'>) {
  const { t } = useTranslation('find')
  const finding = useFinding(commands, commandsFor, onOpen)
  return (
    <div className={styles.box}>
      <TextField
        role="combobox"
        aria-label={t('title')}
        aria-expanded={finding.rows.length > 0}
        aria-controls="find-list"
        aria-activedescendant={finding.active === null ? undefined : `find-${finding.active.id}`}
        placeholder={t('placeholder')}
        size="md"
        variant="unstyled"
        className={styles.field}
        leftSection={<Search size="1.125rem" aria-hidden="true" />}
        longest={LONGEST.search}
        data-autofocus
        value={finding.typed}
        onChange={(event) =>
          finding.type(event.currentTarget.value, (event.nativeEvent as Partial<InputEvent>).isComposing === true)
        }
        onCompositionEnd={(event) => finding.type(event.currentTarget.value, false)}
        onKeyDown={finding.press}
      />
      <FindList finding={finding} />
    </div>
  )
}
