import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import type { Stale } from '../../../../shared/contract/versions.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { failureOf } from '../../../lib/errors.ts'
import { useMay } from '../../../lib/may.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile } from '../../../ui/ChangedMeanwhile.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
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
  return <Form stored={stored.data.contacts} version={stored.data.version} />
}

function Form({ stored, version }: { stored: readonly Contact[]; version: number }) {
  const { t } = useTranslation('life')
  const mayChange = useMay('lifeChannel.saveContacts')
  const [changed, setChanged] = useState<{ contacts: readonly Contact[]; from: number } | null>(null)
  const [stale, setStale] = useState<Stale | null>(null)
  const contacts = changed?.contacts ?? stored
  const change = (next: readonly Contact[]) => setChanged({ contacts: next, from: changed?.from ?? version })
  const put = (index: number, one: Partial<Contact>) =>
    change(contacts.map((contact, at) => (at === index ? { ...contact, ...one } : contact)))
  const isWhole = contacts.every(({ name, phone, about }) => {
    const faults = [
      textFault(name, LONGEST.personName),
      textFault(phone, LONGEST.callback),
      textFault(about, LONGEST.department),
    ]
    return !isBlank(name) && faults.every((fault) => fault === null)
  })
  const save = async () => {
    if (changed === null) return
    const isSaved = await saveContacts(contacts, stale?.version ?? changed.from, setStale)
    if (isSaved) leave()
  }
  const leave = () => {
    setChanged(null)
    setStale(null)
  }
  return (
    <Panel title={t('contacts.title')}>
      <div className={styles.section}>
        <p className={styles.hint}>{t('contacts.hint')}</p>
        {contacts.length === 0 ? <p className={styles.none}>{t('contacts.none')}</p> : null}
        {contacts.map((contact, index) => (
          <ContactRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list until it is stored
            key={index}
            contact={contact}
            place={index}
            isFixed={!mayChange}
            onChange={(one) => put(index, one)}
            onRemove={() => change(contacts.filter((_, at) => at !== index))}
          />
        ))}
        {stale === null ? null : <ChangedMeanwhile stale={stale} isLooking={false} onLook={leave} />}
        {mayChange ? (
          <div className={styles.acts}>
            <Button icon={<Plus aria-hidden="true" />} onClick={() => change([...contacts, NOBODY])}>
              {t('contacts.add')}
            </Button>
            <Button tone="primary" disabled={changed === null || !isWhole} onClick={() => void save()}>
              {t('contacts.save')}
            </Button>
            {changed === null ? null : <Button onClick={leave}>{t('contacts.leave')}</Button>}
          </div>
        ) : null}
        <p className={styles.hint}>{t('contacts.always')}</p>
      </div>
    </Panel>
  )
}
