export { phonebookRoutes } from './phonebook.routes.ts';
export { phonebookOf } from './phonebook.service.ts';
