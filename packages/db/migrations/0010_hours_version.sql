-- Opening hours are changed by whoever saw how they stand, like the calendar and the presence of a day.

alter table opening_hours add column version integer not null default 1;
comment on column opening_hours.version is 'Counts the changes to a period; the version of an organisation''s hours is the sum over its periods, 0 without any.';
