-- What is told of posted teasers goes the way of what is told of LIVE Events. A row is of a plan, or of a version of a teaser.
alter table lc_outbox alter column plan drop not null;
alter table lc_outbox add column teaser uuid, add column version bigint;
alter table lc_outbox add constraint lc_outbox_of check ((plan is null) <> (teaser is null) and (teaser is null) = (version is null));
create index lc_outbox_by_teaser on lc_outbox (teaser, id) where teaser is not null;
