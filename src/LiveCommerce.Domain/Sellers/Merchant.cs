using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>A violation of the platform's rules; only an open one blocks linking (LS-08).</summary>
public sealed record Violation(ViolationId Id, bool IsOpen);

/// <summary>A seller and the shop: the owner of the official account and of the cap.</summary>
public abstract record Merchant
{
    Merchant() { }

    /// <summary>Nobody has onboarded this merchant.</summary>
    public sealed record NotOnboarded : Merchant;

    /// <summary>A merchant of the platform.</summary>
    public sealed record Onboarded(
        MerchantId Id,
        PersonalText ShopName,
        ZoneId Zone,
        AccountId? OfficialAccount,
        ValueList<Violation> Violations) : Merchant;

    /// <summary>Merchants as streams.</summary>
    public static StreamKind<Merchant> Kind { get; } = new("merchant", new NotOnboarded(), Evolve);

    /// <summary>The stream of one merchant.</summary>
    public static StreamRef<Merchant> At(MerchantId id) => Kind.At(id.Value);

    /// <summary>The merchant after one more fact.</summary>
    public static Merchant Evolve(Merchant state, IEvent fact) => (state, fact) switch
    {
        (NotOnboarded, MerchantOnboarded it) => new Onboarded(it.Merchant, it.ShopName, it.Zone, null, []),
        (Onboarded merchant, OfficialAccountLinked it) => merchant with { OfficialAccount = it.Account },
        (Onboarded merchant, OfficialAccountUnlinked) => merchant with { OfficialAccount = null },
        (Onboarded merchant, ViolationRecorded it) => merchant with { Violations = merchant.Violations.Add(new(it.Violation, true)) },
        (Onboarded merchant, ViolationResolved it) => merchant with { Violations = Resolve(merchant.Violations, it.Violation) },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    static ValueList<Violation> Resolve(ValueList<Violation> violations, ViolationId resolved) =>
        violations.Select(violation => violation.Id == resolved ? violation with { IsOpen = false } : violation).ToValueList();
}
