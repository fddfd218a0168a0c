-- Makes of a table with a column "generation" one that has a table of its own for each generation: a rebuild then fills the next one without
-- indexes, and the old one goes at once. Rows of generations that are not in use go. Indexes of such a table need not begin with the generation,
-- except unique ones. The tables of a table bear the comment by which a rebuild knows them from others of such a name.
create function lc_by_generation(of_table text, of_view text) returns void language plpgsql set search_path from current as $$
declare
    used integer := coalesce((select generation from lc_views where view = of_view), 0);
    part text := of_table || '_' || used;
begin
    execute format('delete from %I where generation <> %s', of_table, used);
    execute format('alter table %I rename to %I', of_table, part);
    execute format('comment on table %I is %L', part, 'A generation of ' || of_table || '.');
    execute format('create table %I (like %I including all) partition by list (generation)', of_table, part);
    execute format('alter table %I attach partition %I for values in (%s)', of_table, part, used);
end
$$;

drop index lc_campaigns_by_start;
drop index lc_registrations_by_campaign, lc_registrations_by_party, lc_registrations_by_affiliate, lc_registrations_by_account, lc_registrations_by_operator;
select lc_by_generation('lc_campaigns', 'campaigns');
select lc_by_generation('lc_registrations', 'registrations');
create index lc_campaigns_by_start on lc_campaigns (period_start, id);
create index lc_registrations_by_campaign on lc_registrations (campaign, status, registered_at, id);
create index lc_registrations_by_party on lc_registrations (party, registered_at, id);
create index lc_registrations_by_affiliate on lc_registrations (creator, registered_at, id) where party_kind = 'Merchant' and creator is not null;
create index lc_registrations_by_account on lc_registrations (account, registered_at, id);
create index lc_registrations_by_operator on lc_registrations (campaign, registered_at, id) where ops_name_reference is not null;

-- Where a registration was counted is told by its history.
drop table lc_counted_registrations;
