using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Kernel;

public sealed class TypeIdTests
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    sealed record Vector(string Name, string Typeid, string Prefix, Guid Uuid);

    [Fact]
    public void The_specification_s_cases_are_written_and_read()
    {
        var vectors = JsonSerializer.Deserialize<Vector[]>(File.ReadAllText(Repository.Find("tests/LiveCommerce.Domain.Tests/Kernel/vectors/typeid-valid.json")), Web).ShouldNotBeNull();
        vectors.Length.ShouldBe(9);
        foreach (var vector in vectors)
        {
            TypeId.Format(vector.Prefix, vector.Uuid).ShouldBe(vector.Typeid, vector.Name);
            TypeId.TryParse(vector.Prefix, vector.Typeid, out var uuid).ShouldBeTrue(vector.Name);
            uuid.ShouldBe(vector.Uuid, vector.Name);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("reg_")]
    [InlineData("01h455vb4pex5vsknk084sn02q")]
    [InlineData("mer_01h455vb4pex5vsknk084sn02q")]
    [InlineData("reg-01h455vb4pex5vsknk084sn02q")]
    [InlineData("REG_01h455vb4pex5vsknk084sn02q")]
    [InlineData("reg_01H455VB4PEX5VSKNK084SN02Q")]
    [InlineData("reg_81h455vb4pex5vsknk084sn02q")]
    [InlineData("reg_01h455vb4pex5vsknk084sn02")]
    [InlineData("reg_01h455vb4pex5vsknk084sn02qq")]
    [InlineData("reg_01h455vb4pex5vsknk084sn0uq")]
    [InlineData("reg_01h455vb4pex5vsknk084sn0 q")]
    public void What_would_not_be_written_is_not_read(string? text) => TypeId.TryParse<RegistrationId>(text, out _).ShouldBeFalse();

    [Fact]
    public void An_id_is_text_for_people_and_a_plain_uuid_in_json()
    {
        var id = Sample.Reg(1);
        TypeId.TryParse<RegistrationId>(id.ToString(), out var read).ShouldBeTrue();
        read.ShouldBe(id);
        JsonSerializer.Serialize(id).ShouldBe($"\"{id.Value}\"");
    }
}
