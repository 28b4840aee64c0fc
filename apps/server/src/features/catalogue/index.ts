export { catalogueRoutes } from './catalogue.routes.ts';
export { Catalogue, shipCatalogue } from './catalogue.service.ts';
export type { ItemVersion } from './catalogue.store.ts';
export { itemView } from './item-view.ts';
