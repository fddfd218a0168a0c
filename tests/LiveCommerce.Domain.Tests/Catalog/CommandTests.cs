using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Catalog;

public sealed class CommandTests
{
    static readonly JsonSerializerOptions stock = new();

    [Theory, MemberData(nameof(TotalityTests.Commands), MemberType = typeof(TotalityTests))]
    public void A_command_is_the_same_after_a_round_trip_so_that_it_can_be_decided_again(Type type)
    {
        foreach (var full in new[] { true, false })
        {
            var command = Specimen.Of(type, full);
            var json = JsonSerializer.Serialize(command, type, stock);
            JsonSerializer.Deserialize(json, type, stock).ShouldBe(command);
            json.ShouldNotContain("very private");
        }
    }

    [Theory, MemberData(nameof(TotalityTests.Commands), MemberType = typeof(TotalityTests))]
    public void A_command_names_the_stream_it_is_about(Type type) => ((ICommand)Specimen.Of(type, true)).Target.Id.ShouldBe(Sample.Uuid(7));
}
