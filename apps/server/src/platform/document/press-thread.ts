// Runs in a thread of its own: setting a page takes tens of milliseconds of a core, which no request should wait for.
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONTS, SOURCES } from './places.ts';

export interface PressOrder {
  readonly id: number;
  readonly template: string;
  readonly inputs: Record<string, string>;
}

export type PressAnswer = { readonly id: number } & (
  | { readonly pdf: Uint8Array; readonly pages: number }
  | { readonly fault: string }
);

/** How many printings a remembered piece of a page outlives unused: the paper's furniture stays, people's words go. */
const REMEMBERED = 2;

const compiler = NodeCompiler.create({
  workspace: fileURLToPath(SOURCES),
  fontArgs: [{ fontPaths: [fileURLToPath(FONTS)] }],
});

function set({ id, template, inputs }: PressOrder): PressAnswer {
  try {
    const compiled = compiler.compile({ mainFilePath: template, inputs });
    if (compiled.result === null) {
      const error = compiled.takeError();
      const said = error === null ? [] : compiler.fetchDiagnostics(error);
      return { id, fault: JSON.stringify(said).slice(0, 2_000) };
    }
    const pdf = new Uint8Array(compiler.pdf(compiled.result));
    return { id, pdf, pages: compiled.result.numOfPages };
  } catch (error) {
    return { id, fault: error instanceof Error ? error.message : String(error) };
  } finally {
    compiler.evictCache(REMEMBERED);
  }
}

parentPort?.on('message', (order: PressOrder) => parentPort?.postMessage(set(order)));
