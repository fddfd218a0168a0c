-- A generation in the making, and how far it has come. The log's facts up to the position are in it once it is filled: a read model of rows per stream
-- is filled stream by stream, then follows the log; one that gathers streams follows the log from its beginning.
create table lc_rebuilds (
    view         text        not null primary key,
    generation   integer     not null,
    fold_version integer     not null,
    position     bigint      not null,
    last_stream  uuid,
    is_filled    boolean     not null,
    began_at     timestamptz not null default clock_timestamp()
);

-- Campaign statistics have generations as well.
alter table lc_counted_registrations add column generation integer not null default 1;
alter table lc_counted_registrations alter column generation drop default;
alter table lc_counted_registrations drop constraint lc_counted_registrations_pkey, add primary key (generation, registration);
alter table lc_campaign_counts add column generation integer not null default 1;
alter table lc_campaign_counts alter column generation drop default;
alter table lc_campaign_counts drop constraint lc_campaign_counts_pkey, add primary key (generation, campaign, status, channel, level);
insert into lc_views (view, generation, fold_version) values ('campaign_statistics', 1, 1);
