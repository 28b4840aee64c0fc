import { caseEndpoints } from '@qzt/contract/reception';
import { readInput } from '@qzt/domain/reception';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { client } from '../../platform/client.ts';
import { findable, useFinder } from '../catalogue/finder.ts';
import { usePeople } from '../household/people.ts';
import { choicesOf } from './choices.ts';
import { useSettled } from './use-settled.ts';

/** Long enough to skip most keystrokes of fast typing, short enough to feel immediate. */
const ITEMS_AFTER_MS = 60;
/** Each search of people is logged: half a name or half a number should not be. */
const PEOPLE_AFTER_MS = 350;

const useCaseOf = (number: string | null) =>
  useQuery({
    queryKey: ['case-number', number],
    enabled: number !== null,
    staleTime: 15_000,
    queryFn: ({ signal }) =>
      client(caseEndpoints.listCases, { query: { number: number ?? '', limit: 2 }, signal }),
  });

interface Asked {
  readonly text: string;
  readonly composing: boolean;
  readonly picked: boolean;
  readonly left: boolean;
  readonly maySearch: boolean;
  readonly allPeople: boolean;
}

/** Everything that the text in the input may mean, as it is found. Nothing that arrives ever touches the text. */
export const useChoices = ({ text, composing, picked, left, maySearch, allPeople }: Asked) => {
  const early = useSettled(text, ITEMS_AFTER_MS, composing);
  const late = useSettled(text, PEOPLE_AFTER_MS, composing);
  const reading = useMemo(() => readInput(early), [early]);
  const sought = useMemo(() => readInput(late).person, [late]);
  const finder = useFinder(picked ? '' : findable(reading.matter));
  const q = maySearch && sought !== null && sought.q === reading.person?.q ? sought.q : null;
  const people = usePeople(q, allPeople);
  const byNumber = useCaseOf(reading.caseNumber);
  const looksForPeople = maySearch && reading.person !== null;
  const { matter } = reading;
  const finds = matter !== '' && !picked;
  const sure = findable(matter);
  const choices = useMemo(
    () =>
      choicesOf(
        reading,
        {
          items: matter === '' ? [] : (finder.data?.items ?? []),
          confident: finder.data?.confident ?? false,
          residents: q === null ? [] : (people.data?.items ?? []),
          cases: byNumber.data?.items ?? [],
        },
        picked,
        left,
      ),
    [reading, matter, finder.data, people.data, byNumber.data, q, picked, left],
  );
  return {
    choices,
    reading,
    finder,
    people,
    looksForPeople,
    /** The rows belong to the text as it stands, so that Enter means what one sees. */
    fresh: early === text && (!finds || finder.isError || finder.data?.words === sure),
  };
};
