export { catalogueRoutes } from './catalogue.routes.ts';
export { Catalogue, shipCatalogue } from './catalogue.service.ts';
export type { ItemVersion } from './catalogue.store.ts';
export { itemView } from './item-view.ts';
export { isOfficial } from './judged.ts';
export { maintainRoutes } from './maintain.routes.ts';
export { toldOf } from './told.ts';
