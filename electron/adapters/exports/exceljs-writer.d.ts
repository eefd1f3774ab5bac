/** The part of exceljs that writes row by row. The whole of it, with all that reads, takes more than twice as long to load. */
declare module 'exceljs/lib/stream/xlsx/workbook-writer.js' {
  import type ExcelJS from 'exceljs'

  const WorkbookWriter: typeof ExcelJS.stream.xlsx.WorkbookWriter
  export = WorkbookWriter
}
