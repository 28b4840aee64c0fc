import { createHmac } from 'node:crypto';
import type { CaseCommand, EventText, Material } from '@qzt/domain/reception';
import type { SubjectKey } from '../../platform/subject/index.ts';

/**
 * The names of an item's notice are the catalogue's words. Any other name of a material was written by somebody and may
 * say something of a person: the record holds a code in its place, the same for the same name of one person, so that
 * the rules can tell materials apart; the name itself lies with the other words, under the person's key.
 */
export type MaterialNames = Readonly<Record<string, string>>;

/** What was written with an event, with the names behind the codes of its materials. */
export type StoredText = EventText & { readonly names?: MaterialNames };

const MARK = '~';
const GONE = '其他材料(名称已按请求删除)';

const codeOf = (key: SubjectKey, name: string): string =>
  MARK + createHmac('sha256', key.key).update(`material ${name}`).digest('base64url').slice(0, 16);

/** The materials as the record holds them, and the names that their codes stand for. */
export function codeMaterials(
  key: SubjectKey,
  notice: readonly string[],
  materials: readonly Material[],
): { readonly materials: Material[]; readonly names: MaterialNames } {
  const names: Record<string, string> = {};
  const coded = materials.map((material) => {
    if (notice.includes(material.name)) return material;
    const code = codeOf(key, material.name);
    names[code] = material.name;
    return { ...material, name: code };
  });
  return { materials: coded, names };
}

/** A step with codes in place of the names that its notice does not have. */
export function codeCommand(
  key: SubjectKey,
  notice: readonly string[],
  command: CaseCommand,
): { readonly command: CaseCommand; readonly names: MaterialNames } {
  const asks = command.type === 'ask-materials' || command.type === 'receive-materials';
  if (!asks || command.data === undefined) return { command, names: {} };
  const { materials, names } = codeMaterials(key, notice, command.data.materials);
  return { command: { ...command, data: { ...command.data, materials } }, names };
}

/** A material with its name again. */
export const named = <M extends { readonly name: string }>(material: M, names: MaterialNames): M =>
  material.name.startsWith(MARK) ? { ...material, name: names[material.name] ?? GONE } : material;

/** Keeps the names with what was written; nothing where there is nothing to keep. */
export function withNames(text: EventText | null, names: MaterialNames): StoredText | null {
  return Object.keys(names).length === 0 ? text : { ...text, names };
}
