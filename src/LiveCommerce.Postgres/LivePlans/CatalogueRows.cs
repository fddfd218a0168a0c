using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>Reads rows of products and promotion tools as the queries select them.</summary>
static class CatalogueRows
{
    internal const string Products = "select id, version, merchant, product, status, stock, amount, currency, seen_at from lc_products where generation = (select generation from lc_views where view = 'products')";

    internal const string Tools = "select id, version, merchant, tool, kind, status, products, seen_at from lc_promotion_tools where generation = (select generation from lc_views where view = 'promotion_tools')";

    internal static ProductRecord Product(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetInt64(1), new(row.GetGuid(2)), row.GetString(3), new(row.Enum<ProductStatus>(4), row.GetInt32(5), new(row.GetString(6), row.GetString(7))), row.MomentAt(8));

    internal static ToolRecord Tool(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetInt64(1), new(row.GetGuid(2)),
        new(row.GetString(3), row.Enum<PromotionToolKind>(4), row.Enum<PromotionToolStatus>(5), row.GetFieldValue<string[]>(6).ToValueList()), row.MomentAt(7));
}
