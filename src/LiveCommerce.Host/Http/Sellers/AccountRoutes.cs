using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Sellers;

/// <summary>TikTok accounts.</summary>
static class AccountRoutes
{
    internal static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("Accounts");
        accounts.MapPost("/", Add).For<AddTikTokAccount>().Writes("addAccount", "Make a TikTok account known (LS-07, C21)", begins: true);
        accounts.MapGet("/{account}", Read).Reads<AccountView>("readAccount", "A TikTok account and whose it is");
    }

    static Task<IResult> Add(Asked<AddAccountRequest> asked, CommandDoor door)
    {
        var id = NewId.Of<AccountId>();
        var body = asked.Body;
        return door.Send(asked.With(new AddTikTokAccount(
            id,
            body.Type,
            asked.Seal(id.Value, "handle", body.Handle, TextLimits.Handle),
            asked.Seal(id.Value, "uid", body.Uid, TextLimits.Handle),
            asked.SealOptional(id.Value, "profileUrl", TextRules.Address(body.ProfileUrl, "profileUrl"), TextLimits.Url),
            body.Creator,
            body.Merchant)), id, new("/v1/accounts"));
    }

    static async Task<IResult> Read(PathId<AccountId> account, Caller caller, States states, CancellationToken cancellation)
    {
        var stream = TikTokAccount.At(account.Value);
        var (state, version) = await states.Ask(reads => reads.Of(stream) is { } found ? Tuple.Create(found, reads.VersionOf(stream.Id)) : null, cancellation);
        return state is TikTokAccount.Added known && known.IsVisibleTo(caller)
            ? new RecordResult<AccountView>(AccountView.Of(known, version), version)
            : throw new RequestRefusedException(DoorProblems.NotFound);
    }
}
