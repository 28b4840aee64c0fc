export {
  BASES,
  BASIS_KINDS,
  type BasisKind,
  standingConfirmed,
  standingRewritten,
} from './basis.ts';
export { compareItems, type LineChange, type PartChange } from './compare.ts';
export { GAP_LABELS, GAPS, type Gap, gapsOf, isPlaceholder } from './gaps.ts';
export {
  ITEM_PART_NAMES,
  ITEM_PARTS,
  type ItemPart,
  isNoMaterial,
  materialTold,
  type PartGround,
} from './item-parts.ts';
export { isVouched, limitIsOfficial, limitLabel, textIsOfficial } from './limit.ts';
export {
  COVERS,
  type Covers,
  checkFirstDay,
  confirm,
  type Known,
  type NextVersion,
  rewrite,
  type WrittenBody,
} from './next-version.ts';
export { type RequirementNotice, requirementNotice } from './requirement-notice.ts';
export {
  type Confirmation,
  ITEM_KINDS,
  type ItemBody,
  type ItemDetails,
  type ItemKind,
  type ItemTime,
  itemAt,
  type Place,
  ROUTE_LABELS,
  type Route,
  type ServiceItem,
} from './service-item.ts';
export { CHANGE_SHOWN_DAYS, changedLately, type RecentChange, type Span, spanOf } from './spans.ts';
export { STANDING_LABELS, STANDINGS, type Standing } from './standing.ts';
export { limitTold, standingTold, type Told } from './told.ts';
