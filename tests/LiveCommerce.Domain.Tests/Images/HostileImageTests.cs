using System.Diagnostics;
using LiveCommerce.Images;

namespace LiveCommerce.Tests.Images;

public sealed class HostileImageTests
{
    const long MostMemory = 64 * 1024;

    public static TheoryData<string> Names => [.. Hostile.All.Keys];

    [Theory, MemberData(nameof(Names)), Rule("C39"), Rule("REG-09"), Rule("REG-10")]
    public void A_hostile_image_is_refused_by_its_bytes_alone(string name) => ImageInspectionTests.CodeOf(Hostile.All[name].Bytes).ShouldBe(Hostile.All[name].Code);

    // what an inspection may take is bounded by what it looks at: it allocates next to nothing, so neither what a header declares nor what data would inflate to costs anything
    [Fact]
    public void However_hostile_it_costs_no_memory_and_hardly_any_time()
    {
        Hostile.All.Count.ShouldBeGreaterThan(30);
        ImageInspection.Of(Png.Of());
        var (slowest, hungriest) = (TimeSpan.Zero, 0L);
        foreach (var (bytes, _) in Hostile.All.Values.Append((Bomb, "")))
        {
            var (begun, before) = (Stopwatch.GetTimestamp(), GC.GetAllocatedBytesForCurrentThread());
            ImageInspection.Of(bytes);
            var (took, allocated) = (Stopwatch.GetElapsedTime(begun), GC.GetAllocatedBytesForCurrentThread() - before);
            allocated.ShouldBeLessThan(MostMemory);
            (slowest, hungriest) = (took > slowest ? took : slowest, Math.Max(hungriest, allocated));
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Hostile.All.Count + 1} images: the slowest took {slowest.TotalMilliseconds:0.000} ms, the hungriest {hungriest} bytes of memory.");
    }

    /// <summary>A quarter of a gibibyte of nothing as the colour profile, which a reader of profiles would inflate.</summary>
    static byte[] Bomb => Png.With(Png.Chunk("iCCP", [.. "bomb\0\0"u8, .. Png.Deflate(new byte[256 * 1024 * 1024])]));
}
