export { limitIsOfficial, limitLabel } from './limit.ts';
export { type RequirementNotice, requirementNotice } from './requirement-notice.ts';
export {
  ITEM_KINDS,
  type ItemDetails,
  type ItemKind,
  itemAt,
  type Place,
  ROUTE_LABELS,
  type Route,
  type ServiceItem,
} from './service-item.ts';
export { STANDING_LABELS, STANDINGS, type Standing } from './standing.ts';
export { limitTold, standingTold } from './told.ts';
