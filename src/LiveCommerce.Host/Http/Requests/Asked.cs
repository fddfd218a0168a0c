using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using Microsoft.AspNetCore.Http.Metadata;

namespace LiveCommerce.Host.Http.Requests;

/// <summary>A write as it was asked for: who, what, under which key, on which version, and whether it is only tried. Reading it is the "parse" of the order of checks.</summary>
/// <typeparam name="T">The body's type.</typeparam>
sealed record Asked<T>(T Body, Actor Actor, string Key, string Digest, long? IfMatch, string? InvitationDigest, bool DryRun) : IEndpointParameterMetadataProvider
{
    const int SaltLength = 16;

    internal Guid CommandId => CommandEnvelope.IdOf(Actor, Key);

    public static async ValueTask<Asked<T>> BindAsync(HttpContext context, ParameterInfo _)
    {
        var headers = context.Request.Headers;
        var actor = SignedIn.Actor(context);
        var dryRun = RequestHeaders.DryRun(context.Request.Query);
        var key = dryRun ? $"dry-run/{Guid.NewGuid():N}" : RequestHeaders.Key(headers); // what is not recorded needs no key to be found again by
        var version = RequestHeaders.IfMatch(headers);
        var invitation = RequestHeaders.InvitationDigest(headers);
        var (body, canonical) = await RequestBody.Read<T>(context.Request);
        return new(body, actor, key, Kernel.Digest.Of($"{context.Request.Method} {context.Request.Path}\n{canonical}"), version, invitation, dryRun);
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder)
    {
        builder.Metadata.Add(new AcceptsMetadata(["application/json"], typeof(T), isOptional: typeof(T) == typeof(NoBody)));
        builder.Metadata.Add(WriteHeaders.Marker);
    }

    /// <summary>Seals what a person typed. The reference is derived, so that the same request asked twice means the same text.</summary>
    internal PersonalText Seal(Guid subject, string field, string value, int limit) =>
        PersonalText.Seal(subject, DerivedId.Of(CommandId, field), RandomNumberGenerator.GetBytes(SaltLength), TextRules.Required(value, field, limit));

    internal PersonalText? SealOptional(Guid subject, string field, string? value, int limit) =>
        string.IsNullOrWhiteSpace(value) ? null : Seal(subject, field, value, limit);

    /// <summary>The command with all that its receipt needs.</summary>
    internal CommandEnvelope With(ICommand command, PersonalText? reason = null) => new(command, Actor, Key)
    {
        RequestDigest = Digest,
        IfMatch = IfMatch,
        Reason = reason,
        Channel = Actor.Channel,
        DryRun = DryRun,
    };
}

/// <summary>A write without anything to say: an empty body or <c>{}</c>.</summary>
sealed record NoBody;

/// <summary>Tells the OpenAPI document that an endpoint takes the headers of a write.</summary>
sealed class WriteHeaders
{
    internal static readonly WriteHeaders Marker = new();
}

/// <summary>The headers that bear meaning.</summary>
static class RequestHeaders
{
    internal const string IdempotencyKey = "Idempotency-Key";
    internal const string Invitation = "Invitation";
    internal const string DryRunParameter = "dryRun";
    const int LongestKey = 200;

    internal static string Key(IHeaderDictionary headers) =>
        headers[IdempotencyKey] is [{ Length: > 0 and <= LongestKey } key] && key.All(character => character is > ' ' and <= '~')
            ? key
            : throw new RequestRefusedException(DoorProblems.KeyMissing, IdempotencyKey);

    /// <summary>Whether the write is only tried: decided like any other, and nothing recorded (BEY-01).</summary>
    internal static bool DryRun(IQueryCollection query) => query[DryRunParameter] switch
    {
        [] => false,
        [var text] when bool.TryParse(text, out var asked) => asked,
        _ => throw new RequestRefusedException(DoorProblems.Malformed, DryRunParameter),
    };

    /// <summary>The version that the record must have, as its <c>ETag</c> said; none where the header is missing or <c>*</c>.</summary>
    internal static long? IfMatch(IHeaderDictionary headers) => headers.IfMatch switch
    {
        [] or ["*"] => null,
        [['"', .. var version, '"']] when long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) => number,
        _ => throw new RequestRefusedException(DoorProblems.Malformed, "If-Match"),
    };

    /// <summary>The digest of an invitation's token; the token itself goes no further than here.</summary>
    internal static string? InvitationDigest(IHeaderDictionary headers) => headers[Invitation] switch
    {
        [] => null,
        [{ Length: > 0 and <= LongestKey } token] => Kernel.Digest.Of(token),
        _ => throw new RequestRefusedException(DoorProblems.Malformed, Invitation),
    };
}
