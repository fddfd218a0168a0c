using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>What a decision about an account is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Merchant">The merchant that the command names.</param>
public sealed record TikTokAccountContext(Moment Now, Actor Actor, Merchant? Merchant = null) : DecisionContext(Now, Actor);

/// <summary>Decides commands about TikTok accounts.</summary>
public static partial class TikTokAccountDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = MerchantDecider.Policy;

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ITikTokAccountCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var account = round.Of(TikTokAccount.At(command.Account));
        var merchant = round.Of(MerchantOf(command) is { } id ? Merchant.At(id) : null);
        return account is null || !round.IsComplete ? null : Decide(account, command, new(context.Now, context.Actor, merchant));
    }

    /// <summary>Decides a command on an account.</summary>
    public static Decision Decide(TikTokAccount state, ITikTokAccountCommand command, TikTokAccountContext context) => command switch
    {
        AddTikTokAccount it => Add(state, it, context.Merchant),
        _ => throw new UnreachableException(),
    };

    static MerchantId? MerchantOf(ITikTokAccountCommand command) => command switch
    {
        AddTikTokAccount it => it.Merchant,
        _ => throw new UnreachableException(),
    };
}
