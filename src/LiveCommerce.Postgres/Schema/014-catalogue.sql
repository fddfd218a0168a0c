-- What catalogues and promotion pages showed last. Lists go by the marketplace's id, a plan's products are found by their own ids.
create table lc_products (
    generation integer     not null,
    id         uuid        not null,
    version    bigint      not null,
    merchant   uuid        not null,
    product    text        not null collate "C",
    status     text        not null collate "C",
    stock      integer     not null,
    amount     text        not null,
    currency   text        not null,
    seen_at    timestamptz not null,
    primary key (generation, id)
) partition by list (generation);
create table lc_products_1 partition of lc_products for values in (1);
create index lc_products_by_merchant on lc_products (generation, merchant, product);

create table lc_promotion_tools (
    generation integer     not null,
    id         uuid        not null,
    version    bigint      not null,
    merchant   uuid        not null,
    tool       text        not null collate "C",
    kind       text        not null,
    status     text        not null collate "C",
    products   text[]      not null,
    seen_at    timestamptz not null,
    primary key (generation, id)
) partition by list (generation);
create table lc_promotion_tools_1 partition of lc_promotion_tools for values in (1);
create index lc_promotion_tools_by_merchant on lc_promotion_tools (generation, merchant, tool);
-- What can be attached is a small part of what there ever was.
create index lc_promotion_tools_in_use on lc_promotion_tools (generation, merchant, tool) where status <> 'Ended';

-- A log that holds observations from before has no rows of them: its rows are of an older fold and are built anew.
insert into lc_views (view, generation, fold_version) values
    ('products', 1, case when exists (select from mt_streams where type = 'catalogue_product') then 1 else 2 end),
    ('promotion_tools', 1, case when exists (select from mt_streams where type = 'shop_promotion_tool') then 1 else 2 end);
