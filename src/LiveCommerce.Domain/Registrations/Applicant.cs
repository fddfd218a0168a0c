using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>For whom a session is registered and in which channel: the party that asks, or the one that an operator represents.</summary>
/// <param name="Party">The merchant or the creator.</param>
/// <param name="Channel">The channel (C18).</param>
/// <param name="NamedAccount">The account that was named.</param>
sealed record Applicant(Party Party, RegistrationChannel Channel, AccountId? NamedAccount)
{
    internal RegistrationResource Resource => Party.Kind switch
    {
        PartyKind.Merchant => RegistrationResource.Merchant,
        PartyKind.Creator => RegistrationResource.Creator,
        _ => throw new UnreachableException(),
    };

    internal MerchantId? Merchant => Party.Kind == PartyKind.Merchant ? MerchantId.From(Party.Id) : null;

    internal static Applicant? Of(SubmitRegistration command, Actor actor) =>
        actor.IsPlatform ? command.OnBehalfOf is { } other ? new(other.Party, other.Channel, other.Account) : null
        : ChannelOf(actor) is { } channel && actor.Party is { } party ? new(party, channel, command.Account)
        : null;

    // the channel is never sent: a merchant sits in Seller Center, a creator in LIVE Manager
    internal static RegistrationChannel? ChannelOf(Actor actor) => actor.Role switch
    {
        ActorRole.Merchant => RegistrationChannel.SellerCenter,
        ActorRole.Creator => RegistrationChannel.LiveManager,
        ActorRole.OpsReviewer or ActorRole.OpsAdmin or ActorRole.Auditor or ActorRole.System or ActorRole.Buyer => null,
        _ => throw new UnreachableException(),
    };

    // a merchant who names no account means the shop's official one
    internal AccountId? AccountWith(Merchant? merchant) =>
        NamedAccount ?? (Channel == RegistrationChannel.SellerCenter && merchant is Merchant.Onboarded shop ? shop.OfficialAccount : null);

    // the cap's key: an account of somebody else says nothing about it
    internal Party CapParty(TikTokAccount? account) => account is TikTokAccount.Added own && own.BelongsTo(Party) ? own.CapParty ?? Party : Party;

    internal IEnumerable<Refusal> AccountRules(TikTokAccount? account, Merchant? merchant) => Channel switch
    {
        RegistrationChannel.SellerCenter => SellerCenterRules(account as TikTokAccount.Added, merchant as Merchant.Onboarded),
        RegistrationChannel.LiveManager when NamedAccount is null => [RegistrationRefusals.AccountRequired.Of("account")],
        RegistrationChannel.LiveManager => account is TikTokAccount.Added own && own.BelongsTo(Party) ? [] : [RegistrationRefusals.AccountUnknown.Of("account")],
        _ => throw new UnreachableException(),
    };

    IEnumerable<Refusal> SellerCenterRules(TikTokAccount.Added? account, Merchant.Onboarded? merchant)
    {
        var own = account is not null && account.BelongsTo(Party);
        if (merchant?.OfficialAccount is null) yield return RegistrationRefusals.NotBound.Of();
        if (own && account is not { Type: AccountType.Official }) yield return RegistrationRefusals.NotOfficial.Of("account");
        if (!own && merchant?.OfficialAccount is not null) yield return RegistrationRefusals.AccountUnknown.Of("account");
    }
}
