export { PROMISE_LEAD, PROMISE_WORDS, promiseTold } from './promise-words.ts';
export {
  NOW_SENTENCES,
  STEP_SENTENCES,
  type Told,
  type TrackFacts,
  type TrackPromise,
  type TrackStep,
  toldOf,
} from './track.ts';
export {
  isCaseNumber,
  printTrackCode,
  readTrackCode,
  type TrackCode,
  trackCodeGroups,
} from './track-code.ts';
