using LiveCommerce.Host.Media;
using LiveCommerce.Host.Startup;
using Microsoft.Extensions.Configuration;

namespace LiveCommerce.Tests.Media;

public sealed class MediaOptionsTests
{
    [Fact]
    public void What_is_named_is_taken_and_all_else_is_as_usual()
    {
        Of(("LiveCommerce:DataFolder", "/data")).ShouldBe(new("/data/media", 1080, 1920, 2, Aside: true));
        Of(("Folder", "/videos"), ("Width", "270"), ("Height", "480"), ("Renders", "0"), ("Aside", "false")).ShouldBe(new("/videos", 270, 480, 0, Aside: false));
    }

    [Theory]
    [InlineData("Width", "271")]
    [InlineData("Height", "32")]
    [InlineData("Renders", "-1")]
    [InlineData("Aside", "no")]
    public void What_is_none_stops_the_start_by_its_name(string name, string value) =>
        Should.Throw<CannotStartException>(() => Of((name, value))).Message.ShouldStartWith($"LiveCommerce:Media:{name} is '{value}': give ");

    static MediaOptions Of(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Name.Contains(':') ? setting.Name : $"LiveCommerce:Media:{setting.Name}", (string?)setting.Value))).Build();
        return MediaOptions.From(configuration, HostSettings.From(configuration));
    }
}
