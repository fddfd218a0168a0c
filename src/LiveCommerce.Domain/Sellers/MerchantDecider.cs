using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>What a decision about a merchant is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Account">The account that the command names.</param>
public sealed record MerchantContext(Moment Now, Actor Actor, TikTokAccount? Account = null) : DecisionContext(Now, Actor);

/// <summary>Decides commands about merchants.</summary>
public static partial class MerchantDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "sellers/1";

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IMerchantCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var merchant = round.Of(Merchant.At(command.Merchant));
        var account = round.Of(AccountOf(command) is { } id ? TikTokAccount.At(id) : null);
        return merchant is null || !round.IsComplete ? null : Decide(merchant, command, new(context.Now, context.Actor, account));
    }

    /// <summary>Decides a command on a merchant.</summary>
    public static Decision Decide(Merchant state, IMerchantCommand command, MerchantContext context) => (state, command) switch
    {
        (_, OnboardMerchant it) => Onboard(state, it),
        (Merchant.NotOnboarded, _) => Decision.NotVisible,
        (Merchant.Onboarded merchant, _) when !IsVisible(merchant, context.Actor) => Decision.NotVisible,
        (Merchant.Onboarded merchant, LinkOfficialAccount it) => Link(merchant, it, context.Account),
        (Merchant.Onboarded merchant, UnlinkOfficialAccount it) => Unlink(merchant, it, context.Account),
        (Merchant.Onboarded merchant, RecordViolation it) => Violate(merchant, it),
        (Merchant.Onboarded merchant, ResolveViolation it) => Resolve(merchant, it),
        _ => throw new UnreachableException(),
    };

    static AccountId? AccountOf(IMerchantCommand command) => command switch
    {
        LinkOfficialAccount it => it.Account,
        UnlinkOfficialAccount it => it.Account,
        OnboardMerchant or RecordViolation or ResolveViolation => null,
        _ => throw new UnreachableException(),
    };

    static bool IsVisible(Merchant.Onboarded merchant, Actor actor) => actor.IsPlatform || actor.Party == Party.Of(merchant.Id);
}
