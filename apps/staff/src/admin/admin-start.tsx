import { Navigate } from '@tanstack/react-router';
import { useSession } from '../platform/session.ts';
import { sectionsFor } from './sections.ts';

/** `/admin` opens the first page that the person may use. */
export const AdminStart = () => {
  const [first] = sectionsFor(useSession().permissions);
  return <Navigate to={first?.to ?? '/admin/account'} replace />;
};
