-- What a creator registered with an account that is tied to a shop: the party is the shop, so the party's index does not find it.
create index lc_registrations_by_affiliate on lc_registrations (generation, creator, registered_at, id) where party_kind = 'Merchant' and creator is not null;
