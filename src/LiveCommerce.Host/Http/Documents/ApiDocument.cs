using LiveCommerce.Host.Http.Images;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace LiveCommerce.Host.Http.Documents;

/// <summary>The OpenAPI 3.1 document, made from the routes: what the routes do not say themselves (headers, problems, our own texts) is added here.</summary>
static class ApiDocument
{
    const string ProblemSchema = nameof(Problem);
    const string Bearer = "bearer";

    internal static void AddApiDocument(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(Head);
        options.AddOperationTransformer(Operation);
        options.AddSchemaTransformer(OwnTypes);
    });

    static async Task Head(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellation)
    {
        document.Info = new() { Title = "LiveCommerce", Version = "v1", Description = "Campaigns, registrations of LIVE sessions, and their history. Every error is a problem document (RFC 9457) with a stable code; see /problems. Bytes that are no HTTP request get a bare status." };
        document.AddComponent(ProblemSchema, (IOpenApiSchema)await context.GetOrCreateSchemaAsync(typeof(Problem), cancellationToken: cancellation));
        document.AddComponent(Bearer, (IOpenApiSecurityScheme)new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", BearerFormat = "JWT" });
        document.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
    }

    static Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Parameters ??= [];
        if (metadata.OfType<WriteHeaders>().Any())
        {
            operation.Parameters.Add(Header(RequestHeaders.IdempotencyKey, false, "Chosen by you; asking again with it gets the first answer. Every write needs one, but for a dry run."));
            operation.Parameters.Add(Header("If-Match", false, "The ETag that the record must still have."));
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = RequestHeaders.DryRunParameter, In = ParameterLocation.Query, Description = "Decides and records nothing: every broken rule, or what would come of it (BEY-01).",
                Schema = new OpenApiSchema { Type = JsonSchemaType.Boolean },
            });
        }
        if (context.Description.RelativePath?.Contains("campaigns", StringComparison.Ordinal) == true)
            operation.Parameters.Add(Header(RequestHeaders.Invitation, false, "The token of an invitation to a private campaign."));
        operation.RequestBody?.Content?.Remove(AskedImage.AnyType);
        operation.Responses ??= [];
        operation.Responses["default"] = new OpenApiResponse
        {
            Description = "A problem document; its code says which.",
            Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(ProblemSchema, context.Document) } },
        };
        return Task.CompletedTask;
    }

    static OpenApiParameter Header(string name, bool required, string description) => new()
    {
        Name = name, In = ParameterLocation.Header, Required = required, Description = description, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    static Task OwnTypes(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        // what is asked is closed, so that a mistyped field is found; what is answered may grow
        if (!type.Name.EndsWith("Request", StringComparison.Ordinal)) schema.AdditionalPropertiesAllowed = true;
        if (TextOf(type) is not var (format, pattern)) return Task.CompletedTask;
        var isNullable = type == typeof(PersonalText) || type != context.JsonTypeInfo.Type;
        schema.Type = isNullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
        (schema.Format, schema.Pattern, schema.Properties, schema.AdditionalProperties) = (format, pattern, null, null);
        return Task.CompletedTask;
    }

    static (string? Format, string? Pattern)? TextOf(Type type) =>
        type == typeof(Moment) ? ("date-time", null)
        : type == typeof(ZoneId) || type == typeof(PersonalText) ? (null, null)
        : type == typeof(Party) ? (null, $"^({MerchantId.Prefix}|{CreatorId.Prefix})_[0-7][0-9a-hjkmnp-tv-z]{{25}}$")
        : new TypeIdConverterFactory().CanConvert(type) ? (null, $"^{PrefixOf(type)}_[0-7][0-9a-hjkmnp-tv-z]{{25}}$")
        : null;

    static string PrefixOf(Type type) => (string)type.GetProperty(nameof(MerchantId.Prefix))!.GetValue(null)!;
}
