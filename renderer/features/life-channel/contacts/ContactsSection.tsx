import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST, MOST_CONTACTS } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMember } from '../../../lib/team.ts'
import { isKeepable } from '../../../lib/text-fault.ts'
import { FailedState } from '../../../ui/FailedState.tsx'
import { ListForm } from '../../../ui/ListForm.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { lifeContacts } from '../life-channel.queries.ts'
import { ContactRow } from './ContactRow.tsx'
import styles from './ContactsSection.module.css'
import { saveContacts } from './contacts.actions.ts'

const NOBODY: Contact = { name: '', phone: '', about: '', personId: null }

/** Who takes over when somebody cries for help, and who may read what is sealed. */
export function ContactsSection() {
  const stored = useQuery(lifeContacts)
  if (stored.error !== null) return <FailedState {...failureOf(stored.error)} onRetry={() => void stored.refetch()} />
  if (stored.data === undefined) return <LoadingState />
  return <Form stored={stored.data.contacts} version={stored.data.version} isNamed={stored.data.seesAll} />
}

interface FormProps {
  stored: readonly Contact[]
  version: number
  /** Whoever sits here is one of those whom it is for, or nobody is. */
  isNamed: boolean
}

function Form({ stored, version, isNamed }: FormProps) {
  const { t } = useTranslation('life')
  // In a company the role says so, over the rows.
  const isHeld = useMember() === null && !isNamed
  return (
    <ListForm<Contact>
      form="life contacts"
      name={() => textsOf('life')('contacts.title')}
      call="lifeChannel.saveContacts"
      words={{
        ...{ title: t('contacts.title'), hint: t('contacts.hint'), none: t('contacts.none') },
        ...{ add: t('contacts.add'), save: t('contacts.save'), leave: t('contacts.leave') },
      }}
      stored={{ rows: stored }}
      version={version}
      blank={NOBODY}
      most={MOST_CONTACTS}
      isSound={({ rows }) => rows.every(isWhole)}
      save={({ rows }, { version: seenVersion, onStale }) => saveContacts(rows, seenVersion, onStale)}
      row={(contact, number, change, remove) => (
        <ContactRow contact={contact} place={number - 1} onChange={change} onRemove={remove} />
      )}
      foot={
        <>
          {isHeld ? <p className={styles.hint}>{t('contacts.notNamed')}</p> : null}
          <p className={styles.hint}>{t('contacts.always')}</p>
        </>
      }
    />
  )
}

const isWhole = ({ name, phone, about }: Contact): boolean =>
  !isBlank(name) &&
  isKeepable(name, LONGEST.personName) &&
  isKeepable(phone, LONGEST.callback) &&
  isKeepable(about, LONGEST.department)
