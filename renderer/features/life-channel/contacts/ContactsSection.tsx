import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Contact } from '../../../../shared/contract/life-channel/life-channel.ts'
import { LONGEST } from '../../../../shared/contract/limits.ts'
import { isBlank } from '../../../../shared/text/characters.ts'
import { failureOf } from '../../../lib/errors.ts'
import { textsOf } from '../../../lib/i18n.ts'
import { useMay } from '../../../lib/may.ts'
import { textFault } from '../../../lib/text-fault.ts'
import { Button } from '../../../ui/Button.tsx'
import { ChangedMeanwhile, SaveWords } from '../../../ui/ChangedMeanwhile.tsx'
import { FailedState } from '../../../ui/FailedState.tsx'
import { LoadingState } from '../../../ui/LoadingState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useLeftSeen } from '../../../ui/use-left-form.ts'
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
  const name = () => textsOf('life')('contacts.title')
  const form = useLeftSeen('life contacts', version, { contacts: stored }, name, true)
  const { contacts } = form.fields
  const isChanged = JSON.stringify(contacts) !== JSON.stringify(stored)
  const change = (next: readonly Contact[]) => form.change({ contacts: next })
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
    if (await form.send(saveContacts(contacts, form.seen.version, form.seen.onStale))) leave()
  }
  const leave = () => form.taken({ contacts })
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
        <ChangedMeanwhile stale={form.stale} isLooking={form.isLooking} onLook={form.look} />
        {mayChange ? (
          <div className={styles.acts}>
            <Button icon={<Plus aria-hidden="true" />} onClick={() => change([...contacts, NOBODY])}>
              {t('contacts.add')}
            </Button>
            <Button tone="primary" disabled={!isChanged || !isWhole || form.isCatchingUp} onClick={() => void save()}>
              <SaveWords stale={form.stale} isLooking={form.isLooking}>
                {t('contacts.save')}
              </SaveWords>
            </Button>
            {isChanged ? <Button onClick={leave}>{t('contacts.leave')}</Button> : null}
          </div>
        ) : null}
        <p className={styles.hint}>{t('contacts.always')}</p>
      </div>
    </Panel>
  )
}
