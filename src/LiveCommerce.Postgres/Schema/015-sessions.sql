-- The rows of LIVE sessions. A recap looks for those of one party that were on air in a time: whatever ended before it is left out by the index.
create table lc_sessions (
    generation      integer     not null,
    id              uuid        not null,
    version         bigint      not null,
    account         uuid        not null,
    account_type    text        not null,
    party_kind      text        not null,
    party           uuid        not null,
    creator         uuid,
    plan            uuid,
    scheduled_start timestamptz,
    started_at      timestamptz not null,
    ended_at        timestamptz,
    primary key (generation, id)
) partition by list (generation);
create table lc_sessions_1 partition of lc_sessions for values in (1);
create index lc_sessions_by_start on lc_sessions (generation, started_at, id);
create index lc_sessions_by_party on lc_sessions (generation, party, started_at, id);
create index lc_sessions_by_affiliate on lc_sessions (generation, creator, started_at, id) where party_kind = 'Merchant' and creator is not null;
create index lc_sessions_by_end on lc_sessions (generation, party, coalesce(ended_at, 'infinity'::timestamptz)) where account_type = 'Official';

-- What a source has told of a session: its sums, and beside them each minute, which a recap reads of few sessions alone.
create table lc_session_figures (
    generation     integer     not null,
    id             uuid        not null,
    version        bigint      not null,
    session        uuid        not null,
    source         text        not null,
    first_minute   integer     not null,
    last_minute    integer     not null,
    is_gapless     boolean     not null,
    views          bigint      not null,
    orders         bigint      not null,
    cart_exposures numeric,
    gmv            json        not null,
    told_at        timestamptz not null,
    minutes        json        not null,
    primary key (generation, id)
) partition by list (generation);
create table lc_session_figures_1 partition of lc_session_figures for values in (1);
create index lc_session_figures_by_session on lc_session_figures (generation, session);

-- Accounts with whose they are, so that one is found by its handle among a party's own.
create table lc_accounts (
    generation       integer not null,
    id               uuid    not null,
    version          bigint  not null,
    type             text    not null,
    handle_reference uuid    not null,
    creator          uuid,
    merchant         uuid,
    primary key (generation, id)
) partition by list (generation);
create table lc_accounts_1 partition of lc_accounts for values in (1);
create index lc_accounts_by_merchant on lc_accounts (generation, merchant) where merchant is not null;

-- A log that holds such facts from before has no rows of them: its rows are of an older fold and are built anew.
insert into lc_views (view, generation, fold_version)
select view, 1, case when exists (select from mt_streams where type = stream) then 1 else 2 end
from (values ('sessions', 'live_session'), ('session_figures', 'live_figures'), ('accounts', 'tik_tok_account')) as added (view, stream);
