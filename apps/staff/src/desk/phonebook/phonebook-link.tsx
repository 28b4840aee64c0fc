import { Link, useSearch } from '@tanstack/react-router';

/** The link of the header: takes the open case along, so that a call can be noted on it in one key. */
export const PhonebookLink = () => {
  const search: { readonly case?: string } = useSearch({ strict: false });
  return (
    <Link to="/desk/phonebook" search={search.case === undefined ? {} : { case: search.case }}>
      电话本
    </Link>
  );
};
