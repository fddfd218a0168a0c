using LiveCommerce.Host.Http.Images;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>Something that the reviewer looks at, because no program can say whether it is so (C39).</summary>
/// <param name="Code">Stable, snake case.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Question">What to look for; yes is as it should be.</param>
/// <param name="Image">Where the image can be read.</param>
sealed record ChecklistView(string Code, string Rule, string Question, string Image)
{
    internal static ChecklistView Of(ChecklistItem item) => new(item.Code, item.Rule, item.Question, $"{ImageRoutes.Path}/{item.ContentHash}?party={item.Owner}");
}
