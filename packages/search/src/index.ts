export {
  buildFinder,
  type Finder,
  type FinderAnswer,
  type FinderHit,
  type FinderItem,
} from './finder.ts';
