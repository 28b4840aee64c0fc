export {
  NOW_SENTENCES,
  STEP_SENTENCES,
  type Told,
  type TrackFacts,
  type TrackPromise,
  type TrackStep,
  toldOf,
} from './track.ts';
export { printTrackCode, readTrackCode, type TrackCode } from './track-code.ts';
