import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GENESIS, leafHash, merkleRoot, type SealedEntry, sealHash } from './merkle.ts';

const entry: fc.Arbitrary<SealedEntry> = fc.record({
  ownerOrgId: fc.uuid(),
  id: fc.uuid(),
  at: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  actorId: fc.option(fc.uuid()),
  action: fc.string({ minLength: 1 }),
  purpose: fc.string({ unit: 'grapheme' }),
  subjectKind: fc.constantFrom('case', 'encounter', 'resident'),
  subjectId: fc.option(fc.uuid()),
  subjectCommitteeId: fc.option(fc.uuid()),
  facts: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean())),
});
const entries = fc.uniqueArray(entry, { minLength: 1, maxLength: 40, selector: ({ id }) => id });

const sealOf = (list: readonly SealedEntry[]): string =>
  sealHash(GENESIS, merkleRoot(list.map(leafHash)), 1, list.length).toString('hex');

test('any entry that is changed, dropped, added or moved gives another seal', () => {
  fc.assert(
    fc.property(entries, entry, fc.nat(), fc.nat(), (list, other, at, to) => {
      const seal = sealOf(list);
      const index = at % list.length;
      const target = to % list.length;
      const victim = list[index] as SealedEntry;
      const without = list.toSpliced(index, 1);
      expect(sealOf(list.with(index, { ...victim, action: `${victim.action}!` }))).not.toBe(seal);
      expect(
        sealOf(list.with(index, { ...victim, facts: { changed: true, was: 'other' } })),
      ).not.toBe(seal);
      expect(sealOf(without)).not.toBe(seal);
      expect(sealOf(list.toSpliced(index, 0, other))).not.toBe(seal);
      expect(sealOf([...list, list.at(-1) as SealedEntry])).not.toBe(seal);
      expect(sealOf(without.toSpliced(target, 0, victim)) === seal).toBe(index === target);
    }),
  );
});

test('the order of fields says nothing, and neither do two ways to write the same facts', () => {
  fc.assert(
    fc.property(entry, (one) => {
      const turned = Object.fromEntries(Object.entries(one).reverse()) as unknown as SealedEntry;
      expect(leafHash(turned)).toEqual(leafHash(one));
    }),
  );
});

test('a node cannot pass for a leaf, and a seal holds its place', () => {
  const leaves = [1, 2, 3].map((byte) => Buffer.alloc(32, byte));
  const [a, b, c] = leaves as [Buffer, Buffer, Buffer];
  expect(merkleRoot([a, b, c, c])).not.toEqual(merkleRoot(leaves));
  const root = merkleRoot(leaves);
  expect(sealHash(GENESIS, root, 2, 3)).not.toEqual(sealHash(GENESIS, root, 1, 3));
  expect(sealHash(GENESIS, root, 1, 4)).not.toEqual(sealHash(GENESIS, root, 1, 3));
});
