-- What reviewers look for in a campaign besides its status. An operator registers few sessions on behalf, so those cost the others nothing.
create index lc_registrations_by_account on lc_registrations (generation, account, registered_at, id);
create index lc_registrations_by_operator on lc_registrations (generation, campaign, registered_at, id) where ops_name_reference is not null;
