import type { Rating } from '@qzt/contract/reception';
import type { Work } from '../../platform/transact.ts';

/** Writes the rating of a contact. The guard stops the transaction when somebody else wrote one meanwhile. */
export function writeRating(work: Work, committeeId: string, id: string, rating: Rating): void {
  work.tx.write(
    `with rated as (
       update encounter set rating_score = $3, rating_of = $4, version = version + 1
       where committee_id = $1 and id = $2 and rating_score is null returning 1)
     select expect_one((select count(*) from rated), 'rated-already')`,
    [committeeId, id, rating.score, rating.of],
  );
}
