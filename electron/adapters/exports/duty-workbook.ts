import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import type { DutyCounts, DutyKind, DutyRecord } from '../../../shared/contract/duty/passports.ts'
import { dutyKinds, isFulfilled } from '../../../shared/domain/duty/duty-kinds.ts'
import { UNNAMED_ROOM } from '../../../shared/domain/house/unnamed-room.ts'
import { fitted } from './cell-limit.ts'
import type { FileLanguage } from './export-words.ts'
import {
  addHeader,
  type FilledSheet,
  filterAndPrint,
  heightOf,
  linesOf,
  sheetOptions,
  withoutCodes,
} from './sheet-look.ts'
import { makeWallClock } from './wall-clock.ts'

interface Whose {
  readonly name: string
  readonly department: string
  readonly employeeNumber: string | null
}

export interface DutySheetLine extends Whose {
  readonly owed: DutyCounts
  readonly done: DutyCounts
  readonly missing: DutyCounts
  readonly remindedOn: string | null
}

/** What counts, and what shows it: a session, or what was written by hand. */
export interface DutyEvidence extends Whose {
  readonly duty: DutyKind
  readonly date: string
  readonly session: {
    readonly seatNumber: number | null
    /** Empty where the house has one room, null for one of several that nobody named. */
    readonly roomName: string | null
    readonly heardMs: number
    readonly noteCount: number
  } | null
  readonly record: Pick<DutyRecord, 'tripKind' | 'place' | 'evidence' | 'writtenByName'> | null
}

/** Among several rooms a number alone says nothing. */
const seatIn = (
  { roomName, seatNumber }: NonNullable<DutyEvidence['session']>,
  language: FileLanguage,
): string | number | null =>
  seatNumber === null || roomName === '' ? seatNumber : `${roomName ?? UNNAMED_ROOM[language]} ${seatNumber}`

export interface DutySheet {
  readonly year: number
  readonly timeZone: string
  readonly madeAt: string
  readonly lines: readonly DutySheetLine[]
  readonly evidence: readonly DutyEvidence[]
  /** Listenings, and answering of calls, that are still owed by all. */
  readonly seatsWanted: number
  readonly placesLeft: number
}

/** Like those of `export-words.ts`, these change as a file format does. */
const words = {
  zh: {
    ...{ people: '各人', evidence: '凭据', forecast: '预计' },
    whose: ['姓名', '工号', '部门'],
    kinds: { trip: '下一线', listen: '听线', answer: '接线' } satisfies Record<DutyKind, string>,
    ...{
      owed: '应',
      done: '已',
      missing: '还欠',
      state: '状态',
      owes: '还欠',
      fulfilled: '已完成',
      reminded: '上次提醒',
    },
    proof: ['日期', '哪一项', '席位', '通话分钟', '批注', '一线类型', '地点', '凭据', '登记人'],
    trips: { picking: '仓库拣货', delivery_station: '配送站', store_guide: '门店导购' },
    figures: ['项目', '数值'],
    facts: ['年份', '生成时间', '要履责的人', '还欠的人', '还要的席位', '今年还剩的席位'],
  },
  en: {
    ...{ people: 'People', evidence: 'Evidence', forecast: 'Forecast' },
    whose: ['Name', 'Employee number', 'Department'],
    kinds: { trip: 'Trip', listen: 'Listen in', answer: 'Answer calls' } satisfies Record<DutyKind, string>,
    ...{
      owed: 'owed',
      done: 'done',
      missing: 'Still owes',
      state: 'State',
      owes: 'Owes',
      fulfilled: 'Done',
      reminded: 'Last reminder',
    },
    proof: ['Date', 'Duty', 'Seat', 'Minutes on calls', 'Notes', 'Kind of trip', 'Place', 'Evidence', 'Written by'],
    trips: { picking: 'Warehouse picking', delivery_station: 'Delivery station', store_guide: 'Store guide' },
    figures: ['What', 'Figure'],
    facts: ['Year', 'Made', 'People who owe a duty', 'Still owe', 'Seats wanted', 'Seats left this year'],
  },
} as const

const TEXT: Partial<ExcelJS.Style> = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } }
const NUMBER: Partial<ExcelJS.Style> = { alignment: { vertical: 'top' } }
const DATE: Partial<ExcelJS.Style> = { numFmt: 'yyyy-mm-dd', alignment: { vertical: 'top', horizontal: 'left' } }
const TIME: Partial<ExcelJS.Style> = { ...DATE, numFmt: 'yyyy-mm-dd hh:mm' }

/** Lines. */
const TURN_EVERY = 50

type Value = string | number | Date | null

/** Who owes, what shows it, and how the year will come out: three sheets, text as text, days as days. */
export async function dutyWorkbook(facts: DutySheet, language: FileLanguage): Promise<Uint8Array> {
  const said = words[language]
  const out = new PassThrough()
  const bytes = buffer(out)
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out, useStyles: true, useSharedStrings: false })
  book.creator = 'Earshot'
  const filled: FilledSheet[] = []
  const whose = ({ name, employeeNumber, department }: Whose): Value[] => [name, employeeNumber, department]

  const people = await sheetOf(
    said.people,
    [
      ...said.whose,
      ...dutyKinds.flatMap((kind) => [`${said.kinds[kind]} ${said.owed}`, `${said.kinds[kind]} ${said.done}`]),
      said.missing,
      said.state,
      said.reminded,
    ],
    [16, 16, 20, 12, 12, 12, 12, 12, 12, 36, 12, 14],
  )
  for (const line of facts.lines) {
    const missing = dutyKinds
      .filter((kind) => line.missing[kind] > 0)
      .map((kind) => `${said.kinds[kind]} ${line.missing[kind]}`)
    await people([
      ...whose(line),
      ...dutyKinds.flatMap((kind) => [line.owed[kind], line.done[kind]]),
      missing.join(language === 'zh' ? '、' : ', '),
      isFulfilled(line.missing) ? said.fulfilled : said.owes,
      line.remindedOn === null ? null : new Date(line.remindedOn),
    ])
  }

  const evidence = await sheetOf(
    said.evidence,
    [...said.whose, ...said.proof],
    [16, 16, 20, 12, 14, 16, 16, 8, 18, 24, 48, 16],
  )
  for (const one of facts.evidence) {
    const { session, record } = one
    await evidence([
      ...whose(one),
      ...[new Date(one.date), said.kinds[one.duty], session === null ? null : seatIn(session, language)],
      ...[session === null ? null : Math.floor(session.heardMs / 60_000), session?.noteCount ?? null],
      ...[record?.tripKind ? said.trips[record.tripKind] : null, record?.place || null, record?.evidence || null],
      record?.writtenByName ?? null,
    ])
  }

  const forecast = await sheetOf(said.forecast, said.figures, [28, 20])
  const owing = facts.lines.filter(({ missing }) => !isFulfilled(missing)).length
  const made = makeWallClock(facts.timeZone).date(facts.madeAt)
  const values = [facts.year, made, facts.lines.length, owing, facts.seatsWanted, facts.placesLeft]
  for (const [index, fact] of said.facts.entries()) await forecast([fact, values[index] ?? null])
  filterAndPrint(book, filled)
  await book.commit()
  return bytes

  async function sheetOf(name: string, titles: readonly string[], widths: readonly number[]) {
    const sheet = book.addWorksheet(name, sheetOptions(language))
    // English headings are longer, and the arrow of the filter stands beside them.
    const wide = widths.map((width, at) => Math.max(width, (titles[at] ?? '').length + 5))
    sheet.columns = wide.map((width) => ({ width }))
    addHeader(sheet, titles)
    const count = titles.length
    const counted: FilledSheet = { sheet, columnCount: count, printedCount: count, lastRow: 1 }
    filled.push(counted)
    return async (values: readonly Value[]) => {
      const row = sheet.addRow(
        values.map((value) => (typeof value === 'string' ? withoutCodes(fitted(value, language)) : value)),
      )
      for (const [index, value] of values.entries()) if (value !== null) row.getCell(index + 1).style = styleOf(value)
      row.height = heightOf(values.map((value, at) => (typeof value === 'string' ? linesOf(value, wide[at] ?? 1) : 1)))
      row.commit()
      counted.lastRow += 1
      // A hub has others to answer meanwhile.
      if (counted.lastRow % TURN_EVERY === 0) await setImmediate()
    }
  }
}

function styleOf(value: string | number | Date): Partial<ExcelJS.Style> {
  if (typeof value === 'string') return TEXT
  if (typeof value === 'number') return NUMBER
  return value.getTime() % 86_400_000 === 0 ? DATE : TIME
}
