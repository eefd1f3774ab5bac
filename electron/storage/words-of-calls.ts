/**
 * What becomes of words, and by whom.
 * `heard`: go up, along and home with their session; a seal puts them away and a wrong alarm back; the rules of retention take them.
 * `half_done`: the same, but they stay at their desk.
 * `sealed`: the life channel's; they go with their case.
 * `of_tickets`: a seal takes them along, and the rules of retention leave them.
 * `searched`: made of others, and goes as they do.
 * `answered`: quote whatever was asked for; forgotten at every seal and deletion.
 */
export type KindOfWords = 'heard' | 'half_done' | 'sealed' | 'of_tickets' | 'searched' | 'answered'

export interface WordsOfCalls {
  /** Those that may say what was said, or who said it. */
  readonly columns: readonly string[]
  /** The column by which it is known which call, meeting, case or ticket they are of; null: by what they were made of. */
  readonly by: 'id' | 'call_id' | 'meeting_id' | 'case_id' | 'ticket_id' | null
  readonly kind: KindOfWords
}

/**
 * Every table in which words of a call stand, at a desk or at a hub; parents first. Whoever adds one finds by `test/contract/words-of-calls.test.ts` what does not
 * know of it yet, and whoever adds a column of text says there why it carries none.
 */
export const wordsOfCalls = {
  call: { columns: ['reference'], by: 'id', kind: 'heard' },
  note: { columns: ['text'], by: 'call_id', kind: 'heard' },
  note_event: { columns: ['before_json'], by: 'call_id', kind: 'heard' },
  draft: { columns: ['text'], by: 'call_id', kind: 'half_done' },
  conversation: { columns: ['title', 'lines_json'], by: 'call_id', kind: 'heard' },
  meeting: { columns: ['attendees_json'], by: 'call_id', kind: 'heard' },
  meeting_line: { columns: ['owner_name', 'text'], by: 'meeting_id', kind: 'heard' },
  meeting_draft: { columns: ['text'], by: 'meeting_id', kind: 'half_done' },
  life_sealed: { columns: ['payload'], by: 'case_id', kind: 'sealed' },
  life_event: { columns: ['remark'], by: 'case_id', kind: 'sealed' },
  ticket: { columns: ['title'], by: 'id', kind: 'of_tickets' },
  ticket_event: { columns: ['remark', 'before_json'], by: 'ticket_id', kind: 'of_tickets' },
  note_search: { columns: ['voice', 'view', 'praise', 'risk', 'characters', 'grams'], by: null, kind: 'searched' },
  ticket_search: { columns: ['characters', 'grams'], by: null, kind: 'searched' },
  searched_reference: { columns: ['reference'], by: null, kind: 'searched' },
  reference_search: { columns: ['reference'], by: null, kind: 'searched' },
  changed_elsewhere: { columns: ['note_json'], by: null, kind: 'answered' },
  hub_command: { columns: ['answer_json'], by: null, kind: 'answered' },
} as const satisfies Readonly<Record<string, WordsOfCalls>>

export type TableOfWords = keyof typeof wordsOfCalls

/** Those of one kind, parents first. */
export const tablesOfWords = <K extends KindOfWords>(kind: K) =>
  (Object.keys(wordsOfCalls) as TableOfWords[]).filter(
    (table): table is { [T in TableOfWords]: (typeof wordsOfCalls)[T]['kind'] extends K ? T : never }[TableOfWords] =>
      wordsOfCalls[table].kind === kind,
  )

export type HalfDoneTable = ReturnType<typeof tablesOfWords<'half_done'>>[number]
