using System.Text.RegularExpressions;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace LiveCommerce.Tests.Http;

/// <summary>A route that writes JSON, as the host itself describes it: a new one is tried by every test of the doors without a line more.</summary>
sealed partial record WriteRoute(HttpMethod Method, string Pattern, string Role, Type Body)
{
    // a raw document has no fields of ours
    internal IEnumerable<string> Fields => Body == typeof(Stream) ? [] : EdgeJson.Options.GetTypeInfo(Body).Properties.Select(property => property.Name);

    internal static IReadOnlyList<WriteRoute> Of(TestHost host) =>
    [
        .. from endpoint in host.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<WriteHeaders>() is not null && endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes: ["application/json"] }
           select new WriteRoute(
               new(endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0]),
               "/" + endpoint.RoutePattern.RawText!.Trim('/'),
               endpoint.Metadata.OfType<AuthorizationPolicy>().SelectMany(policy => policy.Requirements).OfType<RolesAuthorizationRequirement>().First().AllowedRoles.First(),
               endpoint.Metadata.GetRequiredMetadata<IAcceptsMetadata>().RequestType!),
    ];

    /// <summary>The address with ids that nothing has.</summary>
    internal string Path() => Parameter().Replace(Pattern, match => match.Groups[1].Value switch
    {
        "merchant" => Fresh<MerchantId>(),
        "account" => Fresh<AccountId>(),
        "campaign" => Fresh<CampaignId>(),
        "registration" => Fresh<RegistrationId>(),
        "invitation" => Fresh<InvitationId>(),
        "violation" => Fresh<ViolationId>(),
        "notification" => Fresh<NotificationId>(),
        "plan" => Fresh<LivePlanId>(),
        "session" => Fresh<LiveSessionId>(),
        "teaser" => Fresh<LiveCommerce.Teasers.TeaserId>(),
        "product" or "tool" => "p-1",
        var other => throw new InvalidOperationException(other),
    });

    /// <summary>The address with ids that are none.</summary>
    internal string NonsensePath() => Parameter().Replace(Pattern, "nonsense");

    internal bool HasId => Parameter().IsMatch(Pattern);

    internal Caller Caller(TestHost host) =>
        new(host.Http, host.Tokens.For(Role, Role == "merchant" ? Fresh<MerchantId>() : null, Role == "creator" ? Fresh<CreatorId>() : null));

    public override string ToString() => $"{Method} {Pattern}";

    static string Fresh<TId>() where TId : struct, ITypedId<TId> => TypeId.Format(NewId.Of<TId>());

    [GeneratedRegex("{([a-z]+)}")]
    private static partial Regex Parameter();
}
