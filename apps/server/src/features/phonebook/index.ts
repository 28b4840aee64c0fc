export { phonebookRoutes } from './phonebook.routes.ts';
export { phonebookOf, receptionPhone } from './phonebook.service.ts';
