export { spreadsheet } from './spreadsheet.ts';
export type { Sheet } from './workbook.ts';
