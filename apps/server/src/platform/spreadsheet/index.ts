export { spreadsheet } from './spreadsheet.ts';
export type { Sheet, SheetCell, SheetColumn } from './workbook.ts';
