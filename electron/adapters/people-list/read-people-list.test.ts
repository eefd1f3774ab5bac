import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { type ReadList, readPeopleList } from './read-people-list.ts'

async function read(list: string | Uint8Array): Promise<ReadList> {
  const answer = await readPeopleList(Buffer.from(list as string))
  if ('code' in answer) throw new Error(answer.code)
  return answer
}
/** `name number department` of the rows read, then `row reason` of the others. */
const gist = async (list: string | Uint8Array) => {
  const { rows, bad } = await read(list)
  return {
    people: rows.map(({ name, employeeNumber, department }) => `${name} ${employeeNumber} ${department}`),
    bad: bad.map(({ row, reasons }) => `${row} ${reasons}`),
  }
}
const both = ['王敏 E1001 销售部', '李强 00123 客服部']

describe('the shapes that tables come in', () => {
  test.each<[string, string]>([
    ['line ends of every kind, mixed', '姓名,工号,部门\r\n王敏,E1001,销售部\r李强,00123,客服部\n'],
    ['lone CR', '姓名,工号,部门\r王敏,E1001,销售部\r李强,00123,客服部'],
    ['a line that names the sign', 'sep=;\r\n姓名;工号;部门\r\n王敏;E1001;销售部\r\n李强;00123;客服部'],
    ['a line that names a sign of its own', 'sep=^\n姓名^工号^部门\n王敏^E1001^销售部\n李强^00123^客服部'],
    ['titles above the heading', '公司名单\n\n2026 年,,\n姓名,工号,部门\n王敏,E1001,销售部\n李强,00123,客服部'],
    ['remarks in the heading', '姓名（必填）,* 工号,部门(选填):\n王敏,E1001,销售部\n李强,00123,客服部'],
    ['full-width letters in the heading', '姓　名,工号【必填】,所属部门\n王敏,E1001,销售部\n李强,00123,客服部'],
    ['a running number', '序号,姓名,工号,部门\n1,王敏,E1001,销售部\n2,李强,00123,客服部'],
    ['an ID that only counts', 'ID,姓名,工号,部门\n1,王敏,E1001,销售部\n2,李强,00123,客服部'],
    ['a bar', '姓名|工号|部门\n王敏|E1001|销售部\n李强|00123|客服部'],
    ['a drawn table', '| 姓名 | 工号 | 部门 |\n|---|---|---|\n| 王敏 | E1001 | 销售部 |\n| 李强 | 00123 | 客服部 |'],
    ['numbers guarded for Excel', '姓名,工号,部门\n王敏,"=""E1001""",销售部\n李强,="00123",客服部'],
    ['numbers guarded by us', "姓名,工号,部门\n王敏,E1001\t,销售部\n李强,'00123,客服部"],
    ['full-width letters, digits and blanks', '姓名,工号,部门\n王　敏,Ｅ１００１,　销售部　\n李 强,００１２３,客服部'],
    ['invisible signs', '姓名,工号,部门\n\u200b王\u200b敏,\u202aE1001\u202c,销售部\n李强\ufeff,0\u200d0123,客服部'],
    ['a quote on both sides', '姓名,工号,部门\n"王敏", "E1001" ,销售部\n李强,"00123",客服部'],
    ['traditional headings', '姓名,員工編號,部門\n王敏,E1001,销售部\n李强,00123,客服部'],
    [
      'English headings in another order',
      'Department,E-mail,Employee No.,Full Name\n销售部,,E1001,王敏\n客服部,,00123,李强',
    ],
  ])('%s', async (_, list) => {
    expect(await gist(list)).toEqual({ people: both, bad: [] })
  })

  test.each(['\u0085', '\u2028', '\u2029', '\v'])('lines that end with %j', async (end) => {
    expect(await gist(`姓名,工号,部门${end}王敏,E1001,销售部${end}李强,00123,客服部`)).toEqual({
      people: both,
      bad: [],
    })
  })

  test.each([
    '姓,名,工号\n王,敏,E1',
    'First Name,Last Name,Employee ID\nPat,Li,E1',
    '名单,2026\n姓,名,部门\n王,敏,客服',
  ])('a heading without a name is nobody: %j', async (list) => {
    expect(await readPeopleList(Buffer.from(list))).toEqual({ code: 'no_name_column', detail: {} })
  })

  test('two things said above the heading are no heading', async () => {
    const { people, bad } = await gist('部门,客服中心\n姓名,工号,部门\n王敏,E1001,销售部\n李强,00123,客服部')
    expect({ people, bad }).toEqual({ people: both, bad: ['1 above_heading'] })
  })

  test.each([
    '[{"姓名":"王敏"}]',
    '{"people":[]}',
    '%PDF-1.4',
    'BEGIN:VCARD\nFN:王敏',
    `姓名,工号\n王\0敏,E1${'\n李强,E2'.repeat(9)}`,
  ])('%j is no list', async (list) => {
    expect(await readPeopleList(Buffer.from(list))).toEqual({ code: 'unreadable', detail: {} })
  })

  test('rows that another sign parts, and numbers made a day, are refused', async () => {
    const { people, bad } = await gist('姓名,工号\n王敏,11-Nov\n李强,1月2日\n赵云,E3\n周杰；E4,')
    expect(people).toEqual(['赵云 E3 '])
    expect(bad).toEqual(['2 spoiled_cell', '3 spoiled_cell', '5 too_few_columns'])
  })

  test('a role column is read, a word that is no role is not', async () => {
    const { rows, bad } = await read('姓名,角色\n王敏,协调员\n李强,记录人\n赵云,\n周杰,Note taker\n孙丽,保安')
    expect(rows.map(({ name, role }) => [name, role])).toEqual([
      ['王敏', 'coordinator'],
      ['李强', 'note_taker'],
      ['赵云', null],
      ['周杰', 'note_taker'],
      ['孙丽', null],
    ])
    expect(rows.map(({ faults }) => faults)).toEqual([[], [], [], [], ['unknown_role']])
    expect(bad).toEqual([])
  })

  test.each<[string, string, object]>([
    ['two of one name', '姓名,部门,部门\na,b,c', { field: 'department', first: '部门', second: '部门' }],
    ['two names for one', 'Name,姓名\na,b', { field: 'name', first: 'Name', second: '姓名' }],
    ['two that only count', 'ID,编号,姓名\n1,2,b', { field: 'employeeNumber', first: 'ID', second: '编号' }],
  ])('%s: both are named', async (_, list, detail) => {
    expect(await readPeopleList(Buffer.from(list))).toEqual({ code: 'two_columns', detail })
  })

  test.each<[string, string, string[], string[]]>([
    [
      'a quote opened and closed rows later takes no row with it',
      '姓名,工号,部门\n"王敏,E1001,销售部\n李强,00123,客服部\n赵云",E1003,采销部',
      ['李强 00123 客服部'],
      ['2 stray_quote', '4 stray_quote'],
    ],
    [
      'a line break inside a name',
      '姓名,工号,部门\n"王\n敏",E1001,销售部\n李强,00123,客服部',
      ['李强 00123 客服部'],
      ['2 line_break'],
    ],
    [
      'a comma too many',
      '姓名,工号,部门\n李强,00123,客服部\n王敏,E1001,销售部,一组',
      [both[1] ?? ''],
      ['3 too_many_columns'],
    ],
    [
      'the heading once more, as printed lists have it',
      '姓名,工号\n王敏,E1001\n姓名,工号',
      ['王敏 E1001 '],
      ['3 heading_again'],
    ],
    ['people above the heading', '赵云,E1003\n姓名,工号\n王敏,E1001', ['王敏 E1001 '], ['1 above_heading']],
    [
      'numbers that a spreadsheet spoiled',
      '姓名,工号\n王敏,1.23457E+17\n李强,########\n赵云,#N/A\n周杰,=VLOOKUP(A1)\n孙丽,2E3',
      ['孙丽 2E3 '],
      ['2 spoiled_cell', '3 spoiled_cell', '4 spoiled_cell', '5 spoiled_cell'],
    ],
    [
      'characters that are none',
      '姓名,工号\n王\ufffd,E1\n李\u0001强,E2\n赵云,E3',
      ['赵云 E3 '],
      ['2 damaged_text', '3 odd_character'],
    ],
  ])('%s', async (_, list, people, bad) => {
    expect(await gist(list)).toEqual({ people, bad })
  })

  test('titles above the heading are told, not taken for people', async () => {
    expect((await read('公司名单\n\n姓名,工号\n王敏,E1')).heading).toEqual({ row: 3, titles: [1], unused: [] })
    expect((await read('王敏,E1')).heading).toBeNull()
  })
})

describe('encodings', () => {
  const list = '姓名,工号,部门\n王敏,E1001,销售部\n李强,00123,客服部'
  const wide = Buffer.from(list, 'utf16le')
  const swapped = Buffer.from(wide).swap16()
  const gb = 'd0d5c3fb2cb9a4bac52cb2bfc3c50acdf5c3f42c45313030312ccffacadbb2bf0ac0eec7bf2c30303132332cbfcdb7feb2bf'
  const traditional = '姓名,員工編號,部門\n王敏,E1001,銷售部\n陳志強,00123,客服部'
  const big5 =
    'a96da6572cadfba475bd73b8b92cb3a1aaf90aa4fdb1d32c45313030312cbe50b0e2b3a10ab3afa7d3b16a2c30303132332cabc8aa41b3a1'

  test.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(list), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${list}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), 'utf-16'],
    ['UTF-16 BE with a mark', Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), 'utf-16'],
    ['UTF-16 LE without', wide, 'utf-16'],
    ['UTF-16 BE without', swapped, 'utf-16'],
    ['GB18030', Buffer.from(gb, 'hex'), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    expect((await read(bytes)).encoding).toBe(encoding)
    expect(await gist(bytes)).toEqual({ people: both, bad: [] })
  })

  test('a zero byte in a short UTF-8 list makes no UTF-16 of it', async () => {
    for (const bytes of [Buffer.from('姓名\n王敏\n\0李三\n'), Buffer.from('姓名,工号\n王敏,1\0\n')])
      expect(await readPeopleList(bytes)).toEqual({ code: 'unreadable', detail: {} })
  })

  test('Big5 is told from GB18030', async () => {
    const bytes = Buffer.from(big5, 'hex')
    expect(new TextDecoder('big5').decode(bytes)).toBe(traditional)
    expect((await read(bytes)).encoding).toBe('big5')
    expect((await gist(bytes)).people).toEqual(['王敏 E1001 銷售部', '陳志強 00123 客服部'])
  })

  test('UTF-8 cut in the middle of a character is UTF-8; the row it ends in is refused, no other', async () => {
    const whole = Buffer.from(list)
    for (const cut of [1, 2]) {
      expect((await read(whole.subarray(0, whole.length - cut))).encoding).toBe('utf-8')
      expect(await gist(whole.subarray(0, whole.length - cut))).toEqual({ people: [both[0]], bad: ['3 cut_off'] })
    }
    expect(await gist(wide.subarray(0, wide.length - 1))).toEqual({ people: [both[0]], bad: ['3 cut_off'] })
    expect(await gist(Buffer.from(gb, 'hex').subarray(0, -1))).toEqual({ people: [both[0]], bad: ['3 cut_off'] })
  })

  test('one bad byte in the middle does not make it another encoding: its row is refused', async () => {
    const bytes = Buffer.from(`${list}\n${'赵云,E1003,采销部\n'.repeat(5)}`)
    bytes[bytes.indexOf('王敏')] = 0xff
    const { encoding, bad, rows } = await read(bytes)
    expect([encoding, bad.map(({ row, reasons }) => `${row} ${reasons}`), rows.length]).toEqual([
      'utf-8',
      ['2 damaged_text'],
      6,
    ])
  })
})

describe('a workbook', () => {
  async function workbook(fill: (book: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void): Promise<Buffer> {
    const book = new ExcelJS.Workbook()
    fill(book, book.addWorksheet('名单'))
    return Buffer.from(await book.xlsx.writeBuffer())
  }

  test('a merged title, noughts by format, rich text, a link, a formula: as the sheet shows them', async () => {
    const bytes = await workbook((_, sheet) => {
      sheet.addRow(['2026 年名单'])
      sheet.mergeCells('A1:D1')
      sheet.addRow(['姓名', '工号', '部门', '邮箱'])
      sheet.addRow([{ richText: [{ text: '王' }, { text: '敏' }] }, 'E1001', '销售部', ''])
      sheet.addRow([
        '李强',
        123,
        { formula: '"客服"&"部"', result: '客服部' },
        { text: 'li@example.com', hyperlink: 'mailto:li@example.com' },
      ])
      sheet.getCell('B4').numFmt = '00000'
    })
    expect(await gist(bytes)).toEqual({ people: both, bad: [] })
    const { encoding, heading, rows } = await read(bytes)
    expect([encoding, heading, rows[1]?.email]).toEqual(['xlsx', { row: 2, titles: [1], unused: [] }, 'li@example.com'])
  })

  test('what the sheet made of a number is refused, where it matters', async () => {
    const bytes = await workbook((_, sheet) => {
      sheet.addRow(['姓名', '工号', '入职'])
      sheet.addRow(['王敏', new Date('2026-11-11'), new Date('2020-01-01')])
      sheet.addRow(['李强', 123456789012345680, ''])
      sheet.addRow(['赵云', { formula: 'A1', result: { error: '#N/A' } }, ''])
      sheet.addRow([{ formula: 'B9' }, 'E1', ''])
      sheet.addRow(['周杰', 'E2', new Date('2020-01-01')])
    })
    expect((await gist(bytes)).people).toEqual(['周杰 E2 '])
    expect((await gist(bytes)).bad).toEqual([2, 3, 4, 5].map((row) => `${row} spoiled_cell`))
  })

  test('a department merged down its people is everybody’s', async () => {
    const bytes = await workbook((_, sheet) => {
      sheet.addRow(['部门', '姓名'])
      sheet.addRow(['销售部', '王敏'])
      sheet.addRow(['', '李强'])
      sheet.mergeCells('A2:A3')
    })
    expect((await gist(bytes)).people).toEqual(['王敏  销售部', '李强  销售部'])
  })

  test('of several sheets the one with the heading is read, and the others are told', async () => {
    const bytes = await workbook((book, sheet) => {
      sheet.addRow(['说明：请填第二张'])
      book.addWorksheet('空')
      book.addWorksheet('人').addRows([
        ['姓名', '工号'],
        ['王敏', 'E1001'],
      ])
    })
    expect((await read(bytes)).sheet).toEqual({ name: '人', others: ['名单'] })
    expect((await gist(bytes)).people).toEqual(['王敏 E1001 '])
  })
})

test('a list made to be slow is read in time that grows with its size, or this test would not end', async () => {
  for (const piece of ['"a\n",', '"王敏,E1\n', '"', '\t', '"\n', ' ', '"a,b\n"', '王敏  ', '（'])
    expect(await readPeopleList(Buffer.from(piece.repeat(40_000 / piece.length)))).toBeDefined()
  expect(await readPeopleList(Buffer.from('a/'.repeat(400_000)))).toBeDefined()
})

/** A small generator with a seed, so that a failure can be made again. */
function dice(seed: number): (sides: number) => number {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % sides
  }
}

test('rows read and rows refused are the rows there, whatever stands in them', async () => {
  const words = ['王敏', 'E1001', '销售部', '="00123"', '李 强', 'a@b.cn', '#N/A', '\ufffd', '王，敏', '姓名']
  const marks = ['"', '""', '"王', '敏"', '', ' ', '\u200b', "'1", '"""', ' "']
  for (let seed = 1; seed <= 2_000; seed += 1) {
    const roll = dice(seed)
    const pick = <Item>(items: readonly Item[]) => items[roll(items.length)] as Item
    const sign = pick([',', ';', '\t', '|'])
    const width = 2 + roll(3)
    const lines = Array.from({ length: 1 + roll(12) }, () => {
      const cells = Array.from({ length: width }, () => pick([...words, ...marks]))
      cells[roll(width)] = pick(words)
      return cells.join(sign)
    })
    const heading = ['姓名', '工号', '部门', '邮箱'].slice(0, width).join(sign)
    const list = [heading, ...lines].map((line) => `${line}${pick(['\r\n', '\n', '\r'])}`).join('')
    const answer = await readPeopleList(Buffer.from(list))
    const told = 'code' in answer ? [] : [...answer.rows, ...answer.bad].map(({ row }) => row).sort((a, b) => a - b)
    expect(told, `seed ${seed}: ${JSON.stringify(list)}`).toEqual(lines.map((_, index) => index + 2))
  }
})

test('columns that nothing of a person is read from are told, empty ones and a running number are not', async () => {
  const list = '序号,姓名,工号,部门,职务,楼层,备注,入职日期\n1,王敏,E1001,销售部,协调员,3楼,,2026-01-05'
  expect((await read(list)).heading?.unused).toEqual(['职务', '楼层'])
  const english =
    'Name,Employee number,Department,E-mail,Role,Joining day,Grade\nAnn Lee,E10,Sales,,coordinator,2026-01-05,M3'
  expect((await read(english)).heading?.unused).toEqual(['Grade'])
})

test('joining days with day or month in front are read where the column as a whole says which, and refused where it does not', async () => {
  const joined = async (...days: string[]) => {
    const { rows } = await read(`Name,Joined\n${days.map((day, at) => `Ann${'abc'[at]},${day}`).join('\n')}`)
    return rows.map(({ joinedOn, faults }) => faults[0] ?? joinedOn)
  }
  expect(await joined('06/07/2026', '12/25/2025', '')).toEqual(['2026-06-07', '2025-12-25', null])
  expect(await joined('06/07/2026', '25/12/2025')).toEqual(['2026-07-06', '2025-12-25'])
  expect(await joined('06/07/2026', '07/06/2026')).toEqual(['bad_joined_on', 'bad_joined_on'])
})

test('a joining day that a sheet gives as its own count of days is that day', async () => {
  const { rows } = await read('姓名,入职日期\n王敏,45992\n李强,45992.5\n赵云,4599\n')
  expect(rows.map(({ joinedOn }) => joinedOn)).toEqual(['2025-12-01', '2025-12-01', null])
  expect(rows[2]).toMatchObject({ row: 4, faults: ['bad_joined_on'] })
})
