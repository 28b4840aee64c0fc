-- Practice mode: a committee of its own beside the real one, so that row-level security keeps the two apart and nothing of
-- it is counted anywhere. A session can be switched into it; who acts there is a second self of the person, under his name.

alter table org
  add column practice boolean not null default false,
  add column practice_of uuid references org (id),
  add constraint org_practice_of check (practice_of is null or practice);
comment on column org.practice is 'A place to practise, or an office that cases are handed to there: in no list, no figure, no register above, on no public page.';
comment on column org.practice_of is 'The committee whose people practise here.';
create unique index org_practice_of_once on org (practice_of);

alter table staff add column practice_of uuid references staff (id);
comment on column staff.practice_of is 'Whose second self this is in the practice committee; it has no way to sign in.';
create unique index staff_practice_of_once on staff (practice_of);

alter table session add column practice_staff_id uuid references staff (id);
comment on column session.practice_staff_id is 'While somebody practises: who he is there. A new session begins outside.';

-- No kit is made for a place that does not exist.
grant select (practice) on org to qzt_jobs;
