import { Check, MessageSquarePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Line } from '../../../../shared/contract/listening/conversations.ts'
import { timecode } from '../../../../shared/domain/listening/timecode.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import styles from './ConversationPane.module.css'

/** One line that was heard; a press makes it a note. */
export function SpokenLine({ line, isNoted, onNote }: { line: Line; isNoted: boolean; onNote: () => void }) {
  const { t } = useTranslation('listen')
  const { speaker, voice } = line
  // Voices nobody named are told apart by number.
  const who = voice === undefined ? t(`conversation.speaker.${speaker}`) : t('conversation.voice', { number: voice })
  return (
    <li className={styles.line} data-speaker={speaker} data-noted={isNoted || undefined}>
      <span className={styles.who}>
        {who} <span className="figures">{timecode(line.atMs)}</span>
        <IconButton
          isOneOfMany
          size="small"
          icon={isNoted ? <Check /> : <MessageSquarePlus />}
          label={isNoted ? t('conversation.noted') : t('conversation.note')}
          disabled={isNoted}
          onClick={onNote}
        />
      </span>
      <p className={styles.words}>{line.text}</p>
    </li>
  )
}
