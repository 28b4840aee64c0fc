import { extractText } from 'unpdf';

/** What a PDF says, page by page, without the spaces and line ends that setting put in. */
export async function pdfText(pdf: Uint8Array): Promise<string[]> {
  const { text } = await extractText(new Uint8Array(pdf));
  return text.map((page) => page.replace(/\s|\u200b/g, ''));
}
