import type { Thing } from '@qzt/contract/lending';
import { content } from '../../platform/content.ts';

let shipped: Promise<readonly Thing[]> | undefined;

/** What the desk usually lends. The presets are content and the same for every committee; read once. */
export function things(): Promise<readonly Thing[]> {
  shipped ??= read();
  return shipped;
}

async function read(): Promise<readonly Thing[]> {
  const file = await content<{
    readonly standing: string;
    readonly things: readonly Omit<Thing, 'standing'>[];
  }>('lending/things.json');
  return file.things.map((thing) => ({ ...thing, standing: file.standing }));
}
