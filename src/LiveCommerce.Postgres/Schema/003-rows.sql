-- The inline read models: a row belongs to one stream and shows one version of it. The generation leads every key: a rebuild fills the
-- next one beside the active one. Every index is paid for by each submission; these are what the lists need.
create table lc_campaigns (
    generation         integer     not null,
    id                 uuid        not null,
    version            bigint      not null,
    is_published       boolean     not null,
    name               text        not null collate "C",
    visibility         text        not null,
    registration_start timestamptz not null,
    registration_end   timestamptz not null,
    period_start       timestamptz not null,
    period_end         timestamptz not null,
    ended_early_at     timestamptz,
    ends_at            timestamptz not null,
    drafted_at         timestamptz not null,
    published_at       timestamptz,
    terms              jsonb       not null,
    primary key (generation, id)
);
create index lc_campaigns_by_start on lc_campaigns (generation, period_start, id);

create table lc_registrations (
    generation                   integer     not null,
    id                           uuid        not null,
    version                      bigint      not null,
    campaign                     uuid        not null,
    party_kind                   text        not null,
    party                        uuid        not null,
    merchant                     uuid,
    creator                      uuid,
    account                      uuid        not null,
    account_type                 text        not null,
    channel                      text        not null,
    entry                        text        not null,
    resource                     text        not null,
    slot                         smallint    not null,
    status                       text        not null collate "C",
    expiry_reason                text,
    status_before_expiry         text,
    willingness_levels           text[]      not null,
    assessed_level               text,
    merchant_start               timestamptz not null,
    merchant_end                 timestamptz not null,
    platform_start               timestamptz,
    platform_end                 timestamptz,
    required_minutes             integer     not null,
    category                     text        not null,
    white_background_image       text,
    brand_logo                   text,
    platform_merchandise_support boolean,
    notes_reference              uuid,
    duplicated_from              uuid,
    ops_user                     text,
    ops_name_reference           uuid,
    registered_at                timestamptz not null,
    decided_at                   timestamptz,
    reason_reference             uuid,
    primary key (generation, id)
);
create index lc_registrations_by_campaign on lc_registrations (generation, campaign, status, registered_at, id);
create index lc_registrations_by_party on lc_registrations (generation, party, registered_at, id);
-- What a creator registered with an account that is tied to a shop: the party is the shop, so the party's index does not find it.
create index lc_registrations_by_affiliate on lc_registrations (generation, creator, registered_at, id) where party_kind = 'Merchant' and creator is not null;

insert into lc_views (view, generation, fold_version) values ('campaigns', 1, 1), ('registrations', 1, 1);
