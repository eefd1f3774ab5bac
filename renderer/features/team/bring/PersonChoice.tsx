import { useQuery } from '@tanstack/react-query'
import { useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BroughtRow, PersonDecision } from '../../../../shared/contract/team/bring-along.ts'
import { everybody } from '../../../lib/common-queries.ts'
import { useMember } from '../../../lib/team.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogFoot } from '../../../ui/DialogFoot.tsx'
import { SearchSelect } from '../../../ui/SearchSelect.tsx'
import { decideOnPerson } from './bring.actions.ts'
import styles from './PersonChoice.module.css'

type Person = Extract<BroughtRow, { kind: 'person' }>
interface PersonChoiceProps {
  person: Person
  onClose: () => void
}

/** Who somebody of this desk is at the hub: one who is alike, somebody new, somebody else, or nobody for now. */
export function PersonChoice({ person, onClose }: PersonChoiceProps) {
  const { t } = useTranslation('bring')
  return (
    <Dialog isOpen onClose={onClose} title={t('choice.title', { name: person.name })} width={520}>
      <Inside person={person} onClose={onClose} />
    </Dialog>
  )
}

/** As it stands now: said, or proposed. */
function now({ decision, how, candidates }: Person): PersonDecision | null {
  if (decision !== null) return decision
  const [only] = candidates
  if (how === 'new') return { as: 'new' }
  return how === 'likely' || only === undefined ? null : { as: 'same', personId: only.personId }
}

const keyOf = (decision: PersonDecision | null): string =>
  decision === null ? '' : decision.as === 'same' ? decision.personId : decision.as

function Inside({ person, onClose }: PersonChoiceProps) {
  const { t } = useTranslation('bring')
  const { t: common } = useTranslation('common')
  const mayAdd = useMember()?.me.role === 'coordinator'
  const [decision, setDecision] = useState(() => now(person))
  const isCandidate = person.candidates.some(({ personId }) => personId === keyOf(decision))
  const [isOther, setIsOther] = useState(decision?.as === 'same' && !isCandidate)
  const choose = (next: PersonDecision) => {
    setIsOther(false)
    setDecision(next)
  }
  const chosen = isOther ? 'other' : keyOf(decision)
  const facts = [person.name, person.employeeNumber, person.department].filter(Boolean).join(' · ')
  // A number is one person's: under it nobody new can be added.
  const isNumberTaken = person.how === 'same_number'
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (decision === null) return
        void decideOnPerson(person.id, decision)
        onClose()
      }}
    >
      <div className={styles.inside}>
        <p className={styles.quiet}>{t('choice.hint', { facts })}</p>
        <div role="radiogroup" aria-label={t('choice.title', { name: person.name })} className={styles.choices}>
          {person.candidates.length === 0 ? null : <p className={styles.quiet}>{t('choice.likely')}</p>}
          {person.candidates.map(({ personId, name, department, employeeNumber, email, isRemoved }) => (
            <Choice
              key={personId}
              isChosen={chosen === personId}
              onChoose={() => choose({ as: 'same', personId })}
              label={[name, department, employeeNumber, email].filter(Boolean).join(' · ')}
              hint={isRemoved === true ? t('choice.offTheList') : undefined}
            />
          ))}
          {isNumberTaken ? null : (
            <Choice
              isChosen={chosen === 'new'}
              onChoose={() => choose({ as: 'new' })}
              label={t('choice.new')}
              hint={mayAdd ? undefined : t('choice.newHint')}
            />
          )}
          <Choice
            isChosen={isOther}
            onChoose={() => {
              setIsOther(true)
              setDecision(null)
            }}
            label={t('choice.other')}
          />
          {isOther ? (
            <HubPerson
              personId={decision?.as === 'same' ? decision.personId : null}
              onChange={(personId) => setDecision(personId === null ? null : { as: 'same', personId })}
            />
          ) : null}
          <Choice isChosen={chosen === 'stay'} onChoose={() => choose({ as: 'stay' })} label={t('choice.stay')} />
        </div>
      </div>
      <DialogFoot>
        <Button onClick={onClose}>{common('action.notNow')}</Button>
        <Button tone="primary" type="submit" disabled={decision === null}>
          {t('choice.save')}
        </Button>
      </DialogFoot>
    </form>
  )
}

interface ChoiceProps {
  isChosen: boolean
  onChoose: () => void
  label: string
  hint?: string | undefined
}

function Choice({ isChosen, onChoose, label, hint }: ChoiceProps) {
  const id = useId()
  return (
    <label htmlFor={id} className={styles.choice}>
      <input
        id={id}
        type="radio"
        name="person-choice"
        checked={isChosen}
        onChange={onChoose}
        data-autofocus={isChosen || undefined}
      />
      <span>
        {label}
        {hint === undefined ? null : <span className={styles.quiet}> {hint}</span>}
      </span>
    </label>
  )
}

function HubPerson({ personId, onChange }: { personId: string | null; onChange: (personId: string | null) => void }) {
  const { t } = useTranslation('bring')
  const people = useQuery(everybody).data
  const options = useMemo(
    () =>
      (people ?? []).map(({ id, name, department, employeeNumber }) => ({
        value: id,
        label: [name, department, employeeNumber].filter(Boolean).join(' · '),
      })),
    [people],
  )
  return (
    <SearchSelect
      aria-label={t('choice.other')}
      placeholder={t('choice.pick')}
      options={options}
      value={personId}
      onChange={onChange}
      clearable
    />
  )
}
