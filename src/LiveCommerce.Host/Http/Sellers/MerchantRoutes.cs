using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Sellers;

/// <summary>Merchants: onboarding, the official account, violations.</summary>
static class MerchantRoutes
{
    const string Path = "/v1/merchants";

    internal static void MapMerchants(this IEndpointRouteBuilder api)
    {
        var merchants = api.MapGroup("/merchants").WithTags("Merchants");
        merchants.MapPost("/", Onboard).For<OnboardMerchant>().Writes("onboardMerchant", "Bring a merchant with a shop to the platform", begins: true);
        merchants.MapGet("/{merchant}", Read).Reads<MerchantView>("readMerchant", "A merchant with its official account and violations");
        // Linking is the platform's act until a seller can prove that the account is theirs: whoever links reads what it registers.
        merchants.MapPost("/{merchant}/official-account", Link).For<LinkOfficialAccount>()
            .Writes("linkOfficialAccount", "Link the shop's official account (LS-06..08, CAMP-02)");
        merchants.MapDelete("/{merchant}/official-account/{account}", Unlink).For<UnlinkOfficialAccount>()
            .Writes("unlinkOfficialAccount", "Unlink the shop's official account");
        merchants.MapPost("/{merchant}/violations", Violate).For<RecordViolation>().Writes("recordViolation", "Record a violation; while it is open no account can be linked (LS-08)", begins: true);
        merchants.MapPost("/{merchant}/violations/{violation}/resolve", Resolve).For<ResolveViolation>().Writes("resolveViolation", "Say that a violation is resolved");
    }

    static Task<IResult> Onboard(Asked<OnboardMerchantRequest> asked, CommandDoor door)
    {
        var id = NewId.Of<MerchantId>();
        var name = asked.Seal(id.Value, "shopName", asked.Body.ShopName, TextLimits.Name);
        return door.Send(asked.With(new OnboardMerchant(id, name, asked.Body.TimeZone)), id, new(Path));
    }

    static Task<IResult> Link(PathId<MerchantId> merchant, Asked<LinkAccountRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new LinkOfficialAccount(merchant.Value, asked.Body.Account)), merchant.Value);

    static Task<IResult> Unlink(PathId<MerchantId> merchant, PathId<AccountId> account, Asked<NoBody> asked, CommandDoor door) =>
        door.Send(asked.With(new UnlinkOfficialAccount(merchant.Value, account.Value)), merchant.Value);

    static Task<IResult> Violate(PathId<MerchantId> merchant, Asked<RecordViolationRequest> asked, CommandDoor door)
    {
        var id = NewId.Of<ViolationId>();
        var reason = asked.Seal(merchant.Value.Value, "reason", asked.Body.Reason, TextLimits.Reason);
        return door.Send(asked.With(new RecordViolation(merchant.Value, id, reason), reason), id, new($"{Path}/{merchant.Value}/violations"));
    }

    static Task<IResult> Resolve(PathId<MerchantId> merchant, PathId<ViolationId> violation, Asked<NoBody> asked, CommandDoor door) =>
        door.Send(asked.With(new ResolveViolation(merchant.Value, violation.Value)), violation.Value);

    static async Task<IResult> Read(PathId<MerchantId> merchant, Caller caller, States states, CancellationToken cancellation)
    {
        if (!merchant.Value.IsVisibleTo(caller)) throw new RequestRefusedException(DoorProblems.NotFound);
        var stream = Merchant.At(merchant.Value);
        var (state, version) = await states.Ask(reads => reads.Of(stream) is { } found ? Tuple.Create(found, reads.VersionOf(stream.Id)) : null, cancellation);
        return state is Merchant.Onboarded known ? new RecordResult<MerchantView>(MerchantView.Of(known, version), version) : throw new RequestRefusedException(DoorProblems.NotFound);
    }
}
